// Channels compare by identity; directions convert one way; a channel is a map key and an interface value.
package main

import "fmt"

type in chan<- int

func give(c chan<- int, v int) { c <- v }
func take(c <-chan int) int    { return <-c }

func main() {
	a, b := make(chan int, 2), make(chan int, 2)
	var r <-chan int = a
	var s chan<- int = a
	fmt.Println(a == b, a == a, r == a, s == a, a != nil)
	give(a, 1)
	give(s, 2)
	fmt.Println(take(a), take(r), len(r), cap(s))
	m := map[chan int]string{a: "a", b: "b"}
	fmt.Println(m[a], m[b], m[make(chan int)] == "")
	var x, y any = a, r
	fmt.Println(x == y, x == any(a), x.(chan int) == a)
	in(a) <- 9
	fmt.Println(<-a)
	c := a
	a = nil
	c <- 4
	fmt.Println(<-c, a == nil, len(a), cap(a))
	cc := make(chan chan int, 1)
	cc <- b
	b <- 7
	fmt.Println(<-<-cc)
	type T struct {
		c chan T
		n int
	}
	t := T{make(chan T, 1), 1}
	t.c <- T{t.c, 2}
	u := <-t.c
	fmt.Println(u.n, u.c == t.c)
	fmt.Printf("%T %T %T %T\n", c, r, s, cc)
}

// Outcomes:
//	exit 0 "false true true true true\n1 2 0 2\na b true\nfalse true true\n9\n4 true 0 0\n7\n2 true\nchan int <-chan int chan<- int chan chan int\n"
