// Perm and Shuffle: every order.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	s := []string{"a", "b", "c"}
	rand.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s, rand.Perm(1), rand.Intn(1))
}

// Outcomes:
//	exit 0 "[a b c] [0] 0\n"
//	exit 0 "[a c b] [0] 0\n"
//	exit 0 "[b a c] [0] 0\n"
//	exit 0 "[b c a] [0] 0\n"
//	exit 0 "[c a b] [0] 0\n"
//	exit 0 "[c b a] [0] 0\n"
