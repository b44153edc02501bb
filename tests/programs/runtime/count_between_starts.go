// Whoever counts goroutines may do so between two go statements that follow each other.

package main

import "runtime"

//chancheck:want panic two
func main() {
	done, block := make(chan bool), make(chan bool)
	go func() {
		if runtime.NumGoroutine() == 2 {
			panic("two")
		}
		close(done)
	}()
	go func() { <-block }()
	<-done
	close(block)
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" two
