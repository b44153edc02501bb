// The goroutine of a Pull is there from Pull on, and is gone when the iteration has ended or is stopped: who goes on then never counts it.
package main

import (
	"fmt"
	"iter"
	"runtime"
)

func two(yield func(int) bool) {
	for i := range 2 {
		if !yield(i) {
			return
		}
	}
}

func pairs(yield func(int, string) bool) {
	_ = yield(1, "a") && yield(2, "b")
}

func main() {
	next, stop := iter.Pull(two)
	fmt.Println("made", runtime.NumGoroutine())
	stop()
	fmt.Println("stopped", runtime.NumGoroutine())
	fmt.Println(next())

	next2, stop2 := iter.Pull2(pairs)
	fmt.Println("made", runtime.NumGoroutine())
	fmt.Println(next2())
	fmt.Println(next2())
	fmt.Println("at its end", runtime.NumGoroutine())
	fmt.Println(next2())
	fmt.Println("ended", runtime.NumGoroutine())
	stop2()

	next, stop = iter.Pull(two)
	fmt.Println(next())
	stop()
	fmt.Println("stopped", runtime.NumGoroutine())

	next, _ = iter.Pull(func(func(int) bool) { panic("no sequence") })
	func() {
		defer func() { fmt.Println(recover(), runtime.NumGoroutine()) }()
		next()
	}()
}

// Outcomes:
//	exit 0 "made 2\nstopped 1\n0 false\nmade 2\n1 a true\n2 b true\nat its end 2\n0  false\nended 1\n0 true\nstopped 1\nno sequence 1\n"
