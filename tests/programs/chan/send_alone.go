// A send on an unbuffered channel with nobody else around.
package main

//chancheck:want deadlock all goroutines are asleep
func main() {
	ch := make(chan int)
	println("to stderr")
	ch <- 1
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
