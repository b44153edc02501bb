// Slices share arrays; append copies only when the capacity is spent; copy overlaps correctly.
package main

import "fmt"

func change(s []int)          { s[0] = 99 }
func grow(s []int) []int      { return append(s, 1000) }
func variadic(s ...int) []int { s[0]++; return s }

func main() {
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:4]
	fmt.Println(s, len(s), cap(s))
	s[0] = 10
	t := append(s, 40)
	fmt.Println(a, t)
	t[1] = 20
	u := append(s[:1:1], 7)
	fmt.Println(a, u)
	full := a[1:3:3]
	full = append(full, -1)
	full[0] = -2
	fmt.Println(a, full, cap(a[1:3:3]))
	change(s)
	fmt.Println(a[1], s[0])

	x := make([]int, 3, 10)
	y := grow(x)
	z := grow(x[:2])
	fmt.Println(x, len(x), y, z, y[2])

	var n []int
	fmt.Println(n == nil, len(n), cap(n), n[:] == nil, n[0:0] == nil)
	n = append(n)
	fmt.Println(n == nil)
	n = append(n, n...)
	n = append(n, 1)
	n = append(n, n...)
	n = append(n, n...)
	fmt.Println(n, []int{} == nil)

	c := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(c[1:], c), c)
	c = []int{1, 2, 3, 4, 5}
	fmt.Println(copy(c, c[2:]), c)
	fmt.Println(copy(c[:0], c), copy(c, []int(nil)))
	b := make([]byte, 3)
	fmt.Println(copy(b, "hello"), string(b))
	b = append(b, " world"...)
	fmt.Println(string(b))

	v := []int{1, 2}
	fmt.Println(variadic(v...), v, variadic(5, 6))

	m := [][]int{{1}, {2, 3}, nil}
	m[0] = append(m[0], 9)
	row := m[1]
	row[0] = 8
	fmt.Println(m, len(m[2]))

	del := []string{"a", "b", "c", "d"}
	del = append(del[:1], del[2:]...)
	fmt.Println(del, len(del), del[:4])
	ins := []int{1, 2, 5}
	ins = append(ins[:2], append([]int{3, 4}, ins[2:]...)...)
	fmt.Println(ins)

	p := &a
	for i := range p {
		p[i] = i * i
	}
	fmt.Println(a, len(p), p[2:4])
	for i, e := range a {
		a[len(a)-1-i] = -1
		fmt.Print(e, " ")
	}
	fmt.Println(a)
	sl := []int{1, 2, 3}
	for i, e := range sl {
		if i == 0 {
			sl = append(sl, 4)
			sl[1] = 50
		}
		fmt.Print(e, " ")
	}
	fmt.Println(sl)
	conv := (*[2]int)(sl)
	conv[0] = 77
	arr := [2]int(sl)
	arr[1] = 0
	fmt.Println(sl, *conv, arr)
	lit := []string{3: "d", 1: "b", "c"}
	fmt.Printf("%q %d\n", lit, len(lit))
	i := 0
	i, sl[i] = 2, 5
	fmt.Println(i, sl)
	sl[0], sl[1], sl[2] = sl[2], sl[0], sl[1]
	fmt.Println(sl)
}

// Outcomes:
//	exit 0 "[1 2 3] 3 5\n[0 10 2 3 40 5] [10 2 3 40]\n[0 10 20 3 40 5] [10 7]\n[0 10 20 3 40 5] [-2 20 -1] 2\n99 99\n[0 0 1000] 3 [0 0 1000 1000] [0 0 1000] 1000\ntrue 0 0 true true\ntrue\n[1 1 1 1] false\n4 [1 1 2 3 4]\n3 [3 4 5 4 5]\n0 0\n3 hel\nhel world\n[2 2] [2 2] [6 6]\n[[1 9] [8 3] []] 0\n[a c d] 3 [a c d d]\n[1 2 3 4 5]\n[0 1 4 9 16 25] 6 [4 9]\n0 1 4 9 16 25 [-1 -1 -1 -1 -1 -1]\n1 2 3 [1 50 3 4]\n[77 50 3 4] [77 50] [77 0]\n[\"\" \"b\" \"c\" \"d\"] 4\n2 [5 50 3 4]\n[3 5 50 4]\n"
