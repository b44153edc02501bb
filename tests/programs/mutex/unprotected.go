// Without the lock an update can be lost.
package main

import "fmt"

//chancheck:want race
func main() {
	n := 0
	done := make(chan bool)
	for range 2 {
		go func() {
			v := n
			n = v + 1
			done <- true
		}()
	}
	<-done
	<-done
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "1\n"
//	exit 0 "2\n"
