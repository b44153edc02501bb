// Any number of readers.
package main

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() {
		println(len(m))
		close(done)
	}()
	for k := range m {
		println(k)
	}
	<-done
}
