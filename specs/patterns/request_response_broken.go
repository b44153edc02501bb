// Request and response, broken: one reply channel for all clients; a client can get the other's answer.

//go:build go1.22

package main

type request struct {
	key  string
	want int
}

//chancheck:want panic wrong answer
func main() {
	requests := make(chan request)
	replies := make(chan int)
	done := make(chan bool)
	go func() {
		data := map[string]int{"a": 1, "b": 2}
		for r := range requests {
			go func() { replies <- data[r.key] }()
		}
	}()
	for _, r := range []request{{"a", 1}, {"b", 2}} {
		go func() {
			requests <- r
			if <-replies != r.want {
				panic("wrong answer")
			}
			done <- true
		}()
	}
	<-done
	<-done
	close(requests)
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" wrong answer
