// The other's default is possible only before main has sent.
package main

func main() {
	c := make(chan int, 1)
	go func() {
		select {
		case <-c:
		default:
			panic("nothing in c")
		}
	}()
	c <- 1
}
