// Section 1, table, row 2: a blocked read, nobody who sends or closes, and main stuck too: checkdead.
package main

//chancheck:want deadlock all goroutines are asleep
func main() {
	ch := make(chan int)
	done := make(chan bool)
	go func() {
		<-ch
		done <- true
	}()
	<-done
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
