// Nothing is sent after signal.Stop has returned, and a signal may come before it, whether main does anything else in between
// or not.
package main

import (
	"fmt"
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	signal.Stop(c)
	close(c)
	sig, ok := <-c
	fmt.Println(sig, ok)
}

// Outcomes:
//	exit 0 "<nil> false\n"
//	exit 0 "interrupt true\n"
