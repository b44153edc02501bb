// A stream of bytes keeps no boundaries: one Read may get what two Writes wrote, or the first only. Small writes need no reader.
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
	defer l.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return
	}
	s, err := l.Accept()
	if err != nil {
		return
	}
	defer s.Close()
	for i := range 5 {
		fmt.Fprint(c, i)
	}
	c.Write(nil)
	c.Close()
	buf := make([]byte, 4)
	n, err := s.Read(buf)
	fmt.Printf("%q %v\n", buf[:n], err)
	rest, err := io.ReadAll(s)
	fmt.Printf("%q %v\n", rest, err)
}

// Outcomes:
//	exit 0 ""
//	exit 0 "\"0\" <nil>\n\"1234\" <nil>\n"
//	exit 0 "\"0123\" <nil>\n\"4\" <nil>\n"
