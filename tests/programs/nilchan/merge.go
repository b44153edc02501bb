// Setting a finished input to nil takes its case out of the select.
package main

import "fmt"

func source(vs ...int) <-chan int {
	ch := make(chan int, len(vs))
	for _, v := range vs {
		ch <- v
	}
	close(ch)
	return ch
}

func main() {
	a, b := source(1), source(2)
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			fmt.Print(v)
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			fmt.Print(v)
		}
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "12\n"
//	exit 0 "21\n"
