// An index out of range ends the process.
package main

import "fmt"

func at(s []string, i int) string { return s[i] }

//chancheck:want panic index out of range [3] with length 3
func main() {
	s := []string{"a", "b", "c"}
	for i := 0; ; i++ {
		fmt.Println(at(s, i))
	}
}

// Outcomes:
//	exit 2 "a\nb\nc\n" runtime error: index out of range [3] with length 3
