// Publish and subscribe: every subscriber has a buffer for all it can get; the topic closes them under its lock.
package main

import (
	"fmt"
	"sync"
)

type topic struct {
	mu     sync.Mutex
	subs   []chan string
	closed bool
}

func (t *topic) subscribe() <-chan string {
	t.mu.Lock()
	defer t.mu.Unlock()
	ch := make(chan string, 2)
	if t.closed {
		close(ch)
		return ch
	}
	t.subs = append(t.subs, ch)
	return ch
}

func (t *topic) publish(s string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return
	}
	for _, ch := range t.subs {
		ch <- s
	}
}

func (t *topic) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.closed {
		t.closed = true
		for _, ch := range t.subs {
			close(ch)
		}
	}
}

func main() {
	var t topic
	got := make(chan int)
	for range 2 {
		go func() {
			n := 0
			for range t.subscribe() {
				n++
			}
			got <- n
		}()
	}
	t.publish("a")
	t.close()
	t.publish("b")
	n := <-got + <-got
	fmt.Println(n >= 0, n <= 2)
}

// Outcomes:
//	exit 0 "true true\n"
