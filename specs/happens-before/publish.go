// A list built before it is shared, and then only read.
package main

type node struct {
	value int
	next  *node
}

func main() {
	var list *node
	for i := range 3 {
		list = &node{i, list}
	}
	done := make(chan int)
	for range 2 {
		go func() {
			sum := 0
			for n := list; n != nil; n = n.next {
				sum += n.value
			}
			done <- sum
		}()
	}
	println(<-done + <-done)
}
