// Closing through a Once: nobody closes twice.
package main

import (
	"fmt"
	"sync"
)

type conn struct {
	once sync.Once
	done chan struct{}
}

func (c *conn) Close() { c.once.Do(func() { close(c.done) }) }

func main() {
	c := &conn{done: make(chan struct{})}
	for range 2 {
		go c.Close()
	}
	<-c.done
	c.Close()
	fmt.Println("closed")
}

// Outcomes:
//	exit 0 "closed\n"
