// append to a full slice copies.
package main

func main() {
	base := make([]int, 1)
	done := make(chan bool)
	go func() {
		a := append(base, 1)
		println(len(a))
		close(done)
	}()
	b := append(base, 2)
	println(len(b))
	<-done
}
