// A token bucket of two: a ticker fills it, nobody gets in without a token.
package main

import "sync/atomic"

var filled, allowed atomic.Int32

//chancheck:invariant allowed.Load() <= filled.Load()
//chancheck:invariant len(bucket) <= 2

var bucket = make(chan struct{}, 2)

func fill() {
	filled.Add(1)
	bucket <- struct{}{}
}

func main() {
	done := make(chan bool)
	for range 2 {
		go func() {
			for range 2 {
				<-bucket
				allowed.Add(1)
			}
			done <- true
		}()
	}
	for range 4 {
		fill()
	}
	<-done
	<-done
}
