// A call of the program's own code is an event before that code runs, also through a func value, an interface, defer and go.
package main

//chancheck:protocol calls = call body call body call body start deferred body

type runner interface{ run() }
type task struct{}

func (task) run() { work() }

func work() {
	n++ //chancheck:event body
}

var n int

func main() {
	done := make(chan bool)
	var f = work
	var r runner = task{}
	work()      //chancheck:event call
	f()         //chancheck:event call
	r.run()     //chancheck:event call
	go func() { //chancheck:event start
		defer close(done)
		defer work() //chancheck:event deferred
	}()
	<-done
}
