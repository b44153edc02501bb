// What a map's pointers lead to is no part of it.
package main

type counter struct{ n int }

func main() {
	m := map[string]*counter{"a": {}, "b": {}}
	done := make(chan bool)
	go func() {
		m["a"].n++
		close(done)
	}()
	m["b"].n++
	<-done
}
