// A value in an interface is a copy.
package main

type point struct{ x, y int }

func main() {
	p := point{1, 2}
	var v any = p
	done := make(chan bool)
	go func() {
		println(v.(point).x)
		close(done)
	}()
	p.x = 3
	println(p.x)
	<-done
}
