// The first write to somebody who has closed is sent, and answered by a reset; what was not read breaks a connection off.

package main

import (
	"errors"
	"fmt"
	"io"
	"net"
)

func pair() (net.Conn, net.Conn) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer l.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return nil, nil
	}
	s, err := l.Accept()
	if err != nil {
		panic(err)
	}
	return c, s
}

// reason is the innermost error.
func reason(err error) error {
	for errors.Unwrap(err) != nil {
		err = errors.Unwrap(err)
	}
	return err
}

func main() {
	c, s := pair()
	if c == nil {
		return
	}
	c.Close()
	for i := range 3 {
		n, err := s.Write([]byte("x"))
		if i != 1 {
			fmt.Println(n, err != nil)
		}
	}
	_, err := s.Read(make([]byte, 1))
	fmt.Println(err == io.EOF)
	s.Close()
	fmt.Println(errors.Is(s.Close(), net.ErrClosed))

	c, s = pair()
	if c == nil {
		return
	}
	s.Write([]byte("unread"))
	c.Write([]byte("hello"))
	c.Close()
	b := make([]byte, 10)
	n, err := s.Read(b)
	fmt.Println(string(b[:n]), err)
	_, err = s.Read(b)
	broken := err != io.EOF
	_, again := s.Read(b)
	fmt.Println(broken, again == io.EOF)
	_, err = s.Write([]byte("x"))
	fmt.Println((err != nil) == broken)
	s.Close()
}

// Outcomes:
//	exit 0 ""
//	exit 0 "1 false\n0 true\ntrue\ntrue\n"
//	exit 0 "1 false\n0 true\ntrue\ntrue\nhello <nil>\nfalse true\ntrue\n"
//	exit 0 "1 false\n0 true\ntrue\ntrue\nhello <nil>\ntrue true\ntrue\n"
