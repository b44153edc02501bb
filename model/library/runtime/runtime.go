// Package runtime: the scheduler's entry points are operations of the machine; the collector and the tuning knobs do
// nothing that a program could rely on.
package runtime

import (
	"internal/machine"
	"internal/stack"
)

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

func Gosched()
func Goexit()
func numGoroutine() int

func NumGoroutine() int {
	n := numGoroutine()
	return n + machine.Loops
}

func GC()               {}
func LockOSThread()     {}
func UnlockOSThread()   {}
func KeepAlive(x any)   {}
func NumCPU() int       { return 8 }
func NumCgoCall() int64 { return 0 }
func Version() string   { return "go1.26" }
func GOROOT() string    { return "/usr/local/go" }

var processors = 8

func GOMAXPROCS(n int) int {
	before := processors
	if n > 0 {
		processors = n
	}
	return before
}

// SetFinalizer never runs the finalizer: the runtime does not promise it either.
func SetFinalizer(obj any, finalizer any) {}

// A Cleanup is a handle to a call that AddCleanup attached.
type Cleanup struct{ _ int }

func (c Cleanup) Stop() {}

// AddCleanup never runs the cleanup.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup { return Cleanup{} }

// Stack writes no more than a header, which tells goroutines apart: the model has no addresses to show.
func Stack(buf []byte, all bool) int { return copy(buf, stack.Header()) }

// A MemStats has the counters that programs look at; all are zero.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees                    uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects uint64
	StackInuse, StackSys, MSpanInuse, MSpanSys, MCacheInuse, MCacheSys uint64
	BuckHashSys, GCSys, OtherSys, NextGC, LastGC, PauseTotalNs         uint64
	PauseNs, PauseEnd                                                  [256]uint64
	NumGC, NumForcedGC                                                 uint32
	GCCPUFraction                                                      float64
	EnableGC, DebugGC                                                  bool
	BySize                                                             [61]struct {
		Size           uint32
		Mallocs, Frees uint64
	}
}

func ReadMemStats(m *MemStats) { *m = MemStats{} }

func SetBlockProfileRate(rate int)         {}
func SetMutexProfileFraction(rate int) int { return 0 }
func SetCPUProfileRate(hz int)             {}
func SetDefaultGOMAXPROCS()                {}
func Breakpoint()                          {}

// MemProfileRate has no effect.
var MemProfileRate = 512 * 1024

// A Pinner does nothing: no object ever moves.
type Pinner struct{ _ int }

func (p *Pinner) Pin(pointer any) {}
func (p *Pinner) Unpin()          {}
