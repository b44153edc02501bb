// A range over a slice reads element after element.
package main

func main() {
	s := make([]int, 2)
	done := make(chan bool)
	go func() {
		s[1] = 1
		close(done)
	}()
	for _, v := range s[:1] {
		println(v)
	}
	<-done
}
