// What net.Listen and net.Dial return are the types of TCP, and so are their addresses.

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
	port := l.Addr().(*net.TCPAddr).Port
	c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return
	}
	s, err := l.Accept()
	if err != nil {
		return
	}
	if t, ok := c.(*net.TCPConn); ok {
		t.SetNoDelay(true)
		t.CloseWrite()
	}
	if _, ok := l.(*net.TCPListener); !ok {
		panic("listener")
	}
	a := s.RemoteAddr().(*net.TCPAddr)
	fmt.Println(port != 0, a.Port != port, a.IP.String(), a.IP.IsLoopback(), len(a.IP), a.Network(), a.Zone == "")
}

// Outcomes:
//	exit 0 ""
//	exit 0 "true true 127.0.0.1 true 4 tcp true\n"
