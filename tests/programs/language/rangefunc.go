//go:build go1.26

package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count done")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func pairs(s []string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, v := range s {
			if !yield(i, v) {
				return
			}
		}
	}
}

func find(n int) (res int) {
	defer func() { res *= 10 }()
	for i := range count(5) {
		defer fmt.Println("deferred", i)
		if i == n {
			return i
		}
	}
	return -1
}

func nested() string {
outer:
	for i := range count(3) {
		for j := range count(3) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 1:
				break outer
			}
			fmt.Println("n", i, j)
		}
	}
	for i := range count(4) {
		for _, s := range pairs([]string{"a", "b"}) {
			if i == 2 && s == "b" {
				return fmt.Sprint(i, s)
			}
		}
	}
	return ""
}

func gotos() {
	for i := range count(3) {
		if i == 1 {
			goto end
		}
	}
	fmt.Println("not here")
end:
	fmt.Println("end")
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func swallow(yield func(int) bool) {
	defer func() { fmt.Println("swallowed", recover()) }()
	yield(1)
}

func main() {
	fmt.Println(find(2), find(9))
	fmt.Println(nested())
	gotos()
	for range count(2) {
	}
	var k int
	for k = range count(3) {
	}
	fmt.Println(k)
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		for i := range bad {
			fmt.Println("b", i)
			break
		}
	}()
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		for i := range count(3) {
			if i == 1 {
				panic("from body")
			}
		}
	}()
	func() {
		defer func() { fmt.Println("rec2", recover()) }()
		for range swallow {
			panic("x")
		}
	}()
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	n2, s2 := iter.Pull2(pairs([]string{"q"}))
	fmt.Println(n2())
	fmt.Println(n2())
	s2()
	fmt.Println(slices.Collect(count(3)), slices.Sorted(maps.Keys(map[int]bool{3: true, 1: true})))
	for i, v := range slices.Backward([]int{1, 2, 3}) {
		fmt.Print(i, v, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println()
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := range func(yield func(int) bool) { _ = yield(1) && yield(2) } {
		fmt.Println(i)
	}
	for range func(yield func() bool) {
		for yield() {
		}
	} {
		break
	}
}

// Outcomes:
//	exit 0 "stopped at 2\ncount done\ndeferred 2\ndeferred 1\ndeferred 0\ncount done\ndeferred 4\ndeferred 3\ndeferred 2\ndeferred 1\ndeferred 0\n20 -10\nn 0 0\nstopped at 1\ncount done\nstopped at 0\ncount done\nstopped at 1\ncount done\nstopped at 2\ncount done\n2b\nstopped at 1\ncount done\nend\ncount done\ncount done\n2\nb 1\nrec runtime error: range function continued iteration after function for loop body returned false\ncount done\nrec from body\nswallowed x\nrec2 runtime error: range function recovered a loop body panic and did not resume panicking\n0 true\n1 true\nstopped at 1\ncount done\n0 false\n0 q true\n0  false\ncount done\n[0 1 2] [1 3]\n2 3 1 2 0 1 [1 2][3 4][5]\ncount done\n1 2 2 3 3 4 \n1\n2\n"
