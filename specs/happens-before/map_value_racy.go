// A value in the map is.
//
//chancheck:want race
//chancheck:want fatal concurrent map
package main

func main() {
	m := map[string]int{"a": 0, "b": 0}
	done := make(chan bool)
	go func() {
		m["a"]++
		close(done)
	}()
	println(m["b"])
	<-done
}
