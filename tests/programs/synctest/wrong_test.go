//go:build go1.25

// What a bubble does not allow, and bubbles that cannot go on.
//
// Harness: no-go a test (tests/harness/synctest.py runs it)
//
package main

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

//chancheck:want panic deadlock: all goroutines in bubble are blocked
func TestDeadlock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ch := make(chan int)
		<-ch
	})
}

//chancheck:want panic deadlock: main bubble goroutine has exited but blocked goroutines remain
func TestRemain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		go func() { <-make(chan int) }()
	})
}

//chancheck:want fatal send on synctest channel from outside bubble
func TestOutside(t *testing.T) {
	var ch chan int
	synctest.Test(t, func(t *testing.T) {
		ch = make(chan int, 1)
	})
	ch <- 1
}

//chancheck:want panic synctest.Run called from within a synctest bubble
func TestNested(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {})
	})
}

//chancheck:want panic testing: t.Run called inside synctest bubble
func TestRunIn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		t.Run("x", func(t *testing.T) {})
	})
}

//chancheck:want panic goroutine is not in a bubble
func TestWaitOut(t *testing.T) { synctest.Wait() }

//chancheck:want assertion bad
func TestFail(t *testing.T) {
	t.Cleanup(func() { fmt.Println("outer cleanup") })
	synctest.Test(t, func(t *testing.T) {
		t.Cleanup(func() { fmt.Println("cleanup", time.Now()) })
		time.Sleep(time.Hour)
		t.Fatal("bad")
	})
	fmt.Println("not reached")
}

//chancheck:want fatal close of synctest channel from outside bubble
func TestCtx(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	synctest.Test(t, func(t *testing.T) {
		c2, cancel2 := context.WithTimeout(ctx, time.Second)
		defer cancel2()
		<-c2.Done()
		t.Log(c2.Err())
	})
	cancel()
}

var group sync.WaitGroup

//chancheck:want deadlock
func TestGlobalWG(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		group.Add(1)
		go func() { time.Sleep(time.Second); group.Done() }()
		group.Wait()
	})
}

//chancheck:want deadlock
func TestMutex(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		mu.Lock()
		go func() { mu.Lock() }()
		time.Sleep(time.Second)
	})
}

//chancheck:want fatal sync: WaitGroup.Add called from inside and outside synctest bubble
func TestWG(t *testing.T) {
	var wg sync.WaitGroup
	synctest.Test(t, func(t *testing.T) {
		wg.Add(1)
		wg.Done()
	})
	wg.Add(1)
}

//chancheck:want panic foo
func TestGoexit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		go panic("foo")
		synctest.Wait()
	})
}

//chancheck:want fatal stop of synctest timer from outside bubble
func TestStopFromOutside(t *testing.T) {
	var tm *time.Timer
	synctest.Test(t, func(t *testing.T) { tm = time.NewTimer(time.Second) })
	tm.Stop()
}

//chancheck:want assertion wrong
func TestErrorIn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { t.Error("wrong") })
	println("not reached")
}

// Outcomes:
//	exit 1 "--- FAIL: TestErrorIn (0.00s)\n    wrong\nFAIL\n"
//	exit 1 "cleanup 2000-01-01 01:00:00 +0000 UTC\nouter cleanup\n--- FAIL: TestFail (0.00s)\n    bad\nFAIL\n"
//	exit 2 "" all goroutines are asleep - deadlock!
//	exit 2 "" close of synctest channel from outside bubble
//	exit 2 "" foo
//	exit 2 "" send on synctest channel from outside bubble
//	exit 2 "" stop of synctest timer from outside bubble
//	exit 2 "" sync: WaitGroup.Add called from inside and outside synctest bubble
//	exit 2 "" synctest.Run called from within a synctest bubble [recovered, repanicked]
//	exit 2 "" testing: t.Run called inside synctest bubble [recovered, repanicked]
//	exit 2 "--- FAIL: TestDeadlock (0.00s)\n" deadlock: all goroutines in bubble are blocked [recovered, repanicked]
//	exit 2 "--- FAIL: TestRemain (0.00s)\n" deadlock: main bubble goroutine has exited but blocked goroutines remain [recovered, repanicked]
//	exit 2 "--- FAIL: TestWaitOut (0.00s)\n" goroutine is not in a bubble [recovered, repanicked]
