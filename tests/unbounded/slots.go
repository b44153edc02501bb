package main

// The slots of a variable that is yet to come hold what was worked out in them before.
func main() {
	c := make(chan int)
	go func() {
		for range c {
		}
	}()
	name := func(n int) string { return "text"[:n%4] }
	for i := 1; ; i++ { // GROWS "variable i"
		c <- (i*7919 + 1) * (i*7 + 3)
		if s := name(i); s == "none" {
			return
		}
		c <- i % 3
		if s := any(name(i)); s == nil {
			return
		}
	}
}
