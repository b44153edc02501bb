// A consumer that stops early leaves its producer behind.
package main

import "fmt"

//chancheck:want leak
func main() {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range 5 {
			ch <- i
		}
	}()
	for v := range ch {
		if v == 1 {
			break
		}
		fmt.Println(v)
	}
}

// Outcomes:
//	exit 0 "0\n"
