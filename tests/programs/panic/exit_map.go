// Assignment to a nil map; reading, deleting, len and range are fine.
package main

import "fmt"

//chancheck:want panic assignment to entry in nil map
func main() {
	var m map[string][]int
	fmt.Println(m["x"], len(m), m == nil)
	delete(m, "x")
	for range m {
		fmt.Println("never")
	}
	v, ok := m["y"]
	fmt.Println(v, ok)
	m["x"] = append(m["x"], 1)
}

// Outcomes:
//	exit 2 "[] 0 true\n[] false\n" assignment to entry in nil map
