// Section 3.2: there is no panic "receive on closed channel", in any form of receive.
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	ch := make(chan int, 1)
	ch <- 9
	close(ch)
	fmt.Println(<-ch)
	fmt.Println(<-ch)
	v, ok := <-ch
	fmt.Println(v, ok)
	select {
	case v, ok = <-ch:
		fmt.Println(v, ok)
	}
	for range ch {
		fmt.Println("never")
	}
}

// Outcomes:
//	exit 0 "9\n0\n0 false\n0 false\nrecovered <nil>\n"
