// Work stealing: who has nothing takes from the other's queue; each task is done once.
package main

import "sync"

const tasks = 2

var (
	mu   sync.Mutex
	done [tasks]int
)

//chancheck:invariant done[0] <= 1 && done[1] <= 1
//chancheck:ltl <>{done[0] == 1 && done[1] == 1}

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
	t := q.tasks[0]
	q.tasks = q.tasks[1:]
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
