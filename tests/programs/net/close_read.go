// CloseRead ends this side's waiting and nothing else: what the other side writes is taken, and read if it is there.
package main

import (
	"errors"
	"fmt"
	"io"
	"net"
)

func main() {
	here, err := net.ResolveTCPAddr("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	l, err := net.ListenTCP("tcp", here)
	if err != nil {
		panic(err)
	}
	defer l.Close()
	fmt.Println(here, l.Addr().(*net.TCPAddr).IP)
	c, err := net.DialTCP("tcp", nil, l.Addr().(*net.TCPAddr))
	if err != nil {
		return
	}
	defer c.Close()
	s, err := l.AcceptTCP()
	if err != nil {
		panic(err)
	}
	done := make(chan bool)
	go func() {
		n, err := s.Read(make([]byte, 4))
		fmt.Println(n, err == io.EOF)
		close(done)
	}()
	fmt.Println(s.CloseRead())
	<-done
	fmt.Println(c.Write([]byte("late")))
	fmt.Println(s.Write([]byte("hi")))
	b := make([]byte, 4)
	n, err := c.Read(b)
	fmt.Println(string(b[:n]), err)
	s.Close()
	fmt.Println(errors.Is(s.CloseRead(), net.ErrClosed), errors.Is(s.CloseWrite(), net.ErrClosed))
	_, err = net.DialTCP("udp", nil, here)
	fmt.Println(err)
	_, err = net.DialTCP("tcp", nil, nil)
	fmt.Println(err)
	_, err = net.ResolveTCPAddr("unix", "x")
	fmt.Println(err)
}

// Outcomes:
//	exit 0 "127.0.0.1:0 127.0.0.1\n"
//	exit 0 "127.0.0.1:0 127.0.0.1\n0 true\n<nil>\n4 <nil>\n2 <nil>\nhi <nil>\ntrue true\ndial udp 127.0.0.1:0: unknown network udp\ndial tcp: missing address\nunknown network unix\n"
//	exit 0 "127.0.0.1:0 127.0.0.1\n<nil>\n0 true\n4 <nil>\n2 <nil>\nhi <nil>\ntrue true\ndial udp 127.0.0.1:0: unknown network udp\ndial tcp: missing address\nunknown network unix\n"
