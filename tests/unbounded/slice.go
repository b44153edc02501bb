package main

func main() {
	in := make(chan int)
	go func() {
		for {
			in <- 1
		}
	}()
	var all []int // GROWS "length of variable all"
	for v := range in {
		all = append(all, v)
	}
}
