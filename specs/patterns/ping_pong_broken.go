// Ping-pong, broken: both serve first.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for i := range 3 {
			pong <- i
			fmt.Println("pong got", <-ping)
		}
	}()
	for i := range 3 {
		ping <- i
		fmt.Println("ping got", <-pong)
	}
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
