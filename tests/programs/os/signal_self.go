// A process that sends signals to itself: one that it handles arrives, one of the others does nothing.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	syscall.Kill(syscall.Getpid(), syscall.SIGUSR1)
	fmt.Println(<-c)
	signal.Stop(c)
	p, err := os.FindProcess(os.Getpid())
	if err != nil {
		panic(err)
	}
	fmt.Println(p.Signal(syscall.SIGUSR1))
}

// Outcomes:
//	exit 0 "user defined signal 1\n<nil>\n"
