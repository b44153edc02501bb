//go:build go1.25

// The clock of a bubble moves only when all of its goroutines are durably blocked.
//
// Harness: no-go a test (tests/harness/synctest.py runs it)
//
package main

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		go func() {
			time.Sleep(time.Second)
			t.Log(time.Since(start))
		}()
		time.Sleep(2 * time.Second)
		t.Log(time.Since(start), start, time.Now())
		tk := time.NewTicker(time.Second)
		time.Sleep(3500 * time.Millisecond)
		t.Log((<-tk.C).Sub(start))
		t.Log((<-tk.C).Sub(start), time.Since(start))
		tk.Stop()
	})
}

func TestTicker(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.NewTicker(time.Second)
		time.AfterFunc(time.Second, func() { t.Log("x") })
	})
}

func TestTie(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tk := time.NewTicker(time.Second)
		defer tk.Stop()
		time.Sleep(time.Second)
		select {
		case <-tk.C:
		default:
			t.Fatal("no tick")
		}
	})
}

func TestTieHeaped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tk := time.NewTicker(time.Second)
		defer tk.Stop()
		<-tk.C
		time.Sleep(time.Second)
		select {
		case <-tk.C:
		default:
			println("none yet")
		}
	})
}

func TestAfterFuncNow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := make(chan bool, 1)
		tm := time.AfterFunc(0, func() { done <- true })
		if tm.Stop() {
			t.Fatal("stopped")
		}
		<-done
	})
}

func TestOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ch := make(chan int)
		for i := range 3 {
			go func() {
				time.Sleep(time.Duration(3-i) * time.Second)
				ch <- i
			}()
		}
		for want := 2; want >= 0; want-- {
			if got := <-ch; got != want {
				t.Fatal(got, want)
			}
		}
	})
}

func TestFIFO(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ch := make(chan int)
		got := make(chan int, 2)
		for i := range 2 {
			go func() {
				time.Sleep(time.Duration(i+1) * time.Second)
				<-ch
				got <- i
			}()
		}
		time.Sleep(3 * time.Second)
		ch <- 1
		if g := <-got; g != 0 {
			t.Fatal(g)
		}
		ch <- 1
	})
}

func TestTimerValue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := <-time.After(time.Second)
		b := <-time.After(time.Second)
		if d := b.Sub(a); d != time.Second {
			t.Fatal(d)
		}
		if y := a.Year(); y != 2000 {
			t.Fatal(y)
		}
	})
}

func TestWithTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const timeout = 5 * time.Second
		ctx, cancel := context.WithTimeout(t.Context(), timeout)
		defer cancel()
		time.Sleep(timeout - time.Nanosecond)
		synctest.Wait()
		if err := ctx.Err(); err != nil {
			t.Fatalf("before timeout: ctx.Err() = %v, want nil\n", err)
		}
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		if err := ctx.Err(); err != context.DeadlineExceeded {
			t.Fatalf("after timeout: ctx.Err() = %v, want DeadlineExceeded\n", err)
		}
	})
}

func TestParallel(t *testing.T) {
	for i := range 2 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				time.Sleep(time.Duration(i+1) * time.Second)
				synctest.Wait()
				t.Log(time.Now())
			})
		})
	}
}

// Outcomes:
//	exit 0 "PASS\n"
