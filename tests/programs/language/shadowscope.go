//go:build go1.26

package main

import "fmt"

var x = 1

type T struct{ x int }

func (T) T() int { return 1 }
func f() (x int, err error) {
	if x, err := g(); err == nil {
		fmt.Println("in", x)
	}
	x, y := 3, 4
	_ = y
	{
		x := x + 1
		x++
		err = fmt.Errorf("x=%d", x)
	}
	return
}
func g() (int, error) { return 9, nil }
func h(a, b int, c ...string) (d, e int) {
	d = a
	a, e = b, a
	func(a string) { d += len(a) }("xx")
	return d, e + len(c)
}
func main() {
	fmt.Println(f())
	fmt.Println(h(1, 2))
	x := x
	x++
	fmt.Println(x, T{5}.x, T{}.T())
	for x := 0; x < 1; x++ {
		x := "s"
		fmt.Println(x)
	}
	if x := 3; x > 2 {
		x := x * 2
		fmt.Println(x)
	} else if y := x; y > 0 {
		fmt.Println(y)
	}
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Println(x)
	}
	switch x := 4; {
	case x == 4:
		x := 5
		fmt.Println(x)
	}
	const c = 1
	{
		const c = c + 1
		fmt.Println(c)
	}
	type T = string
	var t T = "alias"
	fmt.Println(t)
	{
		type T struct{ T2 string }
		fmt.Printf("%v %T\n", T{"in"}, T{})
	}
	func() { fmt := "shadow"; println(fmt) }()
	{
		string := func(i int) int { return i * 2 }
		fmt.Println(string(4))
	}
	var print = fmt.Sprint
	fmt.Println(print("p"))
	a, b := 1, 2
	b, c2 := 3, a
	fmt.Println(a, b, c2)
	var p, q = &a, 5
	*p, q = q, *p
	fmt.Println(a, q)
	i := 0
	arr := []int{1, 2, 3}
	i, arr[i] = 2, 9
	fmt.Println(i, arr)
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(arr)
	m := map[string]int{}
	m["a"], m["b"] = 1, len(m)
	fmt.Println(m)
	_, _ = f()
	var _ = g
	func(_ int, _ string) {}(1, "")
	goto L
L:
	for {
		break L
	}
	var e interface{ Error() string } = fmt.Errorf("e")
	fmt.Println(e)
	var iface interface{ M() }
	_ = iface
	lbl := 0
lbl:
	for lbl < 2 {
		lbl++
		continue lbl
	}
	fmt.Println(lbl)
}

// Outcomes:
//	exit 0 "in 9\n3 x=5\n3 1\n2 5 1\ns\n6\n3\n5\n2\nalias\n{in} main.T\n8\np\n1 3 1\n5 1\n2 [9 2 3]\n[3 9 2]\nmap[a:1 b:0]\nin 9\ne\n2\n"
