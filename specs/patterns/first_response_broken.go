// First response wins, broken: the losers wait for ever.
package main

import "fmt"

func query(replicas int) int {
	out := make(chan int)
	for i := range replicas {
		go func() { out <- i }()
	}
	return <-out
}

//chancheck:want leak
func main() {
	fmt.Println(query(3) < 3)
}

// Outcomes:
//	exit 0 "true\n"
