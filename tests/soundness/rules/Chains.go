// Only main is there, so no state of it need be stored but the last ones.
package main

import "math/rand"

func main() {
	c := make(chan int, 1)
	c <- 1
	if rand.Intn(2) == 1 {
		panic("the second choice")
	}
}
