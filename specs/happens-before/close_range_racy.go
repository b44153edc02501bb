// A loop that is left earlier has not seen the close.
//
//chancheck:want race
package main

import "time"

var sum int

func main() {
	c := make(chan int, 2)
	go func() {
		c <- 1
		c <- 2
		sum = 3
		close(c)
	}()
	for v := range c {
		if v == 2 {
			break
		}
	}
	println(sum)
	time.Sleep(20 * time.Millisecond)
}
