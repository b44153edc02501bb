//go:build go1.26

package main

import (
	"errors"
	"fmt"
)

//chancheck:want panic first [recovered]
func main() {
	defer func() {
		r := recover()
		fmt.Println("got", r)
		panic(fmt.Sprintf("again %v", r))
	}()
	panic(errors.New("first"))
}

// Outcomes:
//	exit 2 "got first\n" first [recovered]\n\tpanic: again first
