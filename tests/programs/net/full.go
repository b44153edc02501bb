// Harness: no-go the kernel has more room
// Who writes and writes to somebody who does not read waits in the end, until a deadline passes or somebody reads.

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
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return
	}
	s, err := l.Accept()
	if err != nil {
		return
	}
	for range 1024 {
		c.Write([]byte("x"))
	}
	c.SetWriteDeadline(time.Now().Add(time.Second))
	_, err = c.Write([]byte("y"))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
	c.SetWriteDeadline(time.Time{})
	done := make(chan error)
	go func() {
		_, err := c.Write([]byte("z"))
		done <- err
	}()
	s.Read(make([]byte, 1))
	fmt.Println(<-done)
	go func() {
		_, err := c.Write([]byte("z"))
		done <- err
	}()
	s.Close()
	fmt.Println(<-done != nil)
}

// Outcomes:
//	exit 0 ""
//	exit 0 "true\n<nil>\nfalse\n"
//	exit 0 "true\n<nil>\ntrue\n"
