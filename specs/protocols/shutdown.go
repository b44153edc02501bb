// A shutdown in three phases: no new work, finish what is queued, then close the store.
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
	<-finished
	shut() //chancheck:event shut
}

func save() {}
func shut() {}
