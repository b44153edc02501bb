// Nothing orders a Setenv and who looks meanwhile.
package main

import (
	"fmt"
	"os"
)

func main() {
	go func() {
		os.Setenv("CHANCHECK_K", "1")
		os.Unsetenv("CHANCHECK_K")
	}()
	_, first := os.LookupEnv("CHANCHECK_K")
	fmt.Println(first, os.Getenv("CHANCHECK_K"))
}

// Outcomes:
//	exit 0 "false \n"
//	exit 0 "false 1\n"
//	exit 0 "true \n"
//	exit 0 "true 1\n"
