// testing/synctest: what the goroutines of a bubble did before they blocked or ended is ordered before Wait and Test return.
// Sleep orders nothing, though the clock moves only when all others are blocked: TestSleep races.
//
//go:build go1.25
//
// Harness: no-go a test
package main

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x := 0
		stop := make(chan bool)
		go func() {
			x++
			<-stop
		}()
		go func() { x2 := 1; _ = x2 }()
		synctest.Wait()
		x++
		close(stop)
	})
}

func TestWaitForEnded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x := 0
		go func() { x++ }()
		synctest.Wait()
		x++
	})
}

func TestTest(t *testing.T) {
	x := 0
	synctest.Test(t, func(t *testing.T) {
		go func() { x++ }()
	})
	x++
}

//chancheck:want race
func TestSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x := 0
		go func() { x++ }()
		time.Sleep(time.Second)
		x++
	})
}
