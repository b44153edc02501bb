// A loop that receives from a closed channel runs for ever.

package main

//chancheck:want livelock main runs for ever without progress
func main() {
	in, quit := make(chan int), make(chan struct{})
	close(in)
	for {
		select {
		case <-in:
		case <-quit:
			return
		}
	}
}

// Outcomes:
//	hang
