// An unrecovered panic with an error shows the error's text.
package main

import (
	"errors"
	"fmt"
)

//chancheck:want panic disk: full
func main() {
	err := errors.New("full")
	fmt.Println("before")
	panic(fmt.Errorf("disk: %w", err))
}

// Outcomes:
//	exit 2 "before\n" disk: full
