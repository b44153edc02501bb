// append assigns the variable.
//
//chancheck:want race
package main

var s = make([]int, 1)

func main() {
	done := make(chan bool)
	go func() {
		s = append(s, 1)
		close(done)
	}()
	println(len(s))
	<-done
}
