// Chain replication (van Renesse, Schneider 2004): a write is acknowledged when the tail has it, a read asks the tail.
package main

//chancheck:order head < tail
//chancheck:order tail < ack

func store() {}

func main() {
	first, last, acks := make(chan int), make(chan int), make(chan int)
	go func() { // head
		for w := range first {
			store() //chancheck:event head
			last <- w
		}
		close(last)
	}()
	go func() { // tail
		for w := range last {
			store() //chancheck:event tail
			acks <- w
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
