// The go statement evaluates function and arguments at once.
package main

import "fmt"

type T struct{ n int }

func (t T) send(ch chan int)   { ch <- t.n }
func (t *T) psend(ch chan int) { ch <- t.n }

func arg(s string, n int) int { fmt.Print(s, " "); return n }

func main() {
	ch := make(chan int)
	x := 1
	t := T{5}
	go func(v int) { ch <- v }(x)
	x = 2
	fmt.Println(<-ch)
	go t.send(ch)
	t = T{6}
	fmt.Println(<-ch)
	f := t.send
	go f(ch)
	f = nil
	fmt.Println(<-ch)
	go (&t).psend(ch)
	fmt.Println(<-ch)
	go func(a, b int) { ch <- a - b }(arg("a", 9), arg("b", 2))
	fmt.Print("started ")
	fmt.Println(<-ch)
	defer fmt.Println("deferred", x, t.n)
	x, t.n = 0, 0
	go T.send(T{8}, ch)
	fmt.Println(<-ch, x, t.n)
}

// Outcomes:
//	exit 0 "1\n5\n6\n6\na b started 7\n8 0 0\ndeferred 2 6\n"
