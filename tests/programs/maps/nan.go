// Keys that are not equal to themselves.
package main

import (
	"fmt"
	"math"
)

func main() {
	m := map[float64]int{1: 1}
	m[math.NaN()] = 2
	_, ok := m[math.NaN()]
	delete(m, math.NaN())
	sum := 0
	for k, v := range m {
		if k != k {
			sum += 10
		}
		sum += v
	}
	fmt.Println(len(m), ok, sum)
	clear(m)
	fmt.Println(len(m))
}

// Outcomes:
//	exit 0 "2 false 13\n0\n"
