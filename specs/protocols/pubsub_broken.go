// The publisher waits for the slow subscriber.
//
//chancheck:want property []<>publish
//chancheck:want deadlock
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
			subscriber <- 1
		}
		sent() //chancheck:event publish
	}
}

func sent() {}
