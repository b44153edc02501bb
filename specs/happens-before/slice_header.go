// A slice variable is one location, its elements are others.
package main

var s = make([]int, 1)

func main() {
	done := make(chan bool)
	go func() {
		s[0] = 1
		close(done)
	}()
	println(len(s))
	<-done
}
