// What came before AfterFunc happens before its function; a channel orders it back.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

func main() {
	x := 1
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() {
		x *= 10
		close(done)
	})
	<-done
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "10\n"
