package sync

func waitGroupAdd(wg *int32, delta int)
func waitGroupWait(wg *int32)

// A WaitGroup waits for a counter to reach zero.
type WaitGroup struct {
	n int32
}

func (wg *WaitGroup) Add(delta int) { waitGroupAdd(&wg.n, delta) }
func (wg *WaitGroup) Done()         { waitGroupAdd(&wg.n, -1) }
func (wg *WaitGroup) Wait()         { waitGroupWait(&wg.n) }

// Go runs f in a new goroutine that is counted. A panic of f goes on without Done, so that no waiter outruns it.
func (wg *WaitGroup) Go(f func()) {
	waitGroupAdd(&wg.n, 1)
	go func() {
		defer func() {
			if v := recover(); v != nil {
				panic(v)
			}
			waitGroupAdd(&wg.n, -1)
		}()
		f()
	}()
}
