//go:build go1.26

package main

import "fmt"

func main() {
outer:
	for i := 0; i < 3; i++ {
	inner:
		for j := 0; ; j++ {
			switch {
			case j == 1:
				continue inner
			case j == 3:
				break inner
			case i == 1:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Println(i, j)
		}
	}
sw:
	switch x := 2; x {
	case 2:
		for {
			break sw
		}
		fallthrough
	case 3:
		fmt.Println("no")
	}
	switch x := 1; {
	case x > 0:
		fmt.Println("pos")
		fallthrough
	case x > 10:
		fmt.Println("ft")
	default:
		fmt.Println("no")
	}
	switch {
	default:
		fmt.Println("default first")
	case false:
	}
	c := make(chan int, 1)
sel:
	for n := 0; ; n++ {
		select {
		case c <- n:
			continue sel
		case v := <-c:
			fmt.Println("v", v)
			if n > 3 {
				break sel
			}
		}
	}
	i := 0
loop:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto loop
	}
	fmt.Println()
	var x any = 3.5
	switch y := x.(type) {
	case int, string:
		fmt.Printf("%T\n", y)
	case nil:
		fmt.Println("nil")
	case float64:
		fmt.Println(y * 2)
	}
	switch f := func() bool { return true }; f() {
	case true:
		fmt.Println("true")
	}
	for i := range 3 {
		defer func() { fmt.Println("d", i) }()
	}
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println("e", i) }()
		i := i * 2
		_ = i
	}
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, " "); i += 10 })
		if i == 1 {
			i = 1
		}
	}
	for _, f := range fs {
		f()
		f()
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, ";")
	}
	fmt.Println()
	var k int
	for k = range []int{5, 6} {
	}
	fmt.Println(k)
	var arr [2]int
	for arr[1] = range 3 {
	}
	fmt.Println(arr)
	for range 2 {
		fmt.Print("x")
	}
	var u8 uint8 = 3
	for v := range u8 {
		fmt.Printf("%T%d ", v, v)
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "0 0\n0 2\npos\nft\ndefault first\nv 0\nv 2\nv 4\n0 1 2 \n7\ntrue\n0 10 1 11 2 12 \n0 10;1 8;2 6;3 4;\n1\n[0 2]\nxxuint80 uint81 uint82 \ne 2\ne 1\ne 0\nd 2\nd 1\nd 0\n"
