// append writes behind the length where there is room.
//
//chancheck:want race
package main

func main() {
	base := make([]int, 1, 2)
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
