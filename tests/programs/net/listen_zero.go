// Each listener on port 0 gets a port of its own.
package main

import (
	"fmt"
	"net"
)

func main() {
	a, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return
	}
	b, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return
	}
	fmt.Println(a.Addr().String() == b.Addr().String())
	_, err = net.Listen("tcp", b.Addr().String())
	fmt.Println(err != nil)
	a.Close()
	b.Close()
}

// Outcomes:
//	exit 0 "false\ntrue\n"
