package main

var slots [1 << 16]int

func main() {
	c := make(chan int)
	for i := 0; ; i++ { // NOTE "more than 3000 memory accesses at once that nothing orders"
		go func() {
			slots[i] = 1
			<-c
		}()
	}
}
