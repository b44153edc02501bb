//go:build go1.22

// What is counted and never read tells no states apart: the ticker may tick without end.
package main

import "time"

func main() {
	work, quit := make(chan int), make(chan bool)
	go func() {
		ticks, sum, mean := 0, 0, 0.0
		tick := time.NewTicker(time.Second)
		last := 0
		for {
			select {
			case <-tick.C:
				ticks++
			case v := <-work:
				sum += v
				mean = (mean + float64(sum)) / 2
				last, ticks = ticks, last+1
			case <-quit:
				return
			}
		}
	}()
	for i := range 3 {
		work <- i
	}
	quit <- true
}

// Outcomes:
//	exit 0 ""
