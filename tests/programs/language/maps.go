//go:build go1.26

package main

import (
	"fmt"
	"maps"
	"slices"
)

type K struct{ a, b int }
type Key interface{ k() }
type K1 int
type K2 string

func (K1) k() {}
func (K2) k() {}

func main() {
	m := map[string]int{"a": 1, "b": 2}
	v, ok := m["z"]
	fmt.Println(v, ok, len(m))
	delete(m, "zzz")
	delete(m, "a")
	m["c"] += 5
	m["d"]++
	fmt.Println(m, len(m))
	var nm map[string]int
	fmt.Println(nm["x"], len(nm), nm == nil)
	delete(nm, "x")
	for range nm {
		fmt.Println("no")
	}
	mk := map[Key]string{K1(1): "one", K2("x"): "ex", K1(2): "two"}
	fmt.Println(mk[K1(1)], mk[K2("x")], mk[K2("y")] == "", len(mk))
	ma := map[any]int{1: 1, int8(1): 2, "1": 3, 1.0: 4, K{1, 2}: 5, [2]int{1, 2}: 6, nil: 7, true: 8, struct{}{}: 9}
	fmt.Println(ma[1], ma[int8(1)], ma["1"], ma[1.0], ma[K{1, 2}], ma[[2]int{1, 2}], ma[nil], ma[true], ma[struct{}{}], len(ma))
	mm := map[string]map[string]int{}
	if mm["a"] == nil {
		mm["a"] = map[string]int{}
	}
	mm["a"]["b"]++
	fmt.Println(mm)
	ms := map[string][]int{}
	for i := range 5 {
		k := []string{"even", "odd"}[i%2]
		ms[k] = append(ms[k], i)
	}
	fmt.Println(ms)
	mf := map[K]func() int{{1, 2}: func() int { return 3 }}
	fmt.Println(mf[K{1, 2}]())
	c := maps.Clone(m)
	c["new"] = 1
	fmt.Println(len(m), len(c), maps.Equal(m, c))
	keys := slices.Sorted(maps.Keys(c))
	fmt.Println(keys)
	maps.DeleteFunc(c, func(k string, v int) bool { return v == 1 })
	fmt.Println(c)
	clear(c)
	fmt.Println(c, len(c))
	arr := map[string][2]int{"a": {1, 2}}
	x := arr["a"]
	x[0] = 9
	fmt.Println(arr, x)
	sum := 0
	for _, v := range map[int]int{1: 10, 2: 20, 3: 30} {
		sum += v
	}
	fmt.Println(sum)
	for k := range map[int]bool{7: true} {
		fmt.Println(k)
	}
	type tree map[string]tree
	t := tree{"a": {"b": nil, "c": {}}}
	fmt.Println(t, len(t["a"]), t["a"]["b"]["c"] == nil)
	pm := &m
	(*pm)["q"] = 3
	fmt.Println(len(m))
	if n, ok := m["q"]; ok && n == 3 {
		fmt.Println("yes")
	}
	_, has := m["nope"]
	fmt.Println(has)
	i := map[bool]string{true: "T", false: "F"}
	fmt.Println(i[1 < 2], i[len("x") == 2])
	b := map[byte]int{'a': 1}
	b["abc"[0]]++
	fmt.Println(b)
}

// Outcomes:
//	exit 0 "0 false 2\nmap[b:2 c:5 d:1] 3\n0 0 true\none ex true 3\n1 2 3 4 5 6 7 8 9 9\nmap[a:map[b:1]]\nmap[even:[0 2 4] odd:[1 3]]\n3\n3 4 false\n[b c d new]\nmap[b:2 c:5]\nmap[] 0\nmap[a:[1 2]] [9 2]\n60\n7\nmap[a:map[b:map[] c:map[]]] 2 true\n4\nyes\nfalse\nT F\nmap[97:2]\n"
