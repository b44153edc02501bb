// Reuse before the other Wait has returned.

package main

import "sync"

//chancheck:want panic sync: WaitGroup is reused before previous Wait has returned
//chancheck:want panic sync: WaitGroup misuse: Add called concurrently with Wait
func main() {
	var wg sync.WaitGroup
	done := make(chan bool, 2)
	wg.Add(1)
	go func() { wg.Wait(); done <- true }()
	go func() { wg.Done() }()
	wg.Wait()
	wg.Add(1)
	wg.Done()
	<-done
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" sync: WaitGroup is reused before previous Wait has returned
//	exit 2 "" sync: WaitGroup misuse: Add called concurrently with Wait
