//go:build go1.25

// Wait, and what blocks durably.
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

func TestAfterFunc(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		called := false
		context.AfterFunc(ctx, func() { called = true })
		synctest.Wait()
		if called {
			t.Fatalf("called before")
		}
		cancel()
		synctest.Wait()
		if !called {
			t.Fatalf("not called")
		}
	})
}

//chancheck:want panic deadlock: main bubble goroutine has exited
func TestWaitOrders(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x := 0
		go func() { x = 1; select {} }()
		synctest.Wait()
		if x != 1 {
			t.Fatal("x")
		}
	})
}

func TestTestOrders(t *testing.T) {
	x := 0
	synctest.Test(t, func(t *testing.T) {
		go func() { x = 1 }()
	})
	if x != 1 {
		t.Fatal("x")
	}
}

func TestWGDurable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var wg sync.WaitGroup
		start := time.Now()
		for i := range 3 {
			wg.Go(func() { time.Sleep(time.Duration(i) * time.Second) })
		}
		wg.Wait()
		if d := time.Since(start); d != 2*time.Second {
			t.Fatal(d)
		}
		wg.Add(1)
		wg.Done()
		wg.Wait()
	})
}

func TestCond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		c := sync.NewCond(&mu)
		ready := false
		go func() {
			mu.Lock()
			for !ready {
				c.Wait()
			}
			mu.Unlock()
		}()
		synctest.Wait()
		mu.Lock()
		ready = true
		c.Signal()
		mu.Unlock()
	})
}

func TestTwoWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		go func() { defer func() { fmt.Println(recover()) }(); synctest.Wait() }()
		defer func() { fmt.Println(recover()) }()
		synctest.Wait()
	})
}

func TestOutsideChannel(t *testing.T) {
	ch := make(chan int)
	go func() { ch <- 1 }()
	synctest.Test(t, func(t *testing.T) {
		<-ch
	})
}

func TestSkip(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { t.Skip("why") })
}

//chancheck:want leak
func TestRecovered(t *testing.T) {
	defer func() { println(recover().(error).Error()) }()
	synctest.Test(t, func(t *testing.T) { <-make(chan int) })
}

// Outcomes:
//	exit 0 "PASS\n"
//	exit 0 "wait already in progress\n<nil>\nPASS\n"
//	exit 2 "--- FAIL: TestWaitOrders (0.00s)\n" deadlock: main bubble goroutine has exited but blocked goroutines remain [recovered, repanicked]
