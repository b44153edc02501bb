// Section 1, table, row 2: the same blocked read is no deadlock if somebody closes.
package main

func main() {
	ch := make(chan int)
	done := make(chan bool)
	go func() {
		<-ch
		done <- true
	}()
	close(ch)
	<-done
}

// Outcomes:
//	exit 0 ""
