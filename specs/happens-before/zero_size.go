// A variable without size has no memory that could race.
package main

var x struct{}

func main() {
	done := make(chan bool)
	go func() {
		x = struct{}{}
		close(done)
	}()
	x = struct{}{}
	<-done
}
