// A select whose channels are all nil blocks for ever.
package main

//chancheck:want deadlock all goroutines are asleep
func main() {
	var a chan int
	var b chan<- string
	select {
	case <-a:
	case b <- "x":
	}
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
