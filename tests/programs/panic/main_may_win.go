// A panic in a goroutine that main does not wait for: it may come in time or not.
package main

import "fmt"

//chancheck:want panic boom
func main() {
	go func() {
		defer fmt.Print("cleanup ")
		panic("boom")
	}()
	fmt.Print("main ")
}

// Outcomes:
//	exit 0 "cleanup main "
//	exit 0 "main "
//	exit 0 "main cleanup "
//	exit 2 "cleanup " boom
//	exit 2 "cleanup main " boom
//	exit 2 "main cleanup " boom
