// Do inside Do of the same Once.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	var once sync.Once
	once.Do(func() {
		fmt.Println("outer")
		once.Do(func() { fmt.Println("inner") })
	})
}

// Outcomes:
//	exit 2 "outer\n" all goroutines are asleep - deadlock!
