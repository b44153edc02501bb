// Section 4.1: a goroutine that runs for ever keeps checkdead silent: main hangs.
package main

//chancheck:want hang
func main() {
	ch := make(chan int)
	go func() {
		for {
			select {
			case <-ch:
				return
			default:
			}
		}
	}()
	ch2 := make(chan int)
	<-ch2
}

// Outcomes:
//	hang
