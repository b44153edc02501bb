// sort: Ints, Strings, Slice, SliceStable, Sort with an own type, Reverse, Search.
package main

import (
	"fmt"
	"sort"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type rec struct {
	name string
	age  int
}

func main() {
	n := []int{5, 2, 9, -1, 2}
	sort.Ints(n)
	fmt.Println(n, sort.IntsAreSorted(n), sort.SearchInts(n, 5), sort.SearchInts(n, 6))
	s := []string{"pear", "fig", "banana", "kiwi!"}
	sort.Sort(byLen(s))
	fmt.Println(s)
	sort.Sort(sort.Reverse(byLen(s)))
	fmt.Println(s)
	sort.Strings(s)
	fmt.Println(s, sort.SearchStrings(s, "fig"))
	r := []rec{{"a", 3}, {"b", 1}, {"c", 3}, {"d", 2}, {"e", 1}}
	sort.SliceStable(r, func(i, j int) bool { return r[i].age < r[j].age })
	fmt.Println(r)
	sort.Slice(r, func(i, j int) bool {
		if r[i].age != r[j].age {
			return r[i].age > r[j].age
		}
		return r[i].name < r[j].name
	})
	fmt.Println(r)
	sq := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(sq, sort.IsSorted(byLen(s)))
	f := []float64{2.5, -1, 3}
	sort.Float64s(f)
	fmt.Println(f)
	m := map[string]int{"x": 2, "y": 1, "z": 3}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Print(k, m[k], " ")
	}
	sort.Slice(keys, func(i, j int) bool { return m[keys[i]] < m[keys[j]] })
	fmt.Println(keys)
	sort.Sort(sort.Reverse(sort.IntSlice(n)))
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "[-1 2 2 5 9] true 3 4\n[fig pear kiwi! banana]\n[banana kiwi! pear fig]\n[banana fig kiwi! pear] 1\n[{b 1} {e 1} {d 2} {a 3} {c 3}]\n[{a 3} {c 3} {d 2} {b 1} {e 1}]\n8 false\n[-1 2.5 3]\nx2 y1 z3 [y x z]\n[9 5 2 2 -1]\n"
