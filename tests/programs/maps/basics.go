// Maps: zero values, comma ok, delete, nested, struct and array keys, NaN, printing in key order, aliasing.
package main

import (
	"fmt"
	"math"
)

type key struct {
	a int
	b string
}

func fill(m map[string]int) { m["filled"] = 1 }

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"]++
	m["a"] += 10
	v, ok := m["zz"]
	fmt.Println(m, len(m), v, ok, m["zz"])
	delete(m, "b")
	delete(m, "nope")
	_, ok = m["b"]
	fmt.Println(m, ok)
	n := m
	fill(n)
	fmt.Println(m["filled"], len(m))

	k := map[key][]int{{1, "x"}: {1}, {2, "y"}: nil}
	k[key{1, "x"}] = append(k[key{1, "x"}], 2)
	k[key{3, "z"}] = append(k[key{3, "z"}], 3)
	fmt.Println(k[key{1, "x"}], k[key{2, "y"}] == nil, k[key{3, "z"}], len(k))

	arr := map[[2]int]string{{1, 2}: "one-two"}
	i := [2]int{1, 2}
	fmt.Println(arr[i], arr[[2]int{2, 1}] == "")

	nested := map[string]map[string]int{}
	for _, w := range []string{"ab", "ac", "bc", "ab"} {
		inner, ok := nested[w[:1]]
		if !ok {
			inner = map[string]int{}
			nested[w[:1]] = inner
		}
		inner[w[1:]]++
	}
	fmt.Println(nested)

	st := map[string]*key{"p": {1, "q"}}
	st["p"].a = 99
	fmt.Println(*st["p"])
	vals := map[string]key{"p": {1, "q"}}
	e := vals["p"]
	e.a = 99
	fmt.Println(vals["p"], e)

	nan := map[float64]int{}
	nan[math.NaN()] = 1
	nan[math.NaN()] = 2
	_, ok = nan[math.NaN()]
	fmt.Println(len(nan), ok)
	nan[0.0] = 5
	zero := 0.0
	nan[-zero]++
	fmt.Println(nan[0])
	clear(nan)
	fmt.Println(len(nan))

	sum, count := 0, 0
	for _, v := range map[int]int{1: 10, 2: 20, 3: 30} {
		sum += v
		count++
	}
	fmt.Println(sum, count)
	big := make(map[int]bool, 10)
	for i := range 20 {
		big[i*i%7] = true
	}
	fmt.Println(big)
	for k := range big {
		delete(big, k)
	}
	fmt.Println(len(big), big)
	fn := map[string]func(int) int{"neg": func(x int) int { return -x }}
	fmt.Println(fn["neg"](4))
	b := map[bool]string{true: "t", false: "f"}
	fmt.Println(b[1 < 2], b)
	func() {
		defer func() { fmt.Println(recover()) }()
		m := map[string]int{}
		m["x"] = 1 / m["y"]
	}()
}

// Outcomes:
//	exit 0 "map[a:11 b:2 c:1] 3 0 false 0\nmap[a:11 c:1] false\n1 3\n[1 2] true [3] 3\none-two true\nmap[a:map[b:2 c:1] b:map[c:1]]\n{99 q}\n{1 q} {99 q}\n2 false\n6\n0\n60 3\nmap[0:true 1:true 2:true 4:true]\n0 map[]\n-4\nt map[false:f true:t]\nruntime error: integer divide by zero\n"
