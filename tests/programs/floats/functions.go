// The functions of math give Go's last digit: a digest of many values of each, and a few in full.

package main

import (
	"fmt"
	"math"
)

func main() {
	functions := []struct {
		name string
		f    func(float64) float64
	}{
		{"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Log", math.Log}, {"Log2", math.Log2}, {"Log10", math.Log10},
		{"Log1p", math.Log1p}, {"Sin", math.Sin}, {"Cos", math.Cos}, {"Tan", math.Tan}, {"Asin", math.Asin}, {"Acos", math.Acos},
		{"Atan", math.Atan}, {"Sinh", math.Sinh}, {"Cosh", math.Cosh}, {"Tanh", math.Tanh}, {"Asinh", math.Asinh}, {"Acosh", math.Acosh},
		{"Atanh", math.Atanh}, {"Sqrt", math.Sqrt}, {"Cbrt", math.Cbrt}, {"Gamma", math.Gamma}, {"Erf", math.Erf}, {"Erfc", math.Erfc},
		{"J0", math.J0}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven},
	}
	for _, f := range functions {
		digest := uint64(0)
		for i := -30; i < 60; i++ {
			digest = digest*31 + math.Float64bits(f.f(float64(i)*0.37+0.013))
		}
		fmt.Println(f.name, digest, f.f(0.75))
	}
	digest := uint64(0)
	for i := range 60 {
		x, y := 1.1+float64(i)*0.31, 0.7*float64(i)-3
		sin, cos := math.Sincos(x)
		for _, v := range []float64{math.Pow(x, y), math.Atan2(x, y), math.Hypot(x, y), math.Mod(x, y), math.FMA(x, y, x), math.Ldexp(x, i*40-1100), sin, cos} {
			digest = digest*31 + math.Float64bits(v)
		}
	}
	fmt.Println(digest, math.Pow10(-3), math.FMA(0.1, 10, -1), math.Pow(2, 0.5))
}

// Outcomes:
//	exit 0 "Exp 1850425554027515761 2.117000016612675\nExp2 10824449791059166168 1.6817928305074292\nExpm1 11480679583984668938 1.1170000166126748\nLog 1918726325526789870 -0.2876820724517809\nLog2 594083240659473555 -0.41503749927884376\nLog10 18305921068891257261 -0.12493873660829993\nLog1p 13778639137966337473 0.5596157879354227\nSin 8086085119445540977 0.6816387600233342\nCos 7141501181265473819 0.7316888688738209\nTan 14949859064855737144 0.9315964599440725\nAsin 11056210782727946200 0.848062078981481\nAcos 13605469092512479441 0.7227342478134156\nAtan 18208699131868790302 0.6435011087932844\nSinh 18291032786070360906 0.82231673193583\nCosh 5121896284517376632 1.2946832846768448\nTanh 10862740121318818607 0.6351489523872873\nAsinh 5246921799284616236 0.6931471805599453\nAcosh 12635890877558530073 NaN\nAtanh 17815969989721369698 0.9729550745276566\nSqrt 16686543234908126037 0.8660254037844386\nCbrt 15014253656214945059 0.9085602964160698\nGamma 15054361209396794183 1.2254167024651774\nErf 15719295605530373435 0.7111556336535152\nErfc 11543203149540670492 0.2888443663464848\nJ0 1357993966693467576 0.8642422751666486\nRound 6759058615752982528 1\nRoundToEven 6759058615752982528 1\n3046250096148764974 0.001 5.551115123125783e-17 1.4142135623730951\n"
