// main goes round alone and is independent of everybody.
package main

func main() {
	never, c := make(chan int), make(chan int)
	go func() { close(c) }()
	go func() {
		<-c
		panic("c is closed")
	}()
	for {
		select {
		case <-never:
		default:
		}
	}
}
