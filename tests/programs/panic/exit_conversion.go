// A failed type assertion ends the process.
package main

import "fmt"

type shape interface{ area() float64 }
type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

//chancheck:want panic interface conversion: main.shape is main.square, not *main.square
func main() {
	var s shape = square{2}
	fmt.Println(s.(square).side)
	fmt.Println(s.(*square).side)
}

// Outcomes:
//	exit 2 "2\n" interface conversion: main.shape is main.square, not *main.square
