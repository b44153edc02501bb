// A deadline in the past wakes who reads already: how a server's Read is cancelled.
package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"time"
)

func serve(ctx context.Context, c net.Conn) (n int, err error) {
	stop := context.AfterFunc(ctx, func() { c.SetDeadline(time.Unix(1, 0)) })
	defer stop()
	buf := make([]byte, 8)
	for {
		got, err := c.Read(buf)
		n += got
		if err != nil {
			return n, err
		}
	}
}

func main() {
	a, b := net.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	wg.Go(func() {
		n, err := serve(ctx, a)
		fmt.Println(n, errors.Is(err, os.ErrDeadlineExceeded))
	})
	b.Write([]byte("hi"))
	cancel()
	wg.Wait()
}

// Outcomes:
//	exit 0 "2 true\n"
