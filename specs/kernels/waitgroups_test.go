// Kernels with WaitGroups, Once and Cond.
package kernels

import (
	"sync"
	"testing"
)

// Add in the goroutine: Wait may be first.

//chancheck:want race
//chancheck:want assertion lost
func TestAddInsideBuggy(t *testing.T) {
	var wg sync.WaitGroup
	n := 0
	go func() {
		wg.Add(1)
		defer wg.Done()
		n = 1
	}()
	wg.Wait()
	if n != 1 {
		t.Error("lost")
	}
}

func TestAddInsideFixed(t *testing.T) {
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	go func() {
		defer wg.Done()
		n = 1
	}()
	wg.Wait()
	if n != 1 {
		t.Error("lost")
	}
}

// Done is skipped on a path.

//chancheck:want deadlock
func TestDoneSkippedBuggy(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			if i == 1 {
				return
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

func TestDoneSkippedFixed(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i == 1 {
				return
			}
		}()
	}
	wg.Wait()
}

// The WaitGroup is passed by value.

func workByValue(wg sync.WaitGroup) { wg.Done() }

func workByPointer(wg *sync.WaitGroup) { wg.Done() }

//chancheck:want deadlock
func TestWaitGroupByValueBuggy(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go workByValue(wg)
	wg.Wait()
}

func TestWaitGroupByValueFixed(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go workByPointer(&wg)
	wg.Wait()
}

// Done once too often.

//chancheck:want panic sync: negative WaitGroup counter
//chancheck:want panic sync: WaitGroup is reused before previous Wait has returned
func TestDoneTwiceBuggy(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		if true {
			wg.Done()
		}
	}()
	wg.Wait()
}

func TestDoneTwiceFixed(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
	}()
	wg.Wait()
}

// Who waits also has to receive.

//chancheck:want deadlock
func TestWaitBeforeReceiveBuggy(t *testing.T) {
	results := make(chan int)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- i
		}()
	}
	wg.Wait()
	close(results)
	for range results {
	}
}

func TestWaitBeforeReceiveFixed(t *testing.T) {
	results := make(chan int)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- i
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	n := 0
	for range results {
		n++
	}
	if n != 2 {
		t.Error(n)
	}
}

// Once calls itself.

type lazy struct {
	once  sync.Once
	value int
}

func (l *lazy) GetRecursive() int {
	l.once.Do(func() { l.value = l.GetRecursive() + 1 })
	return l.value
}

func (l *lazy) Get() int {
	l.once.Do(func() { l.value = 1 })
	return l.value
}

//chancheck:want deadlock
func TestOnceRecursiveBuggy(t *testing.T) {
	(&lazy{}).GetRecursive()
}

func TestOnceRecursiveFixed(t *testing.T) {
	l := &lazy{}
	done := make(chan int)
	go func() { done <- l.Get() }()
	if l.Get() != <-done {
		t.Error("two values")
	}
}

// Once whose function fails: later callers take the value for good.

//chancheck:want panic nil pointer dereference
func TestOnceFailedBuggy(t *testing.T) {
	var once sync.Once
	var p *int
	get := func(fail bool) int {
		once.Do(func() {
			if !fail {
				p = new(int)
			}
		})
		return *p
	}
	recovering(func() { get(true) })
	get(false)
}

func TestOnceFailedFixed(t *testing.T) {
	var mu sync.Mutex
	var p *int
	get := func(fail bool) int {
		mu.Lock()
		defer mu.Unlock()
		if p == nil && !fail {
			p = new(int)
		}
		return *p
	}
	recovering(func() { get(true) })
	get(false)
}

// The wake-up comes before the waiter waits.

//chancheck:want deadlock
func TestLostWakeupBuggy(t *testing.T) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	go func() { cond.Signal() }()
	mu.Lock()
	cond.Wait()
	mu.Unlock()
}

func TestLostWakeupFixed(t *testing.T) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	go func() {
		mu.Lock()
		ready = true
		mu.Unlock()
		cond.Signal()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
}

// The condition is changed outside of the lock.

//chancheck:want race
func TestConditionUnlockedBuggy(t *testing.T) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	go func() {
		ready = true
		mu.Lock()
		cond.Broadcast()
		mu.Unlock()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
}

func TestConditionUnlockedFixed(t *testing.T) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	go func() {
		mu.Lock()
		ready = true
		cond.Broadcast()
		mu.Unlock()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
}

// Signal where two wait for different things.

//chancheck:want deadlock
func TestSignalForBroadcastBuggy(t *testing.T) {
	signalOrBroadcast((*sync.Cond).Signal)
}

func TestSignalForBroadcastFixed(t *testing.T) {
	signalOrBroadcast((*sync.Cond).Broadcast)
}

func signalOrBroadcast(wake func(*sync.Cond)) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	open := false
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !open {
				cond.Wait()
			}
			mu.Unlock()
		}()
	}
	mu.Lock()
	open = true
	wake(cond)
	mu.Unlock()
	wg.Wait()
}

// `if` for `for`: a waiter that was woken finds nothing left.

//chancheck:want panic index out of range
//chancheck:want leak
func TestWaitWithoutLoopBuggy(t *testing.T) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	var items []int
	take := func() int {
		mu.Lock()
		defer mu.Unlock()
		if len(items) == 0 {
			cond.Wait()
		}
		v := items[0]
		items = items[1:]
		return v
	}
	go take()
	go take()
	mu.Lock()
	items = append(items, 1)
	cond.Broadcast()
	mu.Unlock()
}

func TestWaitWithoutLoopFixed(t *testing.T) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	var items []int
	done := make(chan int, 2)
	take := func() {
		mu.Lock()
		defer mu.Unlock()
		for len(items) == 0 {
			cond.Wait()
		}
		done <- items[0]
		items = items[1:]
	}
	go take()
	go take()
	for i := range 2 {
		mu.Lock()
		items = append(items, i)
		cond.Broadcast()
		mu.Unlock()
	}
	<-done
	<-done
}

func recovering(f func()) {
	defer func() { _ = recover() }()
	f()
}
