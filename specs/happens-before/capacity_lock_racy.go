// Two may hold it where there is room for two.
//
//chancheck:want race
package main

var x int

func main() {
	lock, done := make(chan int, 2), make(chan int)
	for range 2 {
		go func() {
			lock <- 0
			x++
			<-lock
			done <- 0
		}()
	}
	<-done
	<-done
	println(x)
}
