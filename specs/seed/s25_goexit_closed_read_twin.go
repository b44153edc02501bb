// Section 2.5, twin: the last goroutine ends the process properly.
package main

import (
	"fmt"
	"os"
	"runtime"
)

func main() {
	ch := make(chan int)
	close(ch)
	go func() {
		v, ok := <-ch
		fmt.Println(v, ok)
		os.Exit(0)
	}()
	runtime.Goexit()
}

// Outcomes:
//	exit 0 "0 false\n"
