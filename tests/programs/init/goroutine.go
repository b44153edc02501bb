// Goroutines started during initialisation run before, during or after main's first statements.
package main

import "fmt"

var ready = start()

func start() chan int {
	ch := make(chan int)
	go func() { ch <- 42 }()
	return ch
}

var early int

func init() {
	done := make(chan bool)
	go func() {
		early = 7
		close(done)
	}()
	<-done
}

func main() {
	fmt.Println(early, <-ready)
}

// Outcomes:
//	exit 0 "7 42\n"
