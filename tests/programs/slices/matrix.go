// Two-dimensional slices: matrices, game of life, transposition, permutations, subsets, in-place algorithms.
package main

import "fmt"

type Matrix [][]int

func NewMatrix(r, c int) Matrix {
	m := make(Matrix, r)
	cells := make([]int, r*c)
	for i := range m {
		m[i], cells = cells[:c:c], cells[c:]
	}
	return m
}

func (a Matrix) Mul(b Matrix) Matrix {
	m := NewMatrix(len(a), len(b[0]))
	for i, row := range a {
		for j := range b[0] {
			for k, v := range row {
				m[i][j] += v * b[k][j]
			}
		}
	}
	return m
}

func (a Matrix) T() Matrix {
	m := NewMatrix(len(a[0]), len(a))
	for i, row := range a {
		for j, v := range row {
			m[j][i] = v
		}
	}
	return m
}

func permute(s []int, k int, f func([]int)) {
	if k == len(s) {
		f(s)
		return
	}
	for i := k; i < len(s); i++ {
		s[k], s[i] = s[i], s[k]
		permute(s, k+1, f)
		s[k], s[i] = s[i], s[k]
	}
}

func subsets(s []string) (all [][]string) {
	for mask := 0; mask < 1<<len(s); mask++ {
		var sub []string
		for i, v := range s {
			if mask>>i&1 == 1 {
				sub = append(sub, v)
			}
		}
		all = append(all, sub)
	}
	return
}

func life(g [5][5]bool) (next [5][5]bool) {
	for y := range g {
		for x := range g[y] {
			n := 0
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					if (dy != 0 || dx != 0) && y+dy >= 0 && y+dy < 5 && x+dx >= 0 && x+dx < 5 && g[y+dy][x+dx] {
						n++
					}
				}
			}
			next[y][x] = n == 3 || n == 2 && g[y][x]
		}
	}
	return
}

func quick(s []int) {
	if len(s) < 2 {
		return
	}
	p, i := s[len(s)-1], 0
	for j := range s[:len(s)-1] {
		if s[j] < p {
			s[i], s[j] = s[j], s[i]
			i++
		}
	}
	s[i], s[len(s)-1] = s[len(s)-1], s[i]
	quick(s[:i])
	quick(s[i+1:])
}

func main() {
	a := Matrix{{1, 2}, {3, 4}, {5, 6}}
	fmt.Println(a.Mul(a.T()), a.T())
	n := 0
	permute([]int{1, 2, 3}, 0, func(p []int) {
		n++
		fmt.Print(p)
	})
	fmt.Println(n)
	fmt.Printf("%q\n", subsets([]string{"a", "b", "c"}))
	var g [5][5]bool
	for x := 1; x <= 3; x++ {
		g[2][x] = true
	}
	h := life(g)
	for _, row := range h {
		for _, c := range row {
			if c {
				fmt.Print("#")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Print("/")
	}
	fmt.Println(life(h) == g)
	s := []int{3, 6, 1, 8, 2, 9, 2}
	quick(s)
	fmt.Println(s)
	m := NewMatrix(2, 2)
	m[0] = append(m[0], 7)
	m[0][0] = 1
	fmt.Println(m, len(m[0]))
	rot := []int{1, 2, 3, 4, 5}
	rot = append(rot[2:], rot[:2]...)
	fmt.Println(rot)
	w := []int{1, 2, 3, 4, 5, 6}
	out := w[:0]
	for _, v := range w {
		if v%2 == 0 {
			out = append(out, v)
		}
	}
	fmt.Println(out, w)
}

// Outcomes:
//	exit 0 "[[5 11 17] [11 25 39] [17 39 61]] [[1 3 5] [2 4 6]]\n[1 2 3][1 3 2][2 1 3][2 3 1][3 2 1][3 1 2]6\n[[] [\"a\"] [\"b\"] [\"a\" \"b\"] [\"c\"] [\"a\" \"c\"] [\"b\" \"c\"] [\"a\" \"b\" \"c\"]]\n...../..#../..#../..#../...../true\n[1 2 2 3 6 8 9]\n[[1 0 7] [0 0]] 3\n[3 4 5 1 2]\n[2 4 6] [2 4 6 4 5 6]\n"
