package main

import "time"

func main() {
	c := make(chan int)
	go func() {
		time.Sleep(time.Second)
		c <- 1
	}()
}
