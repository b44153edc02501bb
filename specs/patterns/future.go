// Future: computed once, asked for by many.
package main

import "fmt"

type future struct {
	done  chan struct{}
	value int
}

func compute(f func() int) *future {
	p := &future{done: make(chan struct{})}
	go func() {
		p.value = f()
		close(p.done)
	}()
	return p
}

func (p *future) get() int {
	<-p.done
	return p.value
}

func main() {
	p := compute(func() int { return 42 })
	out := make(chan int)
	go func() { out <- p.get() }()
	fmt.Println(p.get(), <-out)
}

// Outcomes:
//	exit 0 "42 42\n"
