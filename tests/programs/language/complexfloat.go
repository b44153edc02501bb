//go:build go1.26

package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/cmplx"
)

func main() {
	a, b := 3+4i, 1-2i
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b, real(a), imag(b), cmplx.Abs(a))
	var c64 complex64 = complex64(a)
	c64 *= 2
	fmt.Println(c64, complex(float32(1), 2))
	zero := 0i
	fmt.Println(a/zero, zero/zero)
	fmt.Printf("%v %.1f %g %8.2f %T\n", a, a, b, b, c64)
	x := 2.0
	fmt.Println(math.Sqrt(x), math.Pow(x, 10), math.Floor(-1.5), math.Ceil(1.2), math.Trunc(-1.7), math.Round(2.5), math.RoundToEven(2.5), math.Mod(7, 3), math.Hypot(3, 4), math.Abs(-2), math.Max(1, math.NaN()), math.Min(-0.0, 0))
	fmt.Println(math.Sin(1), math.Cos(1), math.Atan2(1, -1), math.Exp(1), math.Log(10), math.Log2(8), math.Log10(1000), math.Cbrt(27), math.Tanh(0.5))
	fmt.Println(math.IsNaN(math.Sqrt(-1)), math.IsInf(1/(x-2), 1), math.Signbit(math.Copysign(0, -1)), math.Float64bits(1.5), math.Float32bits(1.5))
	fr, e := math.Frexp(10)
	ip, fp := math.Modf(-3.25)
	fmt.Println(fr, e, ip, fp, math.Ldexp(0.5, 4), math.Inf(-1), math.MaxInt)
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros8(1), bits.TrailingZeros(8), bits.Reverse8(1), bits.Len(1023), bits.RotateLeft8(0x81, 1))
	hi, lo := bits.Mul64(1<<63, 4)
	s, cy := bits.Add64(1<<63, 1<<63, 1)
	fmt.Println(hi, lo, s, cy)
	var f float64 = 1
	for i := range 20 {
		f *= 10
		if i > 14 {
			fmt.Print(f, " ")
		}
	}
	fmt.Println(float32(f), f/3, 1e-5, 1e-4, 123456789.0, 1234567890123456789012.0, 0.1+0.2, 100000.0, 2.5e-8)
	fmt.Println(float32(1)/3, float32(16777216.0), float32(3.4e38))
	println("stderr", 1.5, 3, true)
	n := math.NaN()
	fmt.Println(n < 1, n > 1, n == n, n != n, !(n < 1), max(n, 1), min(1, n))
	m := math.MinInt64
	fmt.Println(-m, m/-1, m%-1, uint64(m), m-1)
	fmt.Println(5.0/3, 5/3, 5%3, -5/3, -5%3, 5%-3, 1<<10>>3, 0xff&^0xf)
	fmt.Println(int64(math.Float64frombits(0x43E0000000000000)/2), uint8(math.Floor(200.7)))
}

// Outcomes:
//	exit 0 "(4+2i) (2+6i) (11-2i) (-1+2i) (-3-4i) false true 3 -2 5\n(6+8i) (1+2i)\n(+Inf+Infi) (NaN+NaNi)\n(3+4i) (3.0+4.0i) (1-2i) (    1.00   -2.00i) complex64\n1.4142135623730951 1024 -2 2 -1 3 2 1 5 2 NaN 0\n0.8414709848078965 0.5403023058681398 2.356194490192345 2.718281828459045 2.302585092994046 3 3 3 0.46211715726000974\ntrue true true 4609434218613702656 1069547520\n0.625 4 -3 -0.25 8 -Inf 9223372036854775807\n8 7 3 128 10 3\n2 0 1 1\n1e+16 1e+17 1e+18 1e+19 1e+20 1e+20 3.333333333333333e+19 1e-05 0.0001 1.23456789e+08 1.2345678901234568e+21 0.3 100000 2.5e-08\n0.33333334 1.6777216e+07 3.4e+38\nfalse false false true true NaN NaN\n-9223372036854775808 -9223372036854775808 0 9223372036854775808 9223372036854775807\n1.6666666666666667 1 2 -1 -2 2 128 240\n4611686018427387904 200\n"
