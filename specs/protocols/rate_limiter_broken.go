// Who finds the bucket empty waits for nothing and goes in.
//
//chancheck:want property allowed.Load() <= filled.Load()
package main

import "sync/atomic"

var filled, allowed atomic.Int32

//chancheck:invariant allowed.Load() <= filled.Load()
//chancheck:invariant len(bucket) <= 2

var bucket = make(chan struct{}, 2)

func fill() {
	filled.Add(1)
	select {
	case bucket <- struct{}{}:
	default:
	}
}

func main() {
	done := make(chan bool)
	for range 2 {
		go func() {
			for range 2 {
				select {
				case <-bucket:
				default:
				}
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
