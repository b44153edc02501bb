// signal.Stop waits for the signal that is being relayed: closing the channel then is fine, also where several can arrive and
// others run.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	w := make(chan int)
	go func() { w <- 1 }()
	<-w
	signal.Reset(os.Interrupt)
	signal.Stop(c)
	close(c)
	fmt.Println(len(c) <= 1)
}

// Outcomes:
//	exit 0 "true\n"
