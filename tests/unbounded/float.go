package main

func main() {
	c := make(chan float64)
	go func() {
		for {
			c <- 1
		}
	}()
	sum := 0.0 // GROWS "variable sum"
	for v := range c {
		sum += v
		if sum < 0 {
			return
		}
	}
}
