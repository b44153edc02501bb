package main

import "time"

// The third tick is after the time-out, unless that is late.
func main() {
	stop := time.After(2500 * time.Millisecond)
	t := time.NewTicker(time.Second)
	for n := 1; ; n++ {
		select {
		case <-t.C:
			if n == 3 {
				panic("too many") // LATE
			}
		case <-stop:
			if n == 3 {
				panic("as it should be")
			}
			return
		}
	}
}
