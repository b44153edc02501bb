// The store is closed as soon as the queue is: work in flight finds it shut.
//
//chancheck:want property protocol phases
//chancheck:want order work* < shut
package main

//chancheck:protocol phases = (accept | work)* stop work* shut
//chancheck:order work* < shut

func main() {
	queue := make(chan int, 1)
	finished := make(chan bool)
	go func() {
		for range queue {
			save() //chancheck:event work
		}
		close(finished)
	}()
	for i := range 2 {
		queue <- i //chancheck:event accept
	}
	close(queue) //chancheck:event stop
	shut()       //chancheck:event shut
	<-finished
}

func save() {}
func shut() {}
