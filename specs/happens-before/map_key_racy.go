// One map is one location, whatever the keys.
//
//chancheck:want race
//chancheck:want fatal concurrent map writes
package main

func main() {
	m := map[int]int{}
	done := make(chan bool)
	go func() {
		m[1] = 1
		close(done)
	}()
	m[2] = 2
	<-done
}
