// Package testing. An entry runs as the real test binary runs a test: main waits while tRunner runs it in a goroutine of its own,
// with subtests, parallel tests released by their parent, and cleanups in the same order. A failure is recorded where it
// happens. There is no limit to how many parallel tests run at a time, for GOMAXPROCS could be anything.
//
// What is shared by goroutines is `done`, an atomic; the other fields are written in the step that looked at it.
package testing

import (
	"context"
	"fmt"
	"internal/machine"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

// TB is what tests and benchmarks have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	private()
}

type common struct {
	tempDirMu    sync.Mutex
	tempDirs     int
	name         string
	parent       *common
	failed       bool
	skipped      bool
	finished     bool // returned, or left by FailNow or SkipNow
	isParallel   bool
	denyParallel bool
	cleaning     bool
	isSynctest   bool        // the test that runs in a bubble
	done         atomic.Bool // and its result reported
	cleanups     []func()
	sub          []*common // parallel subtests
	names        []string  // of the subtests so far
	barrier      chan bool // closed to release them
	signal       chan bool // the test has ended, or waits as a parallel one
	ctx          context.Context
	cancelCtx    context.CancelFunc
	output       []byte // kept only if output counts
	partial      []byte // the line that Output's writer has begun
}

func (c *common) private() {}

func (c *common) Name() string { return c.name }
func (c *common) Helper()      {}

func (c *common) Attr(key, value string) {}

// completed reports whether c is over; the caller goes on in the same step.
func (c *common) completed() bool { return c.done.Load() }

func (c *common) markFailed() {
	for p := c; p != nil; p = p.parent {
		p.failed = true
	}
}

// failLate is a Fail after the end: it counts for the parents that still run, then panics.
func (c *common) failLate() {
	if c.parent != nil {
		if c.parent.completed() {
			c.parent.failLate()
		}
		c.parent.markFailed()
	}
	panic("Fail in goroutine after " + c.name + " has completed")
}

func (c *common) fail() {
	if c.completed() {
		c.failLate()
	}
	c.markFailed()
}

func (c *common) Fail() {
	machine.Failed(0, c.name+" failed")
	c.fail()
}

func (c *common) Failed() bool {
	c.completed()
	return c.failed
}

func (c *common) Skipped() bool { return c.skipped }

func (c *common) exitNow() {
	c.finished = true
	runtime.Goexit()
}

func (c *common) FailNow() {
	c.Fail()
	c.exitNow()
}

// wrong is Error: log and fail at once.
func (c *common) wrong(s string) {
	machine.Failed(0, strings.TrimSuffix(s, "\n"))
	if c.completed() {
		c.log(s)
		c.failLate()
	}
	c.keep(s)
	c.markFailed()
}

func (c *common) Log(args ...any)                 { c.log(fmt.Sprintln(args...)) }
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

func (c *common) Error(args ...any)                 { c.wrong(fmt.Sprintln(args...)) }
func (c *common) Errorf(format string, args ...any) { c.wrong(fmt.Sprintf(format, args...)) }

func (c *common) Fatal(args ...any) {
	c.wrong(fmt.Sprintln(args...))
	c.exitNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.wrong(fmt.Sprintf(format, args...))
	c.exitNow()
}

func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

func (c *common) SkipNow() {
	c.skipped = true
	c.exitNow()
}

func (c *common) Cleanup(f func()) { c.cleanups = append(c.cleanups, f) }

// Context is cancelled just before the cleanups run.
func (c *common) Context() context.Context {
	if c.ctx == nil {
		c.ctx, c.cancelCtx = context.WithCancel(context.Background())
		if c.cleaning {
			c.cancelCtx()
		}
	}
	return c.ctx
}

// TempDir names a folder of the test's own. What is done with files there is not modelled.
func (c *common) TempDir() string {
	c.tempDirMu.Lock()
	defer c.tempDirMu.Unlock()
	var kept []byte
	for _, r := range c.name {
		if r < 0x80 && (r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z') || r >= 0x80 && unicode.In(r, unicode.Letter, unicode.Number) {
			kept = append(kept, string(r)...)
		}
	}
	c.tempDirs++
	return fmt.Sprintf("/tmp/%s1/%03d", kept, c.tempDirs)
}

func (c *common) ArtifactDir() string {
	machine.Unmodelled("testing: ArtifactDir (there are no files)")
	return ""
}

func (c *common) Chdir(dir string) { machine.Unmodelled("testing: Chdir (there are no files)") }

func (c *common) Setenv(key, value string) {
	before, ok := os.LookupEnv(key)
	os.Setenv(key, value)
	c.Cleanup(func() {
		if ok {
			os.Setenv(key, before)
		} else {
			os.Unsetenv(key)
		}
	})
}

