// Up to Go 1.21 the loop has one variable for all iterations.

//go:build go1.21

package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	fmt.Println(fs[0](), fs[1](), fs[2]())

	var gs []func() string
	for i, s := range []string{"a", "b", "c"} {
		gs = append(gs, func() string { return fmt.Sprint(i, s) })
	}
	fmt.Println(gs[0](), gs[1](), gs[2]())

	var ps []*int
	for k := range map[int]bool{7: true} {
		ps = append(ps, &k)
	}
	fmt.Println(*ps[0])
	for i := 0; i < 2; i++ {
		j := i
		defer func() { fmt.Println("deferred", i, j) }()
	}
}

// Outcomes:
//	exit 0 "3 3 3\n2c 2c 2c\n7\ndeferred 2 1\ndeferred 2 0\n"
