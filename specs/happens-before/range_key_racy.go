// A blank value is a value: the array is copied.
//
//chancheck:want race
package main

func main() {
	var a [3]int
	done := make(chan bool)
	go func() {
		a[2] = 1
		done <- true
	}()
	for i, _ := range a {
		println(i)
	}
	<-done
}
