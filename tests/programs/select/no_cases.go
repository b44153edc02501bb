// select {} with nobody else.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	go fmt.Println("worked")
	select {}
}

// Outcomes:
//	exit 2 "worked\n" all goroutines are asleep - deadlock!
