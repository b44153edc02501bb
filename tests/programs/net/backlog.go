// Connections wait until they are accepted: the kernel keeps them.
package main

import (
	"fmt"
	"net"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return
	}
	defer l.Close()
	for range 3 {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			fmt.Println("not connected")
			return
		}
		defer c.Close()
	}
	for range 3 {
		c, err := l.Accept()
		if err != nil {
			return
		}
		c.Close()
	}
	fmt.Println("done")
}

// Outcomes:
//	exit 0 "done\n"
//	exit 0 "not connected\n"
