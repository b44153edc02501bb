// Parts of one array that overlap.
//
//chancheck:want race
package main

func main() {
	s := make([]int, 3)
	done := make(chan bool)
	go func() {
		left := s[:2]
		left[1] = 1
		close(done)
	}()
	right := s[1:]
	println(right[0])
	<-done
}
