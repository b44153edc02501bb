// Harness: no-go it never ends
// A goroutine that waits for the network is no deadlock to the runtime: a thread stays in the poller.
package main

import (
	"fmt"
	"net"
)

//chancheck:want hang
func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return
	}
	fmt.Println("listening")
	l.Accept()
}

// Outcomes:
//	hang
