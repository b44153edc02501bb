// Ranging over a map: any order, and a break after the second entry.
package main

import "fmt"

func main() {
	m := map[int]bool{1: true, 2: true, 3: true}
	n := 0
	for k := range m {
		fmt.Print(k)
		n++
		if n == 2 {
			break
		}
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "12\n"
//	exit 0 "13\n"
//	exit 0 "21\n"
//	exit 0 "23\n"
//	exit 0 "31\n"
//	exit 0 "32\n"
