// Who dials for a limited time may fail for that.
package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return
	}
	defer l.Close()
	c, err := net.DialTimeout("tcp", l.Addr().String(), time.Second)
	var failed net.Error
	if errors.As(err, &failed) {
		fmt.Println(failed.Timeout())
		return
	}
	s, err := l.Accept()
	if err != nil {
		return
	}
	// One deadline for reads and writes; a later one for reads takes its place for them.
	c.SetDeadline(time.Now().Add(time.Millisecond))
	c.SetReadDeadline(time.Time{})
	s.Write([]byte("x"))
	n, err := c.Read(make([]byte, 1))
	fmt.Println(n, err)
	c.SetReadDeadline(time.Unix(1, 0))
	_, err = c.Read(make([]byte, 1))
	if failed, ok := err.(net.Error); ok {
		fmt.Println(err == failed, failed.Timeout(), failed.Temporary(), errors.Is(err, os.ErrDeadlineExceeded))
	}
	s.Close()
	c.Close()
	fmt.Println(errors.Is(c.SetDeadline(time.Time{}), net.ErrClosed))
}

// Outcomes:
//	exit 0 "1 <nil>\ntrue true true true\ntrue\n"
//	exit 0 "false\n"
//	exit 0 "true\n"
