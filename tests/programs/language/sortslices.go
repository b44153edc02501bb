//go:build go1.26

package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type P struct {
	n string
	a int
}
type byA []P

func (b byA) Len() int           { return len(b) }
func (b byA) Less(i, j int) bool { return b[i].a < b[j].a }
func (b byA) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	ps := []P{{"x", 3}, {"y", 1}, {"z", 2}, {"w", 1}}
	a := slices.Clone(ps)
	sort.Stable(byA(a))
	fmt.Println(a)
	b := slices.Clone(ps)
	slices.SortStableFunc(b, func(x, y P) int { return cmp.Or(-cmp.Compare(x.a, y.a), strings.Compare(x.n, y.n)) })
	fmt.Println(b)
	c := slices.Clone(ps)
	sort.SliceStable(c, func(i, j int) bool { return c[i].n < c[j].n })
	fmt.Println(c, sort.SliceIsSorted(c, func(i, j int) bool { return c[i].n < c[j].n }))
	xs := []int{5, 2, 8, 2, 9}
	slices.Sort(xs)
	fmt.Println(xs)
	fmt.Println(slices.BinarySearch(xs, 8))
	fmt.Println(slices.BinarySearch(xs, 3))
	fmt.Println(sort.SearchInts(xs, 2), sort.Search(len(xs), func(i int) bool { return xs[i] >= 6 }))
	fmt.Println(slices.Compact(slices.Clone(xs)), slices.Index(xs, 8), slices.Contains(xs, 7), slices.Max(xs), slices.Min(xs), len(slices.Repeat(xs, 2)))
	fmt.Println(slices.Insert([]int{1, 2}, 1, 9, 8), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Replace([]int{1, 2, 3}, 0, 2, 7), slices.Concat([]int{1}, []int{2, 3}))
	fmt.Println(slices.Equal([]int{1}, []int{1}), slices.Compare([]int{1, 2}, []int{1, 3}), slices.IndexFunc(xs, func(x int) bool { return x > 5 }), slices.ContainsFunc(xs, func(x int) bool { return x < 0 }))
	r := []string{"a", "b", "c"}
	slices.Reverse(r)
	fmt.Println(r, slices.Grow(r, 10)[:3], slices.Clip(r))
	fmt.Println(slices.IsSorted(r), slices.MinFunc(ps, func(a, b P) int { return a.a - b.a }), slices.MaxFunc(ps, func(a, b P) int { return a.a - b.a }))
	fmt.Println(slices.Collect(slices.Values(r)), slices.Sorted(slices.Values(r)))
	for i, v := range slices.All(r) {
		fmt.Print(i, v)
	}
	fmt.Println(slices.DeleteFunc([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
	f := sort.Float64Slice{2.5, 1}
	f.Sort()
	s := sort.StringSlice{"b", "a"}
	sort.Sort(sort.Reverse(s))
	fmt.Println(f, s, sort.IntsAreSorted([]int{1, 2}), sort.StringsAreSorted(s))
	fmt.Println(cmp.Compare(1.0, 2), cmp.Less("b", "a"), min(1, 2), cmp.Or("", "x", "y"))
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]int{})
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Insert([]int{1}, 5, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		for range slices.Chunk([]int{1}, 0) {
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Delete([]int{1}, 1, 0)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Grow([]int{1}, -1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Repeat([]int{1}, -1)
	}()
}

// Outcomes:
//	exit 0 "[{y 1} {w 1} {z 2} {x 3}]\n[{x 3} {z 2} {w 1} {y 1}]\n[{w 1} {x 3} {y 1} {z 2}] true\n[2 2 5 8 9]\n3 true\n2 false\n0 3\n[2 5 8 9] 3 false 9 2 10\n[1 9 8 2] [1 4] [7 3] [1 2 3]\ntrue -1 3 false\n[c b a] [c b a] [c b a]\nfalse {y 1} {x 3}\n[c b a] [a b c]\n0c1b2a[1 3] [a b]\n[1 2.5] [b a] true false\n-1 false 1 x\nslices.Max: empty list\nruntime error: slice bounds out of range [5:1]\ncannot be less than 1\nruntime error: slice bounds out of range [1:0:]\ncannot be negative\ncannot be negative\n"
