// What is received depends on what is in the buffer: the receiver stands at the same place whichever of the two was first.
package main

func main() {
	items := make(chan int, 2)
	for i := range 2 {
		go func() { items <- i }()
	}
	first := <-items
	if first == 1 {
		panic("one came first")
	}
	<-items
}
