// A signal orders nothing: what was written before it was sent may not be read by who gets it.
//
//chancheck:want race
package main

import (
	"os"
	"os/signal"
	"syscall"
)

var why string

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		why = "sent"
		syscall.Kill(syscall.Getpid(), syscall.SIGTERM)
	}()
	<-c
	_ = why
}

// Outcomes:
//	exit 0 ""
