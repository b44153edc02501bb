// Two fields of one struct, two elements of one array: no race.
package main

import "fmt"

type pair struct{ a, b int }

func main() {
	var p pair
	var arr [2]int
	s := make([]int, 2)
	done := make(chan bool)
	go func() {
		p.a = 1
		arr[0] = 2
		s[0] = 3
		done <- true
	}()
	p.b = 10
	arr[1] = 20
	s[1] = 30
	<-done
	fmt.Println(p, arr, s)
}

// Outcomes:
//	exit 0 "{1 10} [2 20] [3 30]\n"
