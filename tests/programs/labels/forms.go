// Labelled break and continue through nested loops, switch, select and blocks.
package main

import "fmt"

func main() {
outer:
	for i := 0; i < 4; i++ {
		for j := 0; ; j++ {
			switch {
			case j == i:
				continue outer
			case i == 3:
				break outer
			case j == 1:
				break
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()

	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
recv:
	for {
		select {
		case v, ok := <-ch:
			if !ok {
				break recv
			}
			if v == 1 {
				continue recv
			}
			fmt.Println("v", v)
			break
		}
		fmt.Println("end of iteration")
	}

sw:
	switch {
	default:
		for range 2 {
			break sw
		}
		fmt.Println("never")
	}

	words := []string{"a", "bb", "", "ccc"}
next:
	for i, w := range words {
		for _, c := range w {
			if c == 'b' {
				continue next
			}
		}
		if w == "" {
			break next
		}
		fmt.Println(i, w)
	}

	var n int
up:
	for n < 10 {
	up2:
		for {
			n += 3
			if n%2 == 0 {
				continue up
			}
			break up2
		}
		n++
	}
	fmt.Println(n)

	m := 0
	for i := 0; i < 3; i++ {
		func() {
			for {
				m++
				if m%3 == 0 {
					return
				}
			}
		}()
	}
	fmt.Println(m)
}

// Outcomes:
//	exit 0 "1 0 2 0 2 1 \nv 2\nend of iteration\n0 a\n12\n9\n"
