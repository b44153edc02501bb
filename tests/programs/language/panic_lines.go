//go:build go1.26

package main

import "fmt"

type T string

//chancheck:want panic x
func main() {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
		m := map[any]int{}
		func() {
			defer func() { fmt.Printf("%v\n", recover()) }()
			m[[]int{}] = 1
		}()
		func() {
			defer func() { fmt.Printf("%v\n", recover()) }()
			m[struct{ a any }{[]int{}}] = 1
		}()
		func() {
			defer func() { fmt.Printf("%v\n", recover()) }()
			m[[1]any{func() {}}] = 1
		}()
		func() {
			defer func() { fmt.Printf("%v\n", recover()) }()
			m2 := map[[2]any]int{}
			m2[[2]any{1, func() {}}] = 1
		}()
		func() {
			defer func() { fmt.Printf("%v\n", recover()) }()
			m2 := map[struct{ x any }]int{}
			_ = m2[struct{ x any }{map[int]int{}}]
		}()
		func() {
			defer func() { fmt.Printf("%v\n", recover()) }()
			m2 := map[struct{ x any }]int{{1}: 1}
			_ = m2[struct{ x any }{map[int]int{}}]
		}()
		func() {
			defer func() { fmt.Printf("%v\n", recover()) }()
			m2 := map[error]int{}
			_ = m2[E{}]
		}()
		panic(T("a\nb\tc"))
	}()
	panic("x\ny\n\nz")
}

type E []int

func (E) Error() string { return "E" }

// Outcomes:
//	exit 2 "string x\ny\n\nz\nruntime error: hash of unhashable type []int\nruntime error: hash of unhashable type []int\nruntime error: hash of unhashable type func()\nruntime error: hash of unhashable type func()\nhash of unhashable type: map[int]int\nruntime error: hash of unhashable type map[int]int\nhash of unhashable type: main.E\n" x\n\ty\n\t\n\tz [recovered]\n\tpanic: main.T("a\n\tb\tc")
