// Who dials while the listener is closed may come before that, and after.
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
	done := make(chan bool)
	go func() {
		l.Close()
		close(done)
	}()
	c, err := net.Dial("tcp", l.Addr().String())
	if err == nil {
		c.Close()
	}
	fmt.Println(err == nil)
	<-done
}

// Outcomes:
//	exit 0 "false\n"
//	exit 0 "true\n"
