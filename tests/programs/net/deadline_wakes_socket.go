// A deadline in the past wakes who reads from a socket already.
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
	a, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return
	}
	defer a.Close()
	b, err := l.Accept()
	if err != nil {
		return
	}
	defer b.Close()
	go a.SetReadDeadline(time.Unix(1, 0))
	_, err = a.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
}

// Outcomes:
//	exit 0 ""
//	exit 0 "true\n"
