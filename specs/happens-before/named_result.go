// A deferred function waits for who changes the result, and the return has assigned it before.
package main

func work(done chan bool) (n int) {
	defer func() {
		go func() {
			n = 1
			close(done)
		}()
		<-done
		n++
	}()
	return 0
}

func main() { println(work(make(chan bool))) }
