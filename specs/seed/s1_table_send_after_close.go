// Section 1, table, row 3: a send after close panics.
package main

//chancheck:want panic send on closed channel
func main() {
	ch := make(chan int, 1)
	go close(ch)
	ch <- 1
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" send on closed channel
