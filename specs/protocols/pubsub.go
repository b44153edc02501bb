// Publish and subscribe: a slow subscriber loses messages, it does not hold up the publisher.
package main

//chancheck:ltl []<>publish

func main() {
	fast, slow := make(chan int, 1), make(chan int, 1)
	go func() {
		for range fast {
		}
	}()
	go func() {
		<-slow // and then it has other things to do
	}()
	for {
		for _, subscriber := range []chan int{fast, slow} {
			select {
			case subscriber <- 1:
			default:
			}
		}
		sent() //chancheck:event publish
	}
}

func sent() {}

// Harness: no-go it runs for ever
