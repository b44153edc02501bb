// Each write of a variable that an invariant reads is a step, inside of critical sections too.
//
//chancheck:want property from+to == 10
package main

import "sync"

var (
	mu       sync.Mutex
	from, to = 10, 0
)

//chancheck:invariant from+to == 10

func main() {
	mu.Lock()
	from -= 3
	to += 3
	mu.Unlock()
}
