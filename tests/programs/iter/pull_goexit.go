// runtime.Goexit in a sequence ends the goroutine that pulls.
package main

import (
	"fmt"
	"iter"
	"runtime"
)

func pull(how string, end func(next func() (int, bool), stop func())) {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println(how, recover()) }()
		next, stop := iter.Pull(func(yield func(int) bool) {
			defer fmt.Println("the sequence ends")
			yield(1)
			runtime.Goexit()
		})
		fmt.Println(next())
		end(next, stop)
		fmt.Println("never")
	}()
	<-done
}

func main() {
	pull("next", func(next func() (int, bool), stop func()) { next() })
	pull("stop", func(next func() (int, bool), stop func()) { stop() })
	done := make(chan bool)
	go func() {
		defer close(done)
		next, _ := iter.Pull2(func(func(int, int) bool) { runtime.Goexit() })
		next()
		fmt.Println("never")
	}()
	<-done
}

// Outcomes:
//	exit 0 "1 true\nthe sequence ends\nnext <nil>\n1 true\nthe sequence ends\nstop <nil>\n"