// runCleanups calls the cleanups, last first, also when one of them panics.
func (c *common) runCleanups() {
	c.cleaning = true
	defer func() {
		if len(c.cleanups) > 0 {
			c.runCleanups()
		}
		c.cleaning = false
	}()
	if c.cancelCtx != nil {
		c.cancelCtx()
	}
	for len(c.cleanups) > 0 {
		last := len(c.cleanups) - 1
		f := c.cleanups[last]
		c.cleanups = c.cleanups[:last]
		f()
	}
}

// recoverCleanups is runCleanups with the panic as a value.
func (c *common) recoverCleanups() (reason any) {
	defer func() { reason = recover() }()
	c.runCleanups()
	return nil
}

// T is a test.
type T struct {
	common
}

func newTest(name string, parent *common) *T {
	return &T{common{
		name:    name,
		parent:  parent,
		barrier: make(chan bool),
		signal:  make(chan bool, 1),
	}}
}

// Parallel stops the test until its parent's function has returned.
func (t *T) Parallel() {
	if t.isParallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.isSynctest {
		panic("testing: t.Parallel called inside synctest bubble")
	}
	if t.denyParallel {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.isParallel = true
	t.parent.sub = append(t.parent.sub, &t.common)
	t.signal <- true
	<-t.parent.barrier
}

func (t *T) Setenv(key, value string) {
	for c := &t.common; c != nil; c = c.parent {
		if c.isParallel {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	t.denyParallel = true
	t.common.Setenv(key, value)
}

func (t *T) Deadline() (deadline time.Time, ok bool) {
	if t.isSynctest {
		panic("testing: t.Deadline called inside synctest bubble")
	}
	return time.Now().Add(10 * time.Minute), true
}

// unique is the name of a subtest: blanks become underscores, and a name used before gets a number.
func (c *common) unique(name string) string {
	var b []byte
	for _, r := range name {
		switch {
		case r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0 || r == 0x1680 || 0x2000 <= r && r <= 0x200a ||
			r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000:
			b = append(b, '_')
		case !strconv.IsPrint(r):
			q := strconv.QuoteRune(r)
			b = append(b, q[1:len(q)-1]...)
		default:
			b = append(b, string(r)...)
		}
	}
	base := c.name + "/" + string(b)
	full := base
	for n := 0; ; n++ {
		if n > 0 || len(b) == 0 {
			full = base + fmt.Sprintf("#%02d", n)
		}
		if !c.used(full) {
			c.names = append(c.names, full)
			return full
		}
	}
}

func (c *common) used(name string) bool {
	for _, n := range c.names {
		if n == name {
			return true
		}
	}
	return false
}

// Run runs f as a subtest and waits until it ends or calls Parallel.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.isSynctest {
		panic("testing: t.Run called inside synctest bubble")
	}
	if t.cleaning {
		panic("testing: t.Run called during t.Cleanup")
	}
	sub := newTest(t.unique(name), &t.common)
	go tRunner(sub, f)
	if !<-sub.signal {
		runtime.Goexit() // FailNow was called on a parent by the subtest
	}
	return !sub.failed
}

// synctestTest runs f in the bubble in which it is called.
func synctestTest(t *T, f func(t *T)) bool {
	if t.cleaning {
		panic("testing: synctest.Run called during t.Cleanup")
	}
	sub := newTest(t.name, &t.common)
	sub.isSynctest = true
	go tRunner(sub, f)
	if !<-sub.signal {
		runtime.Goexit()
	}
	return !sub.failed
}

// synctestFailed is FailNow without a failure of its own.
func synctestFailed(t *T) {
	t.fail()
	t.exitNow()
}

type goexit string

func (g goexit) Error() string { return string(g) }

func tRunner(t *T, f func(t *T)) {
	defer func() {
		err := recover()
		signal := true
		if !t.finished && err == nil {
			err = goexit("test executed panic(nil) or runtime.Goexit")
			for p := t.parent; p != nil; p = p.parent {
				if p.finished {
					if !t.isParallel {
						t.Errorf("%v: subtest may have called FailNow on a parent test", err)
						err = nil
					}
					signal = false
					break
				}
			}
		}
		panicked := false
		defer func() {
			if panicked {
				return
			}
			if err != nil {
				panic(err)
			}
			t.signal <- signal
		}()
		if err != nil {
			panicked = true
			t.die(err)
		}
		if len(t.sub) > 0 {
			close(t.barrier)
			for _, sub := range t.sub {
				<-sub.signal
			}
			if reason := t.recoverCleanups(); reason != nil {
				panicked = true
				t.die(reason)
			}
		}
		t.done.Store(true)
		for c := &t.common; c.parent != nil; c = c.parent {
			c.endLine()
		}
		if !t.isSynctest {
			t.report()
		}
	}()
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanups()
		}
	}()
	f(t)
	t.finished = true
}
