// Future, broken: the value is sent once, and the second who asks waits for ever.
package main

import "fmt"

type future chan int

func compute(f func() int) future {
	p := make(future, 1)
	go func() { p <- f() }()
	return p
}

func (p future) get() int { return <-p }

//chancheck:want deadlock all goroutines are asleep
func main() {
	p := compute(func() int { return 42 })
	out := make(chan int)
	go func() { out <- p.get() }()
	fmt.Println(p.get(), <-out)
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
