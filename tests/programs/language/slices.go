//go:build go1.26

package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b = append(b, 99)
	fmt.Println(a, b, len(b), cap(b))
	c := a[1:3:3]
	c = append(c, 77)
	fmt.Println(a, c, len(c), cap(c) >= 3)
	fmt.Println(copy(a, a[2:]), a)
	fmt.Println(copy(a[1:], a), a)
	var n []int
	fmt.Println(n == nil, len(n), append(n, n...) == nil, append([]int{}, n...) == nil)
	s := []byte("abc")
	fmt.Println(copy(s, "xy"), string(s), string(append(s, "def"...)))
	x := [4]int{1, 2, 3, 4}
	y := x[:]
	y[0] = 100
	p := (*[2]int)(y[1:])
	p[0] = 200
	z := [2]int(y)
	z[0] = 0
	fmt.Println(x, y, *p, z)
	d := [][]int{{1}, {2}}
	e := append(d[:1], []int{3})
	fmt.Println(d, e)
	f := make([]string, 2, 5)
	f = append(f, "a")
	fmt.Println(f, len(f[:5]), f[:4][3] == "")
	clear(f)
	fmt.Println(f, len(f))
	f = append(f[:0], f[1:]...)
	fmt.Println(len(f))
	for i, v := range a {
		if i == 0 {
			a = append(a, 5, 6)
			a[1] = -1
		}
		fmt.Print(v, " ")
	}
	fmt.Println(a)
	var arr2 [2][3]int
	arr2[1][2] = 5
	arr3 := arr2
	arr3[1][2]++
	fmt.Println(arr2, arr3, len(arr2), len(arr2[0]))
	sp := &[]int{1, 2}
	(*sp)[0] = 9
	fmt.Println(*sp, len(*sp))
	i := 0
	i, a[i] = 1, 50
	fmt.Println(i, a[0], a[1])
	a[0], a[1] = a[1], a[0]
	fmt.Println(a[0], a[1])
	m := map[string][]int{}
	m["x"] = append(m["x"], 1, 2)
	m["x"][0]++
	fmt.Println(m)
	fmt.Println(min(3, 1, 2), max("a", "b"), min(2.5, 1))
}

// Outcomes:
//	exit 0 "[1 2 3 99 5] [2 3 99] 3 4\n[1 2 3 99 5] [2 3 77] 3 true\n3 [3 99 5 99 5]\n4 [3 3 99 5 99]\ntrue 0 true false\n2 xyc xycdef\n[100 200 3 4] [100 200 3 4] [200 3] [0 200]\n[[1] [3]] [[1] [3]]\n[  a] 5 true\n[  ] 3\n2\n3 3 99 5 99 [3 -1 99 5 99 5 6]\n[[0 0 0] [0 0 5]] [[0 0 0] [0 0 6]] 2 3\n[9 2] 2\n1 50 -1\n-1 50\nmap[x:[2 2]]\n1 b 1\n"
