// The bytes of a string never change.
package main

func main() {
	s := "ab"
	t := s[1:]
	done := make(chan bool)
	go func() {
		println(t)
		close(done)
	}()
	s = "cd"
	println(s)
	<-done
}
