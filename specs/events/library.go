// A call into the library is an event when it has its effect: Lock when the lock is held, Wait when it is over, Do when it returns.
package main

import "sync"

//chancheck:protocol lock = (lock unlock)*
//chancheck:protocol once = (first (do)*)?
//chancheck:protocol group = done done wait
//chancheck:order done* < wait
//chancheck:order first < do
//chancheck:ltl <>wait

var (
	mu    sync.Mutex
	once  sync.Once
	group sync.WaitGroup
)

func worker() {
	defer group.Done() //chancheck:event done
	once.Do(func() {   //chancheck:event do
		mark() //chancheck:event first
	})
	mu.Lock()   //chancheck:event lock
	mu.Unlock() //chancheck:event unlock
}

func mark() {}

func main() {
	group.Add(2)
	go worker()
	go worker()
	group.Wait() //chancheck:event wait
}
