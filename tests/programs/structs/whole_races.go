// Copying the whole struct reads every field.
package main

import "fmt"

type pair struct{ a, b int }

//chancheck:want race
func main() {
	p := pair{1, 2}
	done := make(chan pair)
	go func() {
		q := p
		done <- q
	}()
	p.b = 3
	fmt.Println(<-done)
}

// Outcomes:
//	exit 0 "{1 2}\n"
//	exit 0 "{1 3}\n"
