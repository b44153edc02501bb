package testing

import (
	"fmt"
	"time"
)

// iterations is a benchmark's N: what it does concurrently shows in few.
const iterations = 2

// B is a benchmark.
type B struct {
	common
	N     int
	loops int
}

func (b *B) ResetTimer()                         {}
func (b *B) StartTimer()                         {}
func (b *B) StopTimer()                          {}
func (b *B) ReportAllocs()                       {}
func (b *B) SetBytes(n int64)                    {}
func (b *B) SetParallelism(p int)                {}
func (b *B) ReportMetric(n float64, unit string) {}
func (b *B) Elapsed() time.Duration              { return 0 }

// Loop is true N times.
func (b *B) Loop() bool {
	b.loops++
	return b.loops <= b.N
}

func (b *B) Run(name string, f func(b *B)) bool {
	sub := &B{common: common{name: b.unique(name), parent: &b.common, signal: make(chan bool, 1)}, N: iterations}
	go bRunner(sub, f)
	<-sub.signal
	return !sub.failed
}

func bRunner(b *B, f func(b *B)) {
	defer func() {
		b.runCleanups()
		b.done.Store(true)
		b.signal <- true
	}()
	f(b)
	b.finished = true
}

// A PB runs a body in parallel.
type PB struct {
	left int
}

func (pb *PB) Next() bool {
	pb.left--
	return pb.left >= 0
}

// RunParallel runs body in two goroutines, one iteration each.
func (b *B) RunParallel(body func(*PB)) {
	done := make(chan bool)
	for i := 0; i < 2; i++ {
		go func() {
			defer func() { done <- true }()
			body(&PB{left: 1})
		}()
	}
	<-done
	<-done
}

// BenchmarkResult has no measurements.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func (r BenchmarkResult) NsPerOp() int64           { return 0 }
func (r BenchmarkResult) AllocsPerOp() int64       { return 0 }
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return 0 }
func (r BenchmarkResult) String() string           { return fmt.Sprintf("%8d\t%10d ns/op", r.N, 0) }

func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{common: common{signal: make(chan bool, 1)}, N: iterations}
	go bRunner(b, f)
	<-b.signal
	return BenchmarkResult{N: b.N}
}

// F is a fuzz test: only its seeds could run, and it is no entry.
type F struct {
	common
}

func (f *F) Add(args ...any) {}
func (f *F) Fuzz(ff any)     {}
