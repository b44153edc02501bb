// Who dials has an address of its own, and each end of a connection knows both.

package main

import (
	"fmt"
	"net"
)

func main() {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return
	}
	defer l.Close()
	var from [2]string
	for i := range from {
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
		from[i] = s.RemoteAddr().String()
		if c.LocalAddr().String() != from[i] || c.RemoteAddr().String() != l.Addr().String() || s.LocalAddr().String() != l.Addr().String() {
			panic("ends differ")
		}
	}
	fmt.Println(from[0] != from[1])
	_, err = net.Listen("tcp", "x")
	fmt.Println(err)
	_, err = net.Dial("foo", "127.0.0.1:1")
	fmt.Println(err)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_, err = net.Dial("tcp", "127.0.0.1:1")
	fmt.Println(err, port != "")
}

// Outcomes:
//	exit 0 ""
//	exit 0 "true\nlisten tcp: address x: missing port in address\ndial foo: unknown network foo\ndial tcp 127.0.0.1:1: connect: connection refused true\n"
