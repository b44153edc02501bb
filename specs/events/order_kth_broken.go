// The reader takes what is there: nothing orders the write before it.
//
//chancheck:want order write < read
package main

import "sync/atomic"

//chancheck:order write < read

var shared atomic.Int32

func main() {
	done := make(chan bool)
	go func() {
		shared.Add(1) //chancheck:event write
		close(done)
	}()
	println(shared.Load()) //chancheck:event read
	<-done
}
