// Section 2.2: a nil channel cannot be closed either, and the panic can be recovered.
package main

import "fmt"

//chancheck:want panic close of nil channel
func main() {
	var ch chan int
	func() {
		defer func() { fmt.Println(recover()) }()
		close(ch)
	}()
	close(ch)
}

// Outcomes:
//	exit 2 "close of nil channel\n" close of nil channel
