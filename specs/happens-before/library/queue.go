// A queue with a Cond, a Ticker, a Once and a OnceValues: nothing races.
//
// Harness: no-go it logs the time
package main

import (
	"fmt"
	"log"
	"sync"
	"time"
)

type queue struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
}

func (q *queue) put(v int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, v)
	q.cond.Signal()
}
func (q *queue) get() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.cond.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

func main() {
	q := &queue{}
	q.cond = sync.NewCond(&q.mu)
	go q.put(1)
	go q.put(2)
	a, b := q.get(), q.get()
	log.Println(a + b)
	tk := time.NewTicker(time.Millisecond)
	defer tk.Stop()
	n := 0
	stop := make(chan bool)
	go func() { n++; stop <- true }()
loop:
	for {
		select {
		case <-tk.C:
			continue
		case <-stop:
			break loop
		}
	}
	fmt.Println(n)
	var once sync.Once
	var v *int
	get := func() *int { once.Do(func() { v = new(int) }); return v }
	go func() { _ = *get() }()
	_ = *get()
	ov := sync.OnceValues(func() (int, error) { return 1, nil })
	go func() { _, _ = ov() }()
	_, _ = ov()
}
