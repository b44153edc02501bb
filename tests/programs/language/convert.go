//go:build go1.26

package main

import "fmt"

type Celsius float64
type Fahrenheit float64
type Bytes []byte
type Runes []rune
type S string
type P *int
type Fn func(int)
type St1 struct {
	A int `x:"1"`
}
type St2 struct{ A int }
type E interface{ Error() string }
type C chan int

func main() {
	c := Celsius(36.6)
	fmt.Println(Fahrenheit(c*9/5+32), int(c), string(S("x")), S([]byte{65}), Bytes("hi"), Runes("é"), string(Runes{233}), string(Bytes{66}))
	var i64 int64 = -1
	fmt.Println(uint8(i64), uint16(i64), uint32(i64), uint64(i64), int8(i64), int32(i64>>1), uint(i64)>>60)
	big := 1e20
	_ = big
	f := 255.9
	fmt.Println(uint8(f), int(f), int64(-f), float32(16777217), float64(float32(0.1)))
	var u uint32 = 1 << 31
	fmt.Println(int32(u), int64(u), uint64(int32(u)), u<<1, int64(int32(u))>>31)
	s1 := St1{3}
	s2 := St2(s1)
	fmt.Println(s2, struct{ A int }(s1))
	ps := (*St2)(&s1)
	ps.A = 8
	fmt.Println(s1)
	n := 5
	var p P = &n
	*p = 6
	fmt.Println(*(*int)(p), n)
	var ch C = make(chan int, 1)
	var send chan<- int = ch
	send <- 1
	fmt.Println(<-(<-chan int)(ch))
	Fn(func(i int) { fmt.Println("fn", i) })(3)
	var e error = E(nil)
	fmt.Println(e == nil)
	var a any = int32(5)
	_, ok := a.(int)
	_, ok2 := a.(int32)
	fmt.Println(ok, ok2)
	var r rune = 'x'
	var b byte = 'y'
	fmt.Printf("%T %T %v %v %c\n", r, b, r, b, r)
	fmt.Println(string(rune(0x10FFFF+1)), []byte("é"), []rune("é"), string([]byte{0xc3}), len(string(rune(0x800))))
	x := 10
	fmt.Println(float64(x)/4, x/4, float64(x/4), -x/3, -x%3, x&-x, x&^2, uint8(x<<5), int8(x<<4))
	var z float32 = 1e10
	fmt.Println(z*z*z*z*z, -z*z*z*z*z, z-z, 1/z)
	cc := complex64(1 + 2i)
	fmt.Println(complex128(cc), real(cc), cc*cc, cc == 1+2i)
	fmt.Printf("%T %T\n", real(cc), real(complex128(cc)))
	const k = 1 << 62
	fmt.Println(k*2-1+k*2 > 0, int64(k), uint64(k*3))
	h := 0x7fffffffffffffff
	h++
	fmt.Println(h, -h, h/-1, h%-1)
	fmt.Println(^h, +h, !true, -0.0, 1-1.0)
	sh := 70
	fmt.Println(1<<sh, -1>>sh, uint8(200)>>1, int8(-128)>>1, uint64(1)<<63>>sh)
	var i8 int8 = -128
	fmt.Println(-i8, i8*i8, i8/-1, i8-1)
}

// Outcomes:
//	exit 0 "97.88000000000001 36 x A [104 105] [233] é B\n255 65535 4294967295 18446744073709551615 -1 -1 15\n255 255 -255 1.6777216e+07 0.10000000149011612\n-2147483648 2147483648 18446744071562067968 0 -1\n{3} {3}\n{8}\n6 6\n1\nfn 3\ntrue\nfalse true\nint32 uint8 120 121 x\n� [195 169] [233] � 3\n2.5 2 2 -3 -1 2 8 64 -96\n+Inf -Inf 0 1e-10\n(1+2i) 1 (-3+4i) true\nfloat32 float64\ntrue 4611686018427387904 13835058055282163712\n-9223372036854775808 -9223372036854775808 -9223372036854775808 0\n9223372036854775807 -9223372036854775808 false 0 0\n0 -1 100 -64 0\n-128 0 -128 127\n"
