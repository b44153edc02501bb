// A captured variable is shared.
//
//chancheck:want race
package main

func main() {
	err := 0
	done := make(chan bool)
	go func() {
		println(err)
		close(done)
	}()
	err = 1
	<-done
}
