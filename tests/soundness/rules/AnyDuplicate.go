// A select enqueues its cases on one channel in any order, so either is served.
package main

func main() {
	c := make(chan int)
	go func() {
		select {
		case c <- 1:
		case c <- 2:
		}
	}()
	select {
	case v := <-c:
		if v == 2 {
			panic("the second")
		}
	default:
	}
}
