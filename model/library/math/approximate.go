package math

import "internal/machine"

// What C's library computes, for where there is no Go tree: the last digit may not be Go's. With a tree Go's own source is compiled.

func Log(x float64) float64               { return machine.Math1(5, x) }
func Log2(x float64) float64              { return machine.Math1(6, x) }
func Log10(x float64) float64             { return machine.Math1(7, x) }
func Sin(x float64) float64               { return machine.Math1(8, x) }
func Cos(x float64) float64               { return machine.Math1(9, x) }
func Tan(x float64) float64               { return machine.Math1(10, x) }
func Asin(x float64) float64              { return machine.Math1(11, x) }
func Acos(x float64) float64              { return machine.Math1(12, x) }
func Atan(x float64) float64              { return machine.Math1(13, x) }
func Sinh(x float64) float64              { return machine.Math1(14, x) }
func Cosh(x float64) float64              { return machine.Math1(15, x) }
func Tanh(x float64) float64              { return machine.Math1(16, x) }
func Cbrt(x float64) float64              { return machine.Math1(17, x) }
func Exp2(x float64) float64              { return machine.Math1(18, x) }
func Expm1(x float64) float64             { return machine.Math1(19, x) }
func Log1p(x float64) float64             { return machine.Math1(20, x) }
func Asinh(x float64) float64             { return machine.Math1(24, x) }
func Acosh(x float64) float64             { return machine.Math1(25, x) }
func Atanh(x float64) float64             { return machine.Math1(26, x) }
func Gamma(x float64) float64             { return machine.Math1(27, x) }
func Erf(x float64) float64               { return machine.Math1(28, x) }
func Erfc(x float64) float64              { return machine.Math1(29, x) }
func Pow(x, y float64) float64            { return machine.Math2(0, x, y) }
func Atan2(y, x float64) float64          { return machine.Math2(1, y, x) }
func Hypot(p, q float64) float64          { return machine.Math2(2, p, q) }
func Pow10(n int) float64                 { return Pow(10, float64(n)) }
func Sincos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }
func FMA(x, y, z float64) float64         { return x*y + z }

func Ldexp(frac float64, exp int) float64 {
	for ; exp > 1000; exp -= 1000 {
		frac *= 0x1p1000
		if IsInf(frac, 0) || frac == 0 {
			return frac
		}
	}
	for ; exp < -1000; exp += 1000 {
		frac *= 0x1p-1000
		if frac == 0 {
			return frac
		}
	}
	return frac * Pow(2, float64(exp))
}
