// A string variable is one location.
//
//chancheck:want race
package main

func main() {
	s := "ab"
	done := make(chan bool)
	go func() {
		println(s)
		close(done)
	}()
	s = "cd"
	<-done
}
