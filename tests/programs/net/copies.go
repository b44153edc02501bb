// io.Copy finds ReadFrom and WriteTo of a TCP connection: what goes wrong names them.
package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"strings"
)

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ln.Close()
	acc := make(chan net.Conn)
	go func() {
		c, err := ln.Accept()
		if err != nil {
			close(acc)
			return
		}
		acc <- c
	}()
	a, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		return
	}
	b, ok := <-acc
	if !ok {
		return
	}
	a.Close()
	show := func(n int64, err error) {
		s := fmt.Sprint(err)
		for _, c := range []net.Conn{a, b} {
			s = strings.ReplaceAll(s, c.LocalAddr().String(), "L")
			s = strings.ReplaceAll(s, c.RemoteAddr().String(), "R")
		}
		fmt.Println(n, s)
	}
	var buf bytes.Buffer
	show(io.Copy(&buf, a))
	show(io.Copy(a, strings.NewReader("hello")))
	show(io.Copy(a, io.LimitReader(strings.NewReader("hello"), 3)))
	show(io.Copy(a, a))
	show(io.Copy(a, b))
	show(io.Copy(b, a))
	show(io.Copy(&buf, b))
	show(io.Copy(io.Discard, b))
	_, rf := a.(io.ReaderFrom)
	_, wt := a.(io.WriterTo)
	fmt.Println(rf, wt)
	b.Close()
}

// Outcomes:
//	exit 0 ""
//	exit 0 "0 writeto tcp L->R: read tcp L->R: use of closed network connection\n0 write tcp L->R: use of closed network connection\n0 readfrom tcp L->R: write tcp L->R: use of closed network connection\n0 writeto tcp L->R: readfrom tcp L->R: use of closed network connection\n0 <nil>\n0 writeto tcp L->R: readfrom tcp R->L: use of closed network connection\n0 <nil>\n0 <nil>\ntrue true\n"
