// The slices package: sort, search, contains, reverse, compact, equal, insert, delete, index, max.
package main

import (
	"cmp"
	"fmt"
	"slices"
)

type item struct {
	name string
	n    int
}

func main() {
	s := []int{5, 2, 8, 2, 1}
	slices.Sort(s)
	fmt.Println(s, slices.IsSorted(s))
	fmt.Println(slices.BinarySearch(s, 5))
	fmt.Println(slices.BinarySearch(s, 6))
	fmt.Println(slices.Contains(s, 8), slices.Index(s, 2), slices.Index(s, 77))
	fmt.Println(slices.Max(s), slices.Min(s))
	c := slices.Clone(s)
	c = slices.Compact(c)
	slices.Reverse(c)
	fmt.Println(c, s)
	fmt.Println(slices.Equal(s, c), slices.Equal([]int{1}, []int{1}))
	c = slices.Insert(c, 1, 70, 71)
	fmt.Println(c)
	c = slices.Delete(c, 0, 2)
	fmt.Println(c)
	items := []item{{"b", 2}, {"a", 2}, {"c", 1}}
	slices.SortStableFunc(items, func(x, y item) int { return cmp.Compare(x.n, y.n) })
	fmt.Println(items)
	slices.SortFunc(items, func(x, y item) int {
		return cmp.Or(-cmp.Compare(x.n, y.n), cmp.Compare(x.name, y.name))
	})
	fmt.Println(items)
	fmt.Println(slices.IndexFunc(items, func(i item) bool { return i.name == "c" }))
	fmt.Println(slices.ContainsFunc(s, func(x int) bool { return x > 100 }))
}

// Outcomes:
//	exit 0 "[1 2 2 5 8] true\n3 true\n4 false\ntrue 1 -1\n8 1\n[8 5 2 1] [1 2 2 5 8]\nfalse true\n[8 70 71 5 2 1]\n[71 5 2 1]\n[{c 1} {b 2} {a 2}]\n[{a 2} {b 2} {c 1}]\n2\nfalse\n"
