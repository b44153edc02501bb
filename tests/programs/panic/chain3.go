// A runtime error and a number in a chain of panics.
package main

type E struct{ n int }

func (e *E) Error() string { return "E" + string(rune('0'+e.n)) }

//chancheck:want panic E1
func main() {
	defer func() {
		defer func() { panic(&E{3}) }()
		panic(2.5)
	}()
	var m map[string]int
	defer func() { m["a"] = 1 }()
	panic(&E{1})
}

// Outcomes:
//	exit 2 "" E1\n\tpanic: assignment to entry in nil map\n\tpanic: 2.5\n\tpanic: E3
