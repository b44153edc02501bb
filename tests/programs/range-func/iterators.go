// Range over functions: break, continue, return, defer, nesting, labelled exits, early stop, Seq and Seq2.

//go:build go1.23

package main

import (
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("[done]")
		for i := range n {
			if !yield(i) {
				fmt.Print("[stopped]")
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

func filter[T any](seq iter.Seq[T], ok func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if ok(v) && !yield(v) {
				return
			}
		}
	}
}

func find(n int) string {
	for i := range count(10) {
		if i == n {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}

func none(yield func() bool) {
	for yield() {
	}
}

func main() {
	for i := range count(3) {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := range count(5) {
		if i == 1 {
			continue
		}
		if i == 3 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	fmt.Println(find(2), find(20))
	for i, s := range pairs([]string{"a", "b"}) {
		fmt.Print(i, s, " ")
	}
	fmt.Println()
outer:
	for i := range count(3) {
		for j := range count(3) {
			if j == 1 {
				continue outer
			}
			if i == 1 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for v := range filter(count(6), func(i int) bool { return i%2 == 1 }) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	k := 0
	for range none {
		k++
		if k == 4 {
			break
		}
	}
	fmt.Println(k)
	func() {
		defer func() { fmt.Println(recover()) }()
		for i := range count(2) {
			if i == 1 {
				panic("in the body")
			}
		}
	}()
	var fs []func() int
	for i := range count(2) {
		fs = append(fs, func() int { i += 5; return i })
	}
	fmt.Println(fs[0](), fs[0](), fs[1]())
	for range 2 {
		fmt.Print("int ")
	}
	var n8 int8 = 3
	for i := range n8 {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "0 1 2 [done]\n0 2 [stopped][done]\n[stopped][done][done]found 2 none\n0a 1b \n0 0 [stopped][done][stopped][done][stopped][done]\n1 3 5 [done]\n4\n[done]in the body\n[done]5 10 6\nint int int80 int81 int82 \n"
