// Two appends to one slice with room: both write the same element, one is lost.
package main

import "fmt"

//chancheck:want race
func main() {
	s := make([]int, 0, 4)
	done := make(chan []int)
	go func() { done <- append(s, 1) }()
	t := append(s, 2)
	u := <-done
	fmt.Println(t[0] == u[0], len(t), len(s))
}

// Outcomes:
//	exit 0 "true 1 0\n"
