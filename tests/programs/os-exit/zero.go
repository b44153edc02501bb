// os.Exit(0) in main while a goroutine is blocked: no leak to report.
package main

import (
	"fmt"
	"os"
)

func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	fmt.Println("bye")
	os.Exit(0)
}

// Outcomes:
//	exit 0 "bye\n"
