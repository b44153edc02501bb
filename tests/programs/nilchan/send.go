// A send on a nil channel blocks for ever.
package main

//chancheck:want deadlock all goroutines are asleep
func main() {
	var ch chan int
	ch <- 1
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
