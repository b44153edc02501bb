// Two goroutines read from one connection while a third closes it; what is written comes once and in order.

package main

import (
	"fmt"
	"net"
	"sync"
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
	got := make([]string, 2)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() {
			b := make([]byte, 4)
			n, err := c.Read(b)
			got[i] = string(b[:n])
			if err != nil {
				got[i] = "-"
			}
		})
	}
	s.Write([]byte("a"))
	s.Write([]byte("b"))
	go c.Close()
	wg.Wait()
	if got[0] > got[1] {
		got[0], got[1] = got[1], got[0]
	}
	fmt.Println(got)
}

// Outcomes:
//	exit 0 ""
//	exit 0 "[- -]\n"
//	exit 0 "[- a]\n"
//	exit 0 "[- ab]\n"
//	exit 0 "[a b]\n"
