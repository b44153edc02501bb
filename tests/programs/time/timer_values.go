// What timers send is no earlier than when they are due, and ticks come in their order.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := <-time.After(time.Millisecond)
	if t.Before(start) || t.IsZero() {
		panic("before")
	}
	if t.Sub(start) < time.Millisecond {
		panic("early")
	}
	again := time.Now()
	ticker := time.NewTicker(time.Millisecond)
	a := <-ticker.C
	b := <-ticker.C
	c := <-ticker.C
	if b.Before(a) || c.Before(b) {
		panic("order")
	}
	if a.Before(again) {
		panic("tick before start")
	}
	ticker.Stop()
	timer := time.NewTimer(time.Hour)
	timer.Reset(time.Millisecond)
	if late := (<-timer.C).Sub(start); late > time.Hour {
		fmt.Println("late")
	} else {
		fmt.Println("in time")
	}
}

// Outcomes:
//	exit 0 "in time\n"
//	exit 0 "late\n"
