// The runtime serves the case that was queued first.
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
			panic("impossible")
		}
	default:
	}
}
