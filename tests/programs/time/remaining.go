// What remains until a deadline can be gone at any look at the clock, however many there were before, also where the deadline was
// fixed long ago.
package main

import (
	"fmt"
	"time"
)

func main() {
	first, second, third := time.Now(), time.Now(), time.Now()
	deadline := third.Add(time.Second)
	looks := 0
	for looks < 3 && deadline.Sub(time.Now()) > 0 {
		looks++
	}
	fmt.Println(looks, first.After(second))
	expiry := time.Date(2030, time.January, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(time.Until(expiry) > 0)
}

// Outcomes:
//	exit 0 "0 false\nfalse\n"
//	exit 0 "0 false\ntrue\n"
//	exit 0 "1 false\nfalse\n"
//	exit 0 "1 false\ntrue\n"
//	exit 0 "2 false\nfalse\n"
//	exit 0 "2 false\ntrue\n"
//	exit 0 "3 false\nfalse\n"
//	exit 0 "3 false\ntrue\n"
