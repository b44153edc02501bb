// Two goroutines that end the process with different codes: the first one wins.
package main

import "os"

func main() {
	go os.Exit(1)
	go func() {
		os.Exit(2 + 1)
	}()
	select {}
}

// Outcomes:
//	exit 1 ""
//	exit 3 ""
