// Section 2.3: the plain read of a closed channel gives the element type's zero value, again and again.
package main

import "fmt"

type point struct{ x, y int }

func main() {
	i := make(chan int)
	p := make(chan *int)
	s := make(chan point)
	e := make(chan error)
	close(i)
	close(p)
	close(s)
	close(e)
	fmt.Println(<-i, <-i, <-p, <-s, <-e)
}

// Outcomes:
//	exit 0 "0 0 <nil> {0 0} <nil>\n"
