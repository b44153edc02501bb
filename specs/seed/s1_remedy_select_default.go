// Section 1, remedy: select with default never blocks.
package main

import "fmt"

func main() {
	ch := make(chan int)
	select {
	case v, ok := <-ch:
		fmt.Println("got", v, ok)
	default:
		fmt.Println("nothing yet")
	}
	close(ch)
	select {
	case v, ok := <-ch:
		fmt.Println("got", v, ok)
	default:
		fmt.Println("nothing yet")
	}
}

// Outcomes:
//	exit 0 "nothing yet\ngot 0 false\n"
