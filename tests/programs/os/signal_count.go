// Go has one goroutine that waits for signals; a signal that arrives is none.

package main

import (
	"fmt"
	"os"
	"os/signal"
	"runtime"
)

func main() {
	fmt.Print(runtime.NumGoroutine())
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	fmt.Print(runtime.NumGoroutine())
	d := make(chan os.Signal, 1)
	signal.Notify(d, os.Interrupt)
	fmt.Print(runtime.NumGoroutine())
	signal.Stop(c)
	signal.Stop(d)
	fmt.Println(runtime.NumGoroutine())
}

// Outcomes:
//	exit 0 "1222\n"
