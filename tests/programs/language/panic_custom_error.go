//go:build go1.26

package main

import "fmt"

type MyErr struct{ Code int }

func (e *MyErr) Error() string { return fmt.Sprintf("my error %d", e.Code) }

//chancheck:want panic my error 7
func main() {
	defer fmt.Println("deferred")
	panic(&MyErr{7})
}

// Outcomes:
//	exit 2 "deferred\n" my error 7
