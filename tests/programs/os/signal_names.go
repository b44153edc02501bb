// Signals have names.

package main

import (
	"fmt"
	"os"
	"syscall"
)

func main() {
	var s fmt.Stringer = syscall.SIGTERM
	name := s.String
	fmt.Println(os.Interrupt, name(), os.Kill == syscall.SIGKILL)
}

// Outcomes:
//	exit 0 "interrupt terminated true\n"
