package main

// the number lives only in messages
func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		for v := range a {
			b <- v + 1
		}
	}()
	a <- 0
	for v := range b { // GROWS "variable v"
		a <- v
	}
}
