// Floats: rounding, infinities, NaN, float32, conversion, printing.
package main

import (
	"fmt"
	"math"
)

func main() {
	a, b, zero := 0.1, 0.2, 0.0
	fmt.Println(a+b, a+b == 0.3, float32(a)+float32(b) == 0.3, 0.1+0.2 == 0.3)
	inf := 1 / zero
	nan := zero / zero
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, nan < 1, nan > 1, inf > 1e308, inf-inf)
	fmt.Println(math.IsNaN(nan), math.IsInf(inf, 1), math.IsInf(-inf, 0))
	neg := -zero
	fmt.Println(neg == 0, 1/neg, math.Copysign(0, -1), 1/math.Copysign(0, -1))
	var f float32 = 16777216
	fmt.Println(f+1 == f, float64(f)+1, float32(0.1), float64(float32(0.1)))
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(1.2), math.Trunc(-1.7), math.Abs(-3), math.Max(1, 2), math.Min(1, 2), math.Mod(7, 3), math.Pow(2, 10))
	fmt.Println(1e6, 1e20, 1e21, 1e-4, 1e-5, 123456789.0, 1.0, 100.5, 3e0)
	fmt.Printf("%f %.2f %8.3f %e %g %v %6.1f| %-8.2f|\n", 1.5, 3.14159, 2.71828, 12345.678, 1e-7, 2.0, 9.96, 1.5)
	x := 10.0
	x /= 4
	x *= 3
	x -= .5
	fmt.Println(x, int(x), -x, x > 6.99)
	var i = 7
	fmt.Println(float64(i)/2, i/2, float32(i)/3)
	c := complex(1, 2)
	c = c * c
	fmt.Println(c, real(c), imag(c), c == complex(-3, 4), c/complex(0, 1))
	fmt.Printf("%.1f %v\n", c, complex64(c))
	sum := 0.0
	for range 10 {
		sum += 0.1
	}
	fmt.Println(sum, sum == 1)
	fmt.Println(math.MaxFloat64, math.SmallestNonzeroFloat64, math.Pi)
	fmt.Println(math.Inf(-1) < -math.MaxFloat64, float32(f)*1e30 > 1)
	m := map[float64]string{1.5: "a", 2: "b"}
	fmt.Println(m[1.5], m[2.0], m)
}

// Outcomes:
//	exit 0 "0.30000000000000004 false true true\n+Inf -Inf NaN false true false false true NaN\ntrue true true\ntrue -Inf -0 -Inf\ntrue 1.6777217e+07 0.1 0.10000000149011612\n1.4142135623730951 -2 2 -1 3 2 1 1 1024\n1e+06 1e+20 1e+21 0.0001 1e-05 1.23456789e+08 1 100.5 3\n1.500000 3.14    2.718 1.234568e+04 1e-07 2   10.0| 1.50    |\n7 7 -7 true\n3.5 3 2.3333333\n(-3+4i) -3 4 true (4+3i)\n(-3.0+4.0i) (-3+4i)\n0.9999999999999999 false\n1.7976931348623157e+308 5e-324 3.141592653589793\ntrue true\na b map[1.5:a 2:b]\n"
