// A range over an array for its indices alone does not read it.
package main

func main() {
	var a [3]int
	done := make(chan bool)
	go func() {
		a[2] = 1
		done <- true
	}()
	for i := range a {
		println(i)
	}
	<-done
}
