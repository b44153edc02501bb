package main

import "fmt"

func main() {
	in := make(chan int)
	go func() {
		for {
			in <- 0
		}
	}()
	s := "" // GROWS "length of variable s"
	for v := range in {
		s += fmt.Sprint(v)
		if s == "1" {
			return
		}
	}
}
