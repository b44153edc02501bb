package main

func main() {
	a, b := make(chan any), make(chan any)
	go func() {
		for v := range a {
			b <- v.(int) + 1
		}
	}()
	a <- 0
	for v := range b { // GROWS "variable v"
		a <- v
	}
}
