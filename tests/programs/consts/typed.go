// Constant expressions and conversions at the borders of their types, strings from constants, named booleans.
package main

import (
	"fmt"
	"math"
	"time"
)

type (
	Celsius float64
	Size    uint16
	Yes     bool
)

const (
	Boiling   Celsius = 100
	Absolute  Celsius = -273.15
	Max               = Size(math.MaxUint16)
	Always    Yes     = 1 < 2
	Mask              = ^uint8(0) >> 1
	Big               = math.MaxUint64
	Fraction          = 7.0 / 2
	Truncated         = 7 / 2
	Shifted           = 1.0 << 4
	Rune              = 'a' + 1.0
	Year              = 365 * 24 * time.Hour
)

func (c Celsius) F() float64 { return float64(c*9/5 + 32) }

func main() {
	fmt.Println(Boiling.F(), Absolute.F(), Max, Max+0 == 65535, Always, !Always, Mask)
	fmt.Println(uint64(Big), Big/2, Fraction, Truncated, Shifted, Rune, Year)
	fmt.Printf("%T %T %T %T %T\n", Fraction, Truncated, Rune, Always, Year)
	var f float32 = 1 << 24
	var c complex128 = 3
	var b byte = 'z' - 'a'
	var i interface{} = 2.0
	var s Size = 1 << 15
	_, isInt := i.(int)
	fmt.Println(f, c, b, isInt, s<<1, s>>15, -5>>1, 5&^4|2)
	const n = 10
	arr := [n * 2]int{n - 1: 1}
	fmt.Println(len(arr), arr[n-1], string("abc"[1]), len("abc"+"def"))
	x := 3
	fmt.Println(x<<2.0, 1<<x, uint8(1)<<x, float64(x)/2)
	const huge = 1e1000 / 1e997
	fmt.Println(huge, int(huge), math.Pi*1e3)
	fmt.Println(0.1+0.2, float32(0.1), 1/3.0, 2/3, 2.0/3)
	fmt.Println('a', "\x41", '\n', '\'', "\"", `\n`)
}

// Outcomes:
//	exit 0 "212 -459.66999999999996 65535 true true false 127\n18446744073709551615 9223372036854775807 3.5 3 16 98 8760h0m0s\nfloat64 int float64 main.Yes time.Duration\n1.6777216e+07 (3+0i) 25 false 0 1 -3 3\n20 1 b 6\n12 8 8 1.5\n1000 1000 3141.5926535897934\n0.3 0.1 0.3333333333333333 0 0.6666666666666666\n97 A 10 39 \" \\n\n"
