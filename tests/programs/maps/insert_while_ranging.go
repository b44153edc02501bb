// An entry made during the iteration may be produced or skipped.
package main

import "fmt"

func main() {
	m := map[int]bool{1: true}
	n := 0
	for k := range m {
		if k == 1 {
			m[2] = true
		}
		n++
	}
	fmt.Println(n, len(m))
}

// Outcomes:
//	exit 0 "1 2\n"
//	exit 0 "2 2\n"
