// Package rand: every draw is a choice (internal/random). A seed changes nothing: what a fixed seed gives is one of the
// possibilities, which programs are not supposed to build on.
package rand

import "internal/random"

type Source interface {
	Int63() int64
	Seed(seed int64)
}

type Source64 interface {
	Source
	Uint64() uint64
}

type anySource struct{}

func (anySource) Int63() int64    { return Int63() }
func (anySource) Uint64() uint64  { return Uint64() }
func (anySource) Seed(seed int64) {}

func NewSource(seed int64) Source { return anySource{} }

// A Rand draws from its source if that is the program's own. Like the real one it is not safe for use by several goroutines:
// every draw writes to it.
type Rand struct {
	src  Source
	used bool
}

func New(src Source) *Rand { return &Rand{src: src} }

func (r *Rand) own() bool {
	r.used = true
	_, ours := r.src.(anySource)
	return !ours
}

func (r *Rand) Seed(seed int64) { r.src.Seed(seed) }

func (r *Rand) Int63() int64 {
	if r.own() {
		return r.src.Int63()
	}
	return Int63()
}

func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int       { return int(r.Int63()) }

func (r *Rand) Uint64() uint64 {
	if r.own() {
		return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
	}
	return Uint64()
}

func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if r.own() {
		return r.Int63() % n
	}
	return int64(random.Below(uint64(n)))
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	return int32(r.Int63n(int64(n)))
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	if r.own() {
		return float64(r.Int63()>>10) / (1 << 53)
	}
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

func Seed(seed int64) {}

func Int63() int64   { return int64(random.Below(1 << 63)) }
func Uint32() uint32 { return uint32(random.Below(1 << 32)) }
func Uint64() uint64 { return random.Below(1<<64 - 1) }
func Int31() int32   { return int32(random.Below(1 << 31)) }
func Int() int       { return int(random.Below(1 << 63)) }

func Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	return int64(random.Below(uint64(n)))
}

func Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	return int32(random.Below(uint64(n)))
}

func Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	return int(random.Below(uint64(n)))
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

// Read fills p with the same byte, whatever that is.
func Read(p []byte) (n int, err error) {
	b := byte(random.Below(256))
	for i := range p {
		p[i] = b
	}
	return len(p), nil
}

func (r *Rand) Read(p []byte) (n int, err error) {
	r.used = true
	return Read(p)
}
