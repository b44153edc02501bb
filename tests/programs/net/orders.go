// What comes before a write comes before what follows the read that got it.

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
	shared := 0
	go func() {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			l.Close()
			return
		}
		defer c.Close()
		shared = 1
		c.Write([]byte("x"))
	}()
	s, err := l.Accept()
	if err != nil {
		return
	}
	defer s.Close()
	if n, _ := s.Read(make([]byte, 1)); n == 1 {
		fmt.Println(shared)
	}
}

// Outcomes:
//	exit 0 ""
//	exit 0 "1\n"
