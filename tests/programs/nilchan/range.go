// So does a range over one.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	var ch chan int
	fmt.Println(len(ch), cap(ch), ch == nil)
	for range ch {
		fmt.Println("never")
	}
}

// Outcomes:
//	exit 2 "0 0 true\n" all goroutines are asleep - deadlock!
