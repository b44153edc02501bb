//go:build go1.26

package main

import "fmt"

type A struct {
	x int
	s string
	f float64
	i any
	p *int
	a [2]bool
}
type E struct{}

func main() {
	n := 1
	a := A{1, "a", 0, 2, &n, [2]bool{true}}
	b := a
	fmt.Println(a == b, a != b)
	b.i = 2.0
	fmt.Println(a == b)
	m := map[A]int{a: 1}
	m[a]++
	b.i = 2
	m[b]++
	fmt.Println(len(m), m[a])
	fmt.Println(E{} == E{}, [0]int{} == [0]int{}, [2]A{a, a} == [2]A{a, b})
	var i, j any = a, b
	fmt.Println(i == j, i == any(3), i != nil)
	type L struct {
		_ int
		y int
	}
	fmt.Println(L{y: 1} == L{y: 1})
	x := struct{ a, b int }{1, 2}
	type Y struct{ a, b int }
	y := Y{1, 2}
	fmt.Println(x == y, Y(x) == y)
	nan := 0.0
	nan = nan / nan
	fmt.Println(nan == nan, [1]float64{nan} == [1]float64{nan}, any(nan) == any(nan))
	fm := map[float64]int{nan: 1}
	fm[nan] = 2
	fmt.Println(len(fm), fm[nan])
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil)
	c1, c2 := make(chan int), make(chan int)
	var ro <-chan int = c1
	fmt.Println(c1 == c2, ro == c1)
	fmt.Println("a" < "b", "ab" < "a", "" < "a", "Z" < "a")
	z := [...]struct {
		k string
		v int
	}{{"a", 1}, {k: "b"}}
	fmt.Println(len(z), z)
	pz := &z
	for i := range pz {
		pz[i].v++
	}
	fmt.Println(z, pz[0].k, len(pz))
	mp := map[string]struct{ a, b int }{"x": {1, 2}}
	fmt.Println(mp, mp["y"].a, mp["x"].b)
	mpp := map[string]*A{"x": {x: 5}}
	mpp["x"].x++
	fmt.Println(mpp["x"].x)
	mk := map[[2]int][]string{{1, 2}: {"a"}}
	mk[[2]int{1, 2}] = append(mk[[2]int{1, 2}], "b")
	fmt.Println(mk)
	nested := [][]map[string][]int{{{"a": {1}}}, {}}
	fmt.Println(nested, len(nested[0][0]["a"]))
	var w struct{ A struct{ B struct{ C int } } }
	w.A.B.C = 3
	cp := w
	cp.A.B.C++
	fmt.Println(w, cp)
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println(v)
		}
	}
	sl := arr[:]
	for i, v := range sl {
		sl[2] = 20
		if i == 2 {
			fmt.Println(v)
		}
	}
}

// Outcomes:
//	exit 0 "true false\nfalse\n1 3\ntrue true true\ntrue false true\ntrue\ntrue true\nfalse false false\n2 0\ntrue true\nfalse true\ntrue false true true\n2 [{a 1} {b 0}]\n[{a 2} {b 1}] a 2\nmap[x:{1 2}] 0 2\n6\nmap[[1 2]:[a b]]\n[[map[a:[1]]] []] 1\n{{{3}}} {{{4}}}\n3\n20\n"
