// A channel of capacity one as a lock.
package main

import "fmt"

func main() {
	lock := make(chan bool, 1)
	done := make(chan bool)
	n := 0
	for range 2 {
		go func() {
			lock <- true
			v := n
			n = v + 1
			<-lock
			done <- true
		}()
	}
	<-done
	<-done
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "2\n"
