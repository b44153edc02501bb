// Package rand is math/rand's second version: every draw is a choice (internal/random).
package rand

import "internal/random"

type Source interface {
	Uint64() uint64
}

// A PCG or ChaCha8 source gives anything.
type PCG struct{}

func NewPCG(seed1, seed2 uint64) *PCG   { return &PCG{} }
func (p *PCG) Uint64() uint64           { return Uint64() }
func (p *PCG) Seed(seed1, seed2 uint64) {}

type ChaCha8 struct{}

func NewChaCha8(seed [32]byte) *ChaCha8 { return &ChaCha8{} }
func (c *ChaCha8) Uint64() uint64       { return Uint64() }
func (c *ChaCha8) Seed(seed [32]byte)   {}

// A Rand draws from its source if that is the program's own. Like the real one it is not safe for use by several goroutines:
// every draw writes to it.
type Rand struct {
	src  Source
	used bool
}

func New(src Source) *Rand { return &Rand{src: src} }

func (r *Rand) below(n uint64) uint64 {
	r.used = true
	switch r.src.(type) {
	case *PCG, *ChaCha8:
		return random.Below(n)
	}
	return r.src.Uint64() % n
}

func (r *Rand) Uint64() uint64 {
	r.used = true
	return r.src.Uint64()
}

func (r *Rand) Uint32() uint32 { return uint32(r.below(1 << 32)) }
func (r *Rand) Int64() int64   { return int64(r.below(1 << 63)) }
func (r *Rand) Int32() int32   { return int32(r.below(1 << 31)) }
func (r *Rand) Int() int       { return int(r.below(1 << 63)) }
func (r *Rand) Uint() uint     { return uint(r.Uint64()) }

func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

func (r *Rand) Float64() float64 {
	r.used = true
	return random.Float()
}

func (r *Rand) Float32() float32     { return float32(r.Float64()) }
func (r *Rand) NormFloat64() float64 { return r.Float64()*2 - 1 }
func (r *Rand) ExpFloat64() float64  { return r.Float64() }

func (r *Rand) Perm(n int) []int {
	r.used = true
	return Perm(n)
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	r.used = true
	Shuffle(n, swap)
}

func Uint64() uint64 { return random.Below(1<<64 - 1) }
func Uint32() uint32 { return uint32(random.Below(1 << 32)) }
func Int64() int64   { return int64(random.Below(1 << 63)) }
func Int32() int32   { return int32(random.Below(1 << 31)) }
func Int() int       { return int(random.Below(1 << 63)) }
func Uint() uint     { return uint(Uint64()) }

func Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(random.Below(uint64(n)))
}

func Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(random.Below(uint64(n)))
}

func IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(random.Below(uint64(n)))
}

func Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return random.Below(n)
}

func Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(random.Below(uint64(n)))
}

func UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(random.Below(uint64(n)))
}

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N is any value of [0, n), for durations too.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(random.Below(uint64(n)))
}

func Float64() float64     { return random.Float() }
func Float32() float32     { return float32(random.Float()) }
func NormFloat64() float64 { return random.Float()*2 - 1 }
func ExpFloat64() float64  { return random.Float() }

func Perm(n int) []int { return random.Permutation(n) }

func Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	random.Swaps(n, swap)
}

func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}
