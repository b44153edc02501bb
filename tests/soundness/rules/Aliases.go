// The same pointer twice, or two of the same content.
package main

import (
	"math/rand"
	"runtime"
)

type pair struct{ first *int }

func main() {
	p, q := new(int), new(int)
	both := &pair{q}
	if rand.Intn(2) == 1 {
		both.first = p
	}
	runtime.Gosched()
	*p = 1
	if *both.first == 1 {
		panic("the same")
	}
}
