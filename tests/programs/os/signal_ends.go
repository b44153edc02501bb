// A signal that the process sends to itself and no longer handles ends it, some time later.
//
// Harness: no-go its exit code is that which a shell tells
package main

import (
	"context"
	"fmt"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	syscall.Kill(syscall.Getpid(), syscall.SIGTERM)
	<-ctx.Done()
	fmt.Println("first")
	stop()
	syscall.Kill(syscall.Getpid(), syscall.SIGTERM)
	fmt.Println("second")
	select {}
}

// Outcomes:
//	exit 143 "first\n"
//	exit 143 "first\nsecond\n"
