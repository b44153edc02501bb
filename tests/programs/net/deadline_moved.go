// A deadline that has passed and is taken away again: who reads then waits, and gets what is written.
package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	a, b := net.Pipe()
	buf := make([]byte, 8)
	a.SetReadDeadline(time.Unix(1, 0))
	_, err := a.Read(buf)
	fmt.Println(err)
	a.SetReadDeadline(time.Time{})
	go b.Write([]byte("hi"))
	n, err := a.Read(buf)
	fmt.Println(n, err)
	b.Close()
	fmt.Println(a.SetReadDeadline(time.Time{}), b.SetWriteDeadline(time.Time{}))
}

// Outcomes:
//	exit 0 "read pipe: i/o timeout\n2 <nil>\nio: read/write on closed pipe io: read/write on closed pipe\n"
