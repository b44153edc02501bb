// Floats as powers of two; keys without a hash, in maps with and without entries (Go 1.24).

//go:build go1.24

package main

import (
	"fmt"
	"math"
)

func main() {
	for _, f := range []float64{0, 1, -1.5, 0.1, 1e300, 5e-324, math.Pi, 255.999, math.Inf(-1), math.MaxFloat64} {
		fmt.Printf("%x %X %b %.3x %.0x %10.1x|%+x %#v\n", f, f, f, f, f, f, f, f)
		fmt.Printf("%x %b\n", float32(f), float32(f))
	}
	fmt.Printf("%x %b\n", 1.5-2i, complex64(1+2i))
	m := map[any]int{1: 2}
	defer func() {
		fmt.Println(recover())
		var n map[any]int
		defer func() { fmt.Println(recover()) }()
		_ = n[[]int{}]
	}()
	_ = m[[]int{1}]
}

// Outcomes:
//	exit 0 "0x0p+00 0X0P+00 0p-1074 0x0.000p+00 0x0p+00  0x0.0p+00|+0x0p+00 0\n0x0p+00 0p-149\n0x1p+00 0X1P+00 4503599627370496p-52 0x1.000p+00 0x1p+00  0x1.0p+00|+0x1p+00 1\n0x1p+00 8388608p-23\n-0x1.8p+00 -0X1.8P+00 -6755399441055744p-52 -0x1.800p+00 -0x1p+01 -0x1.8p+00|-0x1.8p+00 -1.5\n-0x1.8p+00 -12582912p-23\n0x1.999999999999ap-04 0X1.999999999999AP-04 7205759403792794p-56 0x1.99ap-04 0x1p-03  0x1.ap-04|+0x1.999999999999ap-04 0.1\n0x1.99999ap-04 13421773p-27\n0x1.7e43c8800759cp+996 0X1.7E43C8800759CP+996 6724873095247260p+944 0x1.7e4p+996 0x1p+996 0x1.8p+996|+0x1.7e43c8800759cp+996 1e+300\n+Inf +Inf\n0x1p-1074 0X1P-1074 1p-1074 0x1.000p-1074 0x1p-1074 0x1.0p-1074|+0x1p-1074 5e-324\n0x0p+00 0p-149\n0x1.921fb54442d18p+01 0X1.921FB54442D18P+01 7074237752028440p-51 0x1.922p+01 0x1p+02  0x1.9p+01|+0x1.921fb54442d18p+01 3.141592653589793\n0x1.921fb6p+01 13176795p-22\n0x1.ffff7ced91687p+07 0X1.FFFF7CED91687P+07 9007164070368903p-45 0x1.000p+08 0x1p+08  0x1.0p+08|+0x1.ffff7ced91687p+07 255.999\n0x1.ffff7cp+07 16777150p-16\n-Inf -Inf -Inf -Inf -Inf       -Inf|-Inf -Inf\n-Inf -Inf\n0x1.fffffffffffffp+1023 0X1.FFFFFFFFFFFFFP+1023 9007199254740991p+971 0x1.000p+1024 0x1p+1024 0x1.0p+1024|+0x1.fffffffffffffp+1023 1.7976931348623157e+308\n+Inf +Inf\n(0x1.8p+00-0x1p+01i) (8388608p-23+8388608p-22i)\nruntime error: hash of unhashable type []int\nhash of unhashable type: []int\n"
