// Two that take turns for ever, one step at a time: which of them moves first from a state that is stored?
package main

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	go func() {
		for {
			<-a
			b <- 1
		}
	}()
	for {
		a <- 1
		<-b
	}
}
