//go:build go1.26

package main

import (
	"fmt"
	"math"
)

const (
	A = iota
	B
	_
	D = "s"
	E
	F = iota * 10
	G
	H, I = iota, iota * iota
	J, K
)
const big = 1 << 100
const huge = big * big
const fl = big / 3.0
const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

type W int

const (
	Mon W = iota + 1
	Tue
)
const typed int8 = -128
const r = 'a' + 1
const c = 1i * 1i
const str = "con" + "cat"
const bo = str < "d" && !false

func main() {
	fmt.Println(A, B, D, E, F, G, H, I, J, K)
	fmt.Println(big>>98, huge/big/big, fl/1e30, KB, MB, GB, Mon, Tue, typed, r, c, str, bo, len(str))
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.Pi, float32(math.Pi), math.MaxFloat32, math.SmallestNonzeroFloat64)
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7.0/2, 1/2*3.0, 3.0*(1/2), 5.0/2)
	fmt.Println(0b101, 0o17, 017, 0xF_F, 1_000_000, 0x1p4, 1e3, .5, 5., 'a', '\n', '\x41', '\u00e9', '\'')
	var x uint8 = 255
	x++
	var y int8 = 127
	y++
	var z int32 = math.MinInt32
	z = -z
	fmt.Println(x, y, z, ^0, ^uint8(5), 5&^3, 6^3, -5>>1, uint32(1)<<31, 1<<3|1)
	const h = 5.0
	var ar [h]int
	fmt.Printf("%T %T %T %T %T %d\n", r, c, h, 'x'*2.0, 1<<3, len(ar))
	s := uint(33)
	fmt.Println(1<<s, int32(1)<<s, 1.0<<3, uint8(1)<<s>>s)
	var f32 float32 = 16777216
	fmt.Println(f32+1 == f32, 0.1+0.2, float32(0.1)+float32(0.2), 1/3.0)
	fmt.Println(math.Inf(1), -math.Inf(1), math.NaN(), math.Copysign(0, -1), 1/math.Inf(-1))
	fmt.Println(uint8(int(300)&0xff), int64(float64(1<<53)+1), int8(int(200)-256))
	d := 3.7
	fmt.Println(int(d), int(-d), uint(d), float32(d), int8(d))
	fmt.Println(len([10]int{}), cap([3]string{}), len("é"), len([...]int{5: 1}))
	fmt.Println(real(3+4i), imag(3+4i), complex(1, 2), (1+2i)*(3-1i), (1+2i)/(3-1i), 1+2i == 1+2i)
}

// Outcomes:
//	exit 0 "0 1 s s 50 60 7 49 8 64\n4 1 0.42255020007607647 1024 1048576 1073741824 1 2 -128 98 (-1+0i) concat true 6\n9223372036854775807 18446744073709551615 3.141592653589793 3.1415927 3.4028234663852886e+38 5e-324\n3 -3 1 -1 3.5 0 0 2.5\n5 15 15 255 1000000 16 1000 0.5 5 97 10 65 233 39\n0 -128 -2147483648 -1 250 4 5 -3 2147483648 9\nint32 complex128 float64 float64 int 5\n8589934592 0 8 0\ntrue 0.3 0.3 0.3333333333333333\n+Inf -Inf NaN -0 -0\n44 9007199254740992 -56\n3 -3 3 3.7 3\n10 3 2 6\n3 4 (1+2i) (5+5i) (0.1+0.7i) true\n"
