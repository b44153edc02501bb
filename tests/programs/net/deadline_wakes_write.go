// A deadline in the past wakes who writes already.
package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	a, _ := net.Pipe()
	go a.SetWriteDeadline(time.Unix(1, 0))
	n, err := a.Write([]byte("nobody reads"))
	fmt.Println(n, err)
}

// Outcomes:
//	exit 0 "0 write pipe: i/o timeout\n"
