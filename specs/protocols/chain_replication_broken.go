// The head acknowledges: a write may be acknowledged that the tail does not have.
//
//chancheck:want order tail < ack
package main

//chancheck:order head < tail
//chancheck:order tail < ack

func store() {}

func main() {
	first, last, acks := make(chan int), make(chan int), make(chan int)
	go func() { // head
		for w := range first {
			store() //chancheck:event head
			acks <- w
			last <- w
		}
		close(last)
	}()
	go func() { // tail
		for range last {
			store() //chancheck:event tail
		}
		close(acks)
	}()
	for w := range 2 {
		first <- w
		<-acks //chancheck:event ack
	}
	close(first)
	<-acks
}
