// Functions travel through channels: an actor that owns its state.

//go:build go1.22

package main

import "fmt"

func main() {
	actions := make(chan func(*int))
	stopped := make(chan int)
	go func() {
		n := 0
		for f := range actions {
			f(&n)
		}
		stopped <- n
	}()
	done := make(chan bool)
	for i := 1; i <= 2; i++ {
		go func() {
			actions <- func(n *int) { *n += i * 10 }
			done <- true
		}()
	}
	<-done
	<-done
	close(actions)
	fmt.Println(<-stopped)
}

// Outcomes:
//	exit 0 "30\n"
