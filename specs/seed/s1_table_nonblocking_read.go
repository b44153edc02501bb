// Section 1, table, row 1: a read after close returns at once, whoever reads.
package main

import "fmt"

func main() {
	ch := make(chan int)
	done := make(chan bool)
	close(ch)
	go func() {
		_, ok := <-ch
		done <- ok
	}()
	_, ok := <-ch
	fmt.Println(ok, <-done)
}

// Outcomes:
//	exit 0 "false false\n"
