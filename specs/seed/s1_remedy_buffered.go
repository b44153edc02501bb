// Section 1, remedy: a buffer for the one value, so that neither side has to wait for the other.
package main

func main() {
	ch := make(chan int, 1)
	go func() {
		ch <- 42
		close(ch)
	}()
}

// Outcomes:
//	exit 0 ""
