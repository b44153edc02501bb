// An unrecovered panic with a Stringer.
package main

import "fmt"

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f degrees", float64(t)) }

//chancheck:want panic 36.6 degrees
func main() {
	panic(temp(36.6))
}

// Outcomes:
//	exit 2 "" 36.6 degrees
