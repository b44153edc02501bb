// An Accept whose deadline passes fails, and the next is for who sets another: a server that looks now and then whether to go on.
package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	l, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IP{127, 0, 0, 1}})
	if err != nil {
		panic(err)
	}
	l.SetDeadline(time.Now().Add(-time.Second))
	_, err = l.Accept()
	var failed net.Error
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &failed) && failed.Timeout())
	l.SetDeadline(time.Time{})

	go func() {
		c, err := net.DialTCP("tcp", nil, l.Addr().(*net.TCPAddr))
		if err == nil {
			c.Close()
		}
	}()
	l.SetDeadline(time.Now().Add(20 * time.Millisecond))
	c, err := l.Accept()
	switch {
	case err == nil:
		fmt.Println("accepted")
		c.Close()
	case errors.Is(err, os.ErrDeadlineExceeded):
		fmt.Println("too late")
	default:
		fmt.Println(err)
	}
	l.Close()
	fmt.Println(errors.Is(l.SetDeadline(time.Time{}), net.ErrClosed))
}

// Outcomes:
//	exit 0 "true true\naccepted\ntrue\n"
//	exit 0 "true true\ntoo late\ntrue\n"
