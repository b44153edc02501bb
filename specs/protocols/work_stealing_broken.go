// The thief looks and takes in two critical sections: a task may be done twice.
//
//chancheck:want property done[0] <= 1 && done[1] <= 1
package main

import "sync"

const tasks = 2

var (
	mu   sync.Mutex
	done [tasks]int
)

//chancheck:invariant done[0] <= 1 && done[1] <= 1

type Queue struct {
	mu    sync.Mutex
	tasks []int
}

func (q *Queue) Take() (int, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.tasks) == 0 {
		return 0, false
	}
	t, rest := q.tasks[0], q.tasks[1:]
	q.mu.Unlock()
	q.mu.Lock()
	q.tasks = rest
	return t, true
}

func worker(own, other *Queue, end *sync.WaitGroup) {
	defer end.Done()
	for {
		t, ok := own.Take()
		if !ok {
			t, ok = other.Take()
		}
		if !ok {
			return
		}
		mu.Lock()
		done[t]++
		mu.Unlock()
	}
}

func main() {
	a, b := &Queue{tasks: []int{0, 1}}, &Queue{}
	var end sync.WaitGroup
	end.Add(2)
	go worker(a, b, &end)
	go worker(b, a, &end)
	end.Wait()
}
