// A panic is recovered by its own goroutine only; main's deferred functions do not help.

//go:build go1.22

package main

import "fmt"

func main() {
	done := make(chan any)
	for _, v := range []string{"one", "two"} {
		go func() {
			defer func() { done <- recover() }()
			panic(v)
		}()
	}
	a, b := <-done, <-done
	fmt.Println(a != b, a == "one" || a == "two")
}

// Outcomes:
//	exit 0 "true true\n"
