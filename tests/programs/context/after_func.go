// context.AfterFunc runs its function after cancel, in a goroutine of its own; stop reports if it prevented it.
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ran := make(chan bool)
	stop1 := context.AfterFunc(ctx, func() { ran <- true })
	stop2 := context.AfterFunc(ctx, func() { fmt.Println("never") })
	fmt.Println(stop2(), stop2())
	cancel()
	fmt.Println(<-ran, stop1())
}

// Outcomes:
//	exit 0 "true false\ntrue false\n"
