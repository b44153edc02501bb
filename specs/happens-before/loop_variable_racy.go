// A variable outside of the loop is shared.
//
//chancheck:want race
package main

func main() {
	done := make(chan bool)
	var i int
	for i = 0; i < 2; i++ {
		go func() {
			println(i)
			done <- true
		}()
	}
	<-done
	<-done
}
