// When main returns the word must be complete.
//
//chancheck:want property protocol pair
package main

import "math/rand"

//chancheck:protocol pair = open shut

func main() {
	do() //chancheck:event open
	if rand.Intn(2) == 0 {
		do() //chancheck:event shut
	}
}

func do() {}
