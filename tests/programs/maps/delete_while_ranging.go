// An entry deleted before it is reached is not produced.
package main

import "fmt"

func main() {
	m := map[int]int{1: 2, 2: 1}
	n := 0
	for k, other := range m {
		delete(m, other)
		fmt.Print(k)
		n++
	}
	fmt.Println(" ", n, len(m))
}

// Outcomes:
//	exit 0 "1  1 1\n"
//	exit 0 "2  1 1\n"
