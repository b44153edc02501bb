// An interface variable is one location.
//
//chancheck:want race
package main

type point struct{ x, y int }

func main() {
	var v any = point{1, 2}
	done := make(chan bool)
	go func() {
		_, ok := v.(point)
		println(ok)
		close(done)
	}()
	v = 1
	<-done
}
