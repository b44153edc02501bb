// Range over int, slice, array pointer, string, map of one, channel, nil things; variables evaluated once.
package main

import "fmt"

func three() int { fmt.Print("once "); return 3 }

func main() {
	for i := range three() {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	for i := range 0 {
		fmt.Print("never", i)
	}
	for i := range -5 {
		fmt.Print("never", i)
	}
	fmt.Println()
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s[:1], 20, 30, 40)
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	var np *[3]int
	for i := range np {
		fmt.Print(i, " ")
	}
	fmt.Println(len(np))
	for i, r := range "aé" {
		fmt.Print(i, r, " ")
	}
	for k, v := range map[string]int{"k": 1} {
		fmt.Print(k, v, " ")
	}
	for range []int(nil) {
		fmt.Print("never")
	}
	ch := make(chan int, 3)
	ch <- 4
	ch <- 5
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var i, v int
	for i, v = range []int{7, 8} {
	}
	fmt.Println(i, v)
	arr := [3]int{}
	for arr[1] = range 3 {
	}
	fmt.Println(arr)
	for i := range 3 {
		i *= 10
		fmt.Print(i, " ")
	}
	type N int
	for n := range N(2) {
		fmt.Printf("%T ", n)
	}
	const c = 2
	for i := range c {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "once 0 1 2 x x \n1 2 3 [1 20 30 40]\n0 1 2 3\n0 97 1 233 k1 4 5 \n1 8\n[0 2 0]\n0 10 20 main.N main.N int0 int1 \n"
