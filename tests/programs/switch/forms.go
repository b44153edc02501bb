// Switch: order of evaluation, fallthrough, default anywhere, break, init statements, no tag, lists.
package main

import "fmt"

func f(n int) int { fmt.Print("f", n, " "); return n }

func kind(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	case n < 10, n == 100:
		return "small"
	}
	return "large"
}

func fall(n int) (s string) {
	switch n {
	case 1:
		s += "one "
		fallthrough
	case 2:
		s += "two "
		fallthrough
	default:
		s += "default "
	case 3:
		s += "three "
	case 4, 5:
		s += "four-five "
		if n == 4 {
			break
		}
		s += "five "
	}
	return s + "end"
}

func main() {
	for _, n := range []int{-1, 0, 5, 50, 100} {
		fmt.Print(kind(n), " ")
	}
	fmt.Println()
	for n := range 7 {
		fmt.Println(n, fall(n))
	}
	switch f(2) {
	case f(1), f(2), f(3):
		fmt.Println("found")
	case f(4):
		fmt.Println("never")
	}
	switch x := f(7); {
	case x > 5:
		x := "shadow"
		fmt.Println(x)
	}
	switch x := 5; x {
	}
	switch f(9) {
	default:
		fmt.Println("only default")
	}
	switch true {
	case false:
	default:
		fmt.Println("tag true")
	}
	switch s := "b"; s {
	case "a", "b":
		fmt.Println("string", s)
	}
	var e any = 3
	switch e {
	case "3":
		fmt.Println("text")
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
	switch p := [2]int{1, 2}; p {
	case [2]int{2, 1}:
		fmt.Println("no")
	case [2]int{1, 2}:
		fmt.Println("array")
	}
	n := 0
loop:
	for {
		switch n++; {
		case n == 2:
			continue loop
		case n > 4:
			break loop
		case n == 3:
			break
		default:
			fmt.Print("n", n, " ")
		}
		fmt.Print("after", n, " ")
	}
	fmt.Println(n)
	switch i := 3; i - 1 {
	case 2:
		i = 10
		fallthrough
	case 50:
		fmt.Println("i", i)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		var a, b any = []int{1}, []int{1}
		switch a {
		case 1:
		case b:
		}
	}()
}

// Outcomes:
//	exit 0 "negative zero small large small \n0 default end\n1 one two default end\n2 two default end\n3 three end\n4 four-five end\n5 four-five five end\n6 default end\nf2 f1 f2 found\nf7 shadow\nf9 only default\ntag true\nstring b\nint\narray\nn1 after1 after3 n4 after4 5\ni 10\nruntime error: comparing uncomparable type []int\n"
