package sync

func waitGroupAdd(wg *int32, delta int)
func waitGroupWait(wg *int32)

// A WaitGroup waits for a counter to reach zero. The first two words are the machine's, the others those of the source's
// steps (sync/waitgroup.go), which it takes where they can be told apart from the machine's.
type WaitGroup struct {
	n       int32
	bubble  int32 // what it is associated with
	counter int32
	waiters int32
	sema    int32
}

func (wg *WaitGroup) Add(delta int) {
	changes(&wg.n)
	if !sourceSteps(stepsOfWaitGroup) {
		waitGroupAdd(&wg.n, delta)
		return
	}
	if delta < 0 {
		release(&wg.n)
	}
	step(&wg.n)
	associate(&wg.n, wg.counter|wg.waiters)
	wg.counter += int32(delta)
	counter, waiters := wg.counter, wg.waiters
	if counter < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && counter == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	effect()
	if counter > 0 || waiters == 0 {
		return
	}
	step(&wg.n)
	if wg.counter != counter || wg.waiters != waiters {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	step(&wg.n)
	wg.counter, wg.waiters = 0, 0
	disassociate(&wg.n)
	for ; waiters != 0; waiters-- {
		semRelease(&wg.sema)
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

// The load and the compare-and-swap of the source are one step: if the swap fails nothing has happened.
func (wg *WaitGroup) Wait() {
	inspects(&wg.n)
	if !sourceSteps(stepsOfWaitGroup) {
		waitGroupWait(&wg.n)
		return
	}
	step(&wg.n)
	if wg.counter == 0 {
		acquire(&wg.n)
		if wg.waiters == 0 {
			disassociate(&wg.n)
		}
		return
	}
	wg.waiters++
	semAcquire(&wg.sema)
	step(&wg.n)
	acquire(&wg.n)
	if wg.counter != 0 || wg.waiters != 0 {
		panic("sync: WaitGroup is reused before previous Wait has returned")
	}
}

// Go runs f in a new goroutine that is counted. A panic of f goes on without Done, so that no waiter outruns it.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if v := recover(); v != nil {
				panic(v)
			}
			wg.Done()
		}()
		f()
	}()
}
