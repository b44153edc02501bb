// Publish and subscribe, broken: close does not exclude publish.
package main

import "sync"

type topic struct {
	mu   sync.Mutex
	subs []chan string
}

func (t *topic) subscribe() <-chan string {
	t.mu.Lock()
	defer t.mu.Unlock()
	ch := make(chan string, 2)
	t.subs = append(t.subs, ch)
	return ch
}

func (t *topic) publish(s string) {
	t.mu.Lock()
	subs := t.subs
	t.mu.Unlock()
	for _, ch := range subs {
		ch <- s
	}
}

func (t *topic) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, ch := range t.subs {
		close(ch)
	}
	t.subs = nil
}

//chancheck:want panic send on closed channel
func main() {
	var t topic
	sub := t.subscribe()
	go t.publish("a")
	t.close()
	for range sub {
	}
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" send on closed channel
