// What is sent is a copy; a pointer that is sent is shared, and the sender's later write races.
package main

import "fmt"

type box struct{ n int }

//chancheck:want race
func main() {
	values, pointers := make(chan box, 1), make(chan *box, 1)
	done := make(chan bool)
	b := box{1}
	p := &box{1}
	go func() {
		fmt.Println((<-values).n, (<-pointers).n)
		done <- true
	}()
	values <- b
	pointers <- p
	b.n = 2
	p.n = 2
	<-done
}

// Outcomes:
//	exit 0 "1 1\n"
//	exit 0 "1 2\n"
