// A reading of the clock stays earlier than later ones, whatever has been asked of it meanwhile.

package main

import "time"

func main() {
	start := time.Now()
	for i := 0; i < 2; i++ {
		now := time.Now()
		if now.Before(start) {
			panic("backwards")
		}
		if now.Sub(start) < 0 || time.Since(start) < 0 {
			panic("negative")
		}
	}
	if time.Now().Before(start) {
		panic("backwards")
	}
	watch()
}

// watch goes on until a second seems to have passed, or longer.
func watch() {
	for last, slow := time.Now(), 0; slow < 2; {
		now := time.Now()
		if now.Before(last) {
			panic("backwards")
		}
		if now.Sub(last) > time.Microsecond {
			last = now
			slow++
		}
	}
}

// Outcomes:
//	exit 0 ""
