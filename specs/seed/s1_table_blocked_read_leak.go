// Section 1, table, row 2: and if main goes its way, checkdead says nothing: the reader leaks.
package main

//chancheck:want leak
func main() {
	ch := make(chan int)
	go func() {
		<-ch
	}()
}

// Outcomes:
//	exit 0 ""
