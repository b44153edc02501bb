// What comes before a Setenv happens before who sees what it set: no race.
package main

import (
	"fmt"
	"os"
)

func main() {
	x := 0
	go func() {
		x = 1
		os.Setenv("CHANCHECK_K", "1")
	}()
	if os.Getenv("CHANCHECK_K") == "1" {
		fmt.Println(x)
	}
}

// Outcomes:
//	exit 0 ""
//	exit 0 "1\n"
