// Bounded queue, broken: if instead of for; a woken goroutine finds the queue emptied by another.
package main

import (
	"fmt"
	"sync"
)

type queue struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	items    []int
}

func (q *queue) put(v int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, v)
	q.notEmpty.Broadcast()
}

func (q *queue) take() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		q.notEmpty.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

//chancheck:want panic index out of range [0] with length 0
func main() {
	q := &queue{}
	q.notEmpty = sync.NewCond(&q.mu)
	out := make(chan int)
	for range 2 {
		go func() { out <- q.take() }()
	}
	q.put(1)
	q.put(2)
	fmt.Println(<-out + <-out)
}

// Outcomes:
//	exit 0 "3\n"
//	exit 2 "" runtime error: index out of range [0] with length 0
