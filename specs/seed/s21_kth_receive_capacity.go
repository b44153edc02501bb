// Section 2.1, the other rule it lacks: the k-th receive from a channel of capacity C happens before the
// completion of send k+C. With C = 1 the second send waits for the first receive: a lock.
package main

import "fmt"

func main() {
	lock := make(chan struct{}, 1)
	done := make(chan struct{})
	x := 0
	go func() {
		lock <- struct{}{}
		x++
		<-lock
		close(done)
	}()
	lock <- struct{}{}
	x++
	<-lock
	<-done
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "2\n"
