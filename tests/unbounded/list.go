package main

type node struct {
	next *node
	v    int
}

func main() {
	in := make(chan int)
	go func() {
		for {
			in <- 0
		}
	}()
	var head *node
	for v := range in {
		head = &node{head, v} // GROWS "number of objects made here"
	}
}
