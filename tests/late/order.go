package main

import "time"

func main() {
	c := make(chan int, 2)
	go func() { time.Sleep(time.Second); c <- 1 }()
	go func() { time.Sleep(2 * time.Second); c <- 2 }()
	time.Sleep(3 * time.Second)
	select {
	case x := <-c:
		if x == 2 {
			panic("second first") // LATE
		}
	default:
		panic("nothing there") // LATE
	}
}
