// A read that waits gets what comes, or its deadline passes first; one that begins after its deadline fails, whatever there is.

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
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return
	}
	defer c.Close()
	s, err := l.Accept()
	if err != nil {
		return
	}
	defer s.Close()
	c.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	go s.Write([]byte("x"))
	b := make([]byte, 4)
	n, err := c.Read(b)
	late := errors.Is(err, os.ErrDeadlineExceeded)
	fmt.Println(n, late)
	if late {
		_, err = c.Read(b)
		fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
		c.SetReadDeadline(time.Time{})
		n, err = c.Read(b)
		fmt.Println(n, err)
	}
	s.SetWriteDeadline(time.Now().Add(-time.Second))
	_, err = s.Write([]byte("y"))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
}

// Outcomes:
//	exit 0 ""
//	exit 0 "0 true\ntrue\n1 <nil>\ntrue\n"
//	exit 0 "1 false\ntrue\n"
