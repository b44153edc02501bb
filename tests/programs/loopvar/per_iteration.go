// From Go 1.22 each iteration has its own variables, copied at its end.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()

	var ps []*int
	for i := 0; i < 6; i++ {
		ps = append(ps, &i)
		i++
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()

	var gs []func()
	for i, s := range []string{"a", "b"} {
		gs = append(gs, func() { fmt.Print(i, s, " ") })
	}
	for k := range 2 {
		gs = append(gs, func() { fmt.Print("k", k, " ") })
	}
	for _, g := range gs {
		g()
	}
	fmt.Println()

	var cond []func() int
	for i, n := 0, 0; func() bool { cond = append(cond, func() int { return i }); return i < 2 }(); i++ {
		n++
	}
	for _, f := range cond {
		fmt.Print(f(), " ")
	}
	fmt.Println()

	var x int
	var hs []func() int
	for x = 0; x < 3; x++ {
		hs = append(hs, func() int { return x })
	}
	fmt.Println(hs[0](), hs[2]())

	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("deferred ", i, "\n") }()
		i := i * 2
		_ = i
	}
	sum := make(chan int, 3)
	for i := 1; i <= 3; i++ {
		go func() { sum <- i * i }()
	}
	fmt.Println(<-sum + <-sum + <-sum)
}

// Outcomes:
//	exit 0 "10 20 11 21 12 22 \n1 3 5 \n0a 1b k0 k1 \n0 1 2 \n3 3\n14\ndeferred 2\ndeferred 1\ndeferred 0\n"
