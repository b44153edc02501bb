// A range reads the map at each turn.
//
//chancheck:want race
//chancheck:want fatal concurrent map
package main

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() {
		m[1] = 2
		close(done)
	}()
	for k := range m {
		println(k)
	}
	<-done
}
