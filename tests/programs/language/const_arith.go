//go:build go1.26

package main

import "fmt"

type D int64

const (
	Nano  D = 1
	Micro   = 1000 * Nano
	a, b    = iota, iota + 10
	_, _
	e, f
	s       = "x" + "y"
	l       = len(s)
	t       = 'a' < 'b' && s == "xy"
	g       = 1 << l
	h       = ^0
	i       = -5 % 3
	j       = 5.0 / 2
	k       = 5 / 2
	m       = 1.0 << 3
	n       = 07_7
	o uint8 = 255
	p       = o &^ 0xf0
	q       = 'x' - 'a'
	r       = 1e3
	u       = complex(1, 2) * 1i
	v       = real(u)
	w       = 1
	x       = len([...]string{"a", "b"})
	y       = 1 << 62 << 1 >> 62
	z       = 0x1p-3
)
const hugeF = 1e300 * 1e300 / 1e299
const third = 1.0 / 3
const exact = third*3 == 1
const maxU = ^uint64(0)
const typedShift = int8(1) << 6
const bigRune = '\U0010FFFF'
const divs = 10 / 4 * 4.0
const divs2 = 10 / 4.0 * 4

func main() {
	fmt.Println(Nano, Micro, a, b, e, f, s, l, t, g, h, i, j, k, m, n, o, p, q, r, u, v, x, y, z)
	fmt.Println(hugeF, third, exact, maxU, typedShift, bigRune, divs, divs2)
	fmt.Printf("%T %T %T %T %T %T %T %T\n", Micro, q, r, u, p, m, g, w)
	var f32 float32 = third
	var i8 int8 = 'a'
	var c64 complex64 = 3
	var fl float64 = 'a'
	var by byte = 'a' + 1.0
	fmt.Println(f32, i8, c64, fl, by)
	sh := 3
	var sf int64 = 1 << sh
	var sg = uint8(1<<sh) + 1.0<<3
	fmt.Println(sf, sg, 1<<sh == 8, "abc"[1<<sh-7], make([]int, 1.0<<sh)[0])
	fmt.Println(0.1+0.2 == 0.3, float32(0.1) == 0.1, 1/3*3 == 1, 2.0*k, k*2.0, 1_0.5e1_0, 'a'*2, "a"+"b" < "b")
	fmt.Println(5.0 == 5, 'a' == 97, 3+0i == 3, -7>>1, -7/2, uint32(1<<32-1), 1<<3+1, 2*3%4, 7&3|8^2, !(1 > 2) == true)
	var d D = 5
	d *= Micro
	fmt.Println(d, d/2, d%7, -d, d<<2)
	const c0 = iota
	const (
		c1 = iota + 1
		c2
	)
	fmt.Println(c0, c1, c2, int64(1)<<c2)
	arr := [c2 + 1]int{c1: 5}
	fmt.Println(arr, len(arr), cap(arr[:1]))
	switch x := 2; {
	case x == c2:
		fmt.Println("c2")
	}
	fmt.Println(min(1, 2.5, 'a'), max("a", "b", "ab"), min(c1, c2))
	const m1 = min(1, 2.5)
	fmt.Printf("%T %v\n", m1, m1)
}

// Outcomes:
//	exit 0 "1 1000 2 12 4 14 xy 2 true 4 -1 -2 2.5 2 8 63 255 15 23 1000 (-2+1i) -2 2 2 0.125\n1e+301 0.3333333333333333 true 18446744073709551615 64 1114111 8 10\nmain.D int32 float64 complex128 uint8 int int int\n0.33333334 97 (3+0i) 97 98\n8 16 true 98 0\ntrue true false 4 4 1.05e+11 194 true\ntrue true true -4 -3 4294967295 9 2 9 true\n5000 2500 2 -5000 20000\n0 1 2 4\n[0 5 0] 3 3\nc2\n1 b 1\nfloat64 1\n"
