// And reads the elements of a slice.
//
//chancheck:want race
package main

import "fmt"

func main() {
	s := []int{1}
	done := make(chan bool)
	go func() {
		s[0] = 2
		close(done)
	}()
	fmt.Println(s)
	<-done
}
