// A lock that is kept on an error path.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var mu sync.Mutex

func update(n int) error {
	mu.Lock()
	if n < 0 {
		return errors.New("negative")
	}
	mu.Unlock()
	return nil
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	for _, n := range []int{1, -1, 2} {
		fmt.Println(update(n))
	}
}

// Outcomes:
//	exit 2 "<nil>\nnegative\n" all goroutines are asleep - deadlock!
