// Package variables filled by init, an atomic.Value that is replaced and never changed, a Pool, AfterFunc, a signal: nothing races.
//
// Harness: no-go it waits for signals
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"time"
)

var registry = map[string]int{}

func init() { registry["a"] = 1 }

type conf struct{ m map[string]int }

var cur atomic.Value
var bufs = sync.Pool{New: func() any { b := make([]byte, 0, 4); return &b }}

func use(n int) {
	b := bufs.Get().(*[]byte)
	*b = append((*b)[:0], byte(n))
	bufs.Put(b)
}

func main() {
	cur.Store(&conf{map[string]int{"x": 1}})
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt)
	defer signal.Stop(sig)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		use(1)
		c := cur.Load().(*conf)
		_ = c.m["x"] + registry["a"]
	}()
	use(2)
	old := cur.Load().(*conf)
	n := map[string]int{}
	for k, v := range old.m {
		n[k] = v
	}
	n["y"] = 2
	cur.Store(&conf{n})
	x := 0
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { x++; close(done) })
	select {
	case <-done:
	case <-sig:
		<-done
	}
	wg.Wait()
	fmt.Println(x)
}
