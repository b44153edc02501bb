// Package math. What needs more than arithmetic is the machine's, by number (model/runtime/native.cpp).
package math

import "internal/machine"

const (
	E       = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi      = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi     = 1.61803398874989484820458683436563811772030917980576286213544862
	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038
	Ln2     = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E   = 1 / Ln2
	Ln10    = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E  = 1 / Ln10
)

const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

func Float64bits(f float64) uint64     { return machine.FloatBits(f) }
func Float64frombits(b uint64) float64 { return machine.FloatFromBits(b) }
func Float32bits(f float32) uint32     { return machine.Float32Bits(f) }
func Float32frombits(b uint32) float32 { return machine.Float32FromBits(b) }

func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(0x7FF0000000000000)
	}
	return Float64frombits(0xFFF0000000000000)
}

func NaN() float64              { return Float64frombits(0x7FF8000000000001) }
func IsNaN(f float64) (is bool) { return f != f }

func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

func Signbit(x float64) bool { return Float64bits(x)>>63 != 0 }

func Sqrt(x float64) float64        { return machine.Math1(0, x) }
func Exp(x float64) float64         { return machine.Math1(4, x) }
func Floor(x float64) float64       { return machine.Math1(1, x) }
func Ceil(x float64) float64        { return machine.Math1(2, x) }
func Trunc(x float64) float64       { return machine.Math1(3, x) }
func Round(x float64) float64       { return machine.Math1(21, x) }
func RoundToEven(x float64) float64 { return machine.Math1(22, x) }
func Abs(x float64) float64         { return machine.Math1(23, x) }

func Mod(x, y float64) float64         { return machine.Math2(3, x, y) }
func Remainder(x, y float64) float64   { return machine.Math2(4, x, y) }
func Copysign(f, sign float64) float64 { return machine.Math2(5, f, sign) }
func Nextafter(x, y float64) float64   { return machine.Math2(6, x, y) }

func Dim(x, y float64) float64 {
	v := x - y
	if v <= 0 {
		return 0
	}
	return v
}

func Max(x, y float64) float64 {
	if IsInf(x, 1) || IsInf(y, 1) {
		return Inf(1)
	}
	return max(x, y)
}

func Min(x, y float64) float64 {
	if IsInf(x, -1) || IsInf(y, -1) {
		return Inf(-1)
	}
	return min(x, y)
}

func Modf(f float64) (int float64, frac float64) {
	int = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return int, Copysign(f-int, f)
}

func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || IsInf(f, 0) || IsNaN(f) {
		return f, 0
	}
	if Abs(f) < 0x1p-1022 {
		f *= 0x1p52
		exp = -52
	}
	b := Float64bits(f)
	exp += int(b>>52&0x7FF) - 1022
	return Float64frombits(b&^(0x7FF<<52) | 1022<<52), exp
}

func Logb(x float64) float64 {
	if x == 0 {
		return Inf(-1)
	}
	if IsInf(x, 0) {
		return Inf(1)
	}
	if IsNaN(x) {
		return x
	}
	_, e := Frexp(x)
	return float64(e - 1)
}

func Ilogb(x float64) int {
	_, e := Frexp(x)
	return e - 1
}
