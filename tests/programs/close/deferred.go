// Close in a deferred call runs even if the producer panics and recovers.
package main

import "fmt"

func produce(ch chan<- int, bad int) {
	defer close(ch)
	defer func() { recover() }()
	for i := range 4 {
		if i == bad {
			panic("bad item")
		}
		ch <- i
	}
}

func main() {
	for _, bad := range []int{0, 2, 9} {
		ch := make(chan int)
		go produce(ch, bad)
		n := 0
		for range ch {
			n++
		}
		fmt.Print(n, " ")
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "0 2 4 \n"
