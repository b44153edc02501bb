// Ranging over a map: any order. Two keys, two outcomes.
package main

import "fmt"

func main() {
	m := map[string]int{"a": 1, "b": 2}
	for k, v := range m {
		fmt.Print(k, v, " ")
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "a1 b2 \n"
//	exit 0 "b2 a1 \n"
