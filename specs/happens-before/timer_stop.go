// A timer that Stop has stopped does not run its function.
package main

import "time"

func main() {
	x := 0
	t := time.AfterFunc(time.Millisecond, func() { x = 1 })
	if t.Stop() {
		x = 2
		println(x)
	}
	time.Sleep(5 * time.Millisecond)
}
