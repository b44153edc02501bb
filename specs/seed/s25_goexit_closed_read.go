// Section 2.5: the article says that after runtime.Goexit in main a goroutine that reads a closed channel
// stays _Gwaiting for want of a P. It reads, it ends, and then nobody is left.
package main

import (
	"fmt"
	"runtime"
)

//chancheck:want deadlock no goroutines (main called runtime.Goexit) - deadlock!
func main() {
	ch := make(chan int)
	close(ch)
	go func() {
		v, ok := <-ch
		fmt.Println(v, ok)
	}()
	runtime.Goexit()
}

// Outcomes:
//	exit 2 "0 false\n" no goroutines (main called runtime.Goexit) - deadlock!
