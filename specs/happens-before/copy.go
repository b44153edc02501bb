// copy writes as many elements as it copies.
package main

func main() {
	s := make([]int, 2)
	done := make(chan bool)
	go func() {
		copy(s, []int{1})
		close(done)
	}()
	println(s[1])
	<-done
}
