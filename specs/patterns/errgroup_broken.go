// Errgroup, broken: errors go through an unbuffered channel of which only the first is taken.

//go:build go1.22

package main

import (
	"errors"
	"fmt"
)

//chancheck:want leak
func main() {
	errs := make(chan error)
	for _, name := range []string{"a", "b"} {
		go func() {
			errs <- errors.New(name + " failed")
		}()
	}
	if err := <-errs; err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(<-errs)
}

// Outcomes:
//	exit 0 "a failed\n"
//	exit 0 "b failed\n"
