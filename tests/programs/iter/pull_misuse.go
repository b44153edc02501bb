// Pull where it is used wrongly, and where the iteration does not heed that nothing more is wanted.

//go:build go1.23

package main

import (
	"fmt"
	"iter"
)

func careless(yield func(int) bool) {
	fmt.Println(yield(1), yield(2), yield(3))
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	next, stop := iter.Pull(careless)
	fmt.Println(next())
	stop() // the iteration goes on to yield, in vain
	fmt.Println(next())
	stop()

	var again func() (int, bool)
	again, _ = iter.Pull(func(yield func(int) bool) {
		try(func() { again() })
		yield(7)
	})
	fmt.Println(again())
	fmt.Println(again())
	fmt.Println(again())

	var kept func(int, string) bool
	next2, stop2 := iter.Pull2(func(yield func(int, string) bool) {
		kept = yield
		yield(1, "a")
		yield(2, "b")
	})
	fmt.Println(next2())
	try(func() { kept(3, "c") })
	fmt.Println(next2())
	stop2()
	fmt.Println(kept(4, "d"))
	_, stop3 := iter.Pull(careless)
	stop3()
	next4, stop4 := iter.Pull(func(yield func(int) bool) {
		defer fmt.Println("deferred")
		if !yield(1) {
			panic("at stop")
		}
	})
	next4()
	try(stop4)
	fmt.Println(next4())
}

// Outcomes:
//	exit 0 "1 true\nfalse false false\n0 false\npanic: iter.Pull: next called again before yield\n7 true\n0 false\n0 false\n1 a true\npanic: iter.Pull2: yield called again before next\n2 b true\nfalse\ndeferred\npanic: at stop\n0 false\n"
