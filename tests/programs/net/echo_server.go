// A server that echoes, a goroutine for each connection, and two clients.

package main

import (
	"fmt"
	"io"
	"net"
	"sync"
)

func serve(l net.Listener) {
	var wg sync.WaitGroup
	for {
		c, err := l.Accept()
		if err != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer c.Close()
			io.Copy(c, c)
		}()
	}
	wg.Wait()
}

func client(addr, text string) string {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return "no"
	}
	defer c.Close()
	if _, err := c.Write([]byte(text)); err != nil {
		return "write " + err.Error()
	}
	b := make([]byte, len(text))
	if _, err := io.ReadFull(c, b); err != nil {
		return "read " + err.Error()
	}
	return string(b)
}

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println("listen", err)
		return
	}
	done := make(chan bool)
	go func() {
		serve(l)
		close(done)
	}()
	var wg sync.WaitGroup
	got := make([]string, 2)
	for i := range got {
		wg.Go(func() { got[i] = client(l.Addr().String(), string(rune('a'+i))) })
	}
	wg.Wait()
	l.Close()
	<-done
	fmt.Println(got)
}

// Outcomes:
//	exit 0 "[a b]\n"
//	exit 0 "[a no]\n"
//	exit 0 "[no b]\n"
//	exit 0 "[no no]\n"
