// An unrecovered panic with an error type of one's own: its Error method is called.
package main

import "fmt"

type failure struct {
	op   string
	code int
}

func (f *failure) Error() string {
	fmt.Println("Error is called")
	return fmt.Sprintf("%s failed with %d", f.op, f.code)
}

//chancheck:want panic open failed with 3
func main() {
	panic(&failure{"open", 3})
}

// Outcomes:
//	exit 2 "Error is called\n" open failed with 3
