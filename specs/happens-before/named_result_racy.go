// return assigns the result, while a goroutine does too.
//
//chancheck:want race
package main

func work(done chan bool) (n int) {
	defer func() { <-done }()
	go func() {
		n = 1
		close(done)
	}()
	return 0
}

func main() { println(work(make(chan bool))) }
