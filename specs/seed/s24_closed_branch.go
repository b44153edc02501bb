// Section 2.4: a receive on a closed channel takes the "closed" branch of chanrecv; see its state graph.
package main

func main() {
	ch := make(chan int, 1)
	close(ch)
	_ = <-ch
}

// Outcomes:
//	exit 0 ""
