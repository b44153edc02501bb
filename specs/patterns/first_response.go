// First response wins: every replica has room for its answer, taken or not.
package main

import "fmt"

func query(replicas int) int {
	out := make(chan int, replicas)
	for i := range replicas {
		go func() { out <- i }()
	}
	return <-out
}

func main() {
	fmt.Println(query(3) < 3)
}

// Outcomes:
//	exit 0 "true\n"
