// A mutex is not reentrant.
package main

import (
	"fmt"
	"sync"
)

type store struct {
	sync.Mutex
	v int
}

func (s *store) get() int {
	s.Lock()
	defer s.Unlock()
	return s.v
}

func (s *store) double() int {
	s.Lock()
	defer s.Unlock()
	return s.get() * 2
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	s := &store{v: 4}
	fmt.Println(s.get())
	fmt.Println(s.double())
}

// Outcomes:
//	exit 2 "4\n" all goroutines are asleep - deadlock!
