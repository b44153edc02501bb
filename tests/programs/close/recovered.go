// The panic of a second close can be recovered.
package main

import "fmt"

func safeClose(ch chan int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	close(ch)
	return nil
}

func main() {
	ch := make(chan int)
	errs := make(chan error)
	for range 2 {
		go func() { errs <- safeClose(ch) }()
	}
	a, b := <-errs, <-errs
	fmt.Println((a == nil) != (b == nil), safeClose(nil))
	fmt.Println(safeClose(ch))
}

// Outcomes:
//	exit 0 "true close of nil channel\nclose of closed channel\n"
