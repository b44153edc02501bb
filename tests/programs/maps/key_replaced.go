// A key that is equal to the one in the map takes its place: only of zeros can that be seen.
package main

import (
	"fmt"
	"math"
)

func main() {
	negative := math.Copysign(0, -1)
	m := map[float64]string{0: "plus"}
	m[negative] = "minus"
	fmt.Println(m, len(m))
	m[0] += ", plus"
	for k, v := range m {
		fmt.Println(math.Signbit(k), v)
	}
	i := map[any]int{complex(0, negative): 1}
	i[complex(0, 0)]++
	fmt.Println(i)
}

// Outcomes:
//	exit 0 "map[-0:minus] 1\nfalse minus, plus\nmap[(0+0i):2]\n"
