// len of a channel while somebody sends: any stage can be seen; it synchronises nothing.
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	go func() {
		ch <- 1
		ch <- 2
	}()
	fmt.Println(len(ch), cap(ch))
}

// Outcomes:
//	exit 0 "0 2\n"
//	exit 0 "1 2\n"
//	exit 0 "2 2\n"
