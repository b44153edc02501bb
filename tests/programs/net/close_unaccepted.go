// A connection that nobody accepts is reset when the listener closes: who reads from it does not wait for ever.
package main

import (
	"fmt"
	"io"
	"net"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			fmt.Println("refused")
			return
		}
		defer c.Close()
		_, err = c.Read(make([]byte, 1))
		fmt.Println(err != nil && err != io.EOF)
	}()
	l.Close()
	<-done
}

// Outcomes:
//	exit 0 "refused\n"
//	exit 0 "true\n"
