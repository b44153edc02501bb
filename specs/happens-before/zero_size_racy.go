// A byte has.
//
//chancheck:want race
package main

var x byte

func main() {
	done := make(chan bool)
	go func() {
		x = 1
		close(done)
	}()
	x = 2
	<-done
}
