// Two maps are two locations.
package main

func main() {
	a, b := map[int]int{}, map[int]int{}
	done := make(chan bool)
	go func() {
		a[1] = 1
		close(done)
	}()
	b[2] = 2
	<-done
}
