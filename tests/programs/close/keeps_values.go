// What was sent before close is received; then zero values.
package main

import "fmt"

func main() {
	ch := make(chan string, 3)
	ch <- "a"
	ch <- "b"
	close(ch)
	fmt.Println(len(ch), cap(ch))
	for i := range 3 {
		v, ok := <-ch
		fmt.Printf("%d %q %t %d\n", i, v, ok, len(ch))
	}
	select {
	case v, ok := <-ch:
		fmt.Printf("%q %t\n", v, ok)
	default:
		fmt.Println("never")
	}
}

// Outcomes:
//	exit 0 "2 3\n0 \"a\" true 1\n1 \"b\" true 0\n2 \"\" false 0\n\"\" false\n"
