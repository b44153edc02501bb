// Two writes to one map race, whatever their keys, and the runtime may notice.
package main

import "fmt"

//chancheck:want race
//chancheck:want fatal concurrent map writes
func main() {
	m := map[int]int{}
	done := make(chan bool)
	go func() {
		m[1] = 1
		done <- true
	}()
	m[2] = 2
	<-done
	fmt.Println(len(m))
}

// Outcomes:
//	exit 0 "2\n"
//	exit 2 "" concurrent map writes
