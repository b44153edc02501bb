package sync

import "sync/atomic"

// A Once does one thing once. Late callers load the flag; early ones wait for the lock, which is held while f runs, so a
// Do inside f waits for itself.
type Once struct {
	noCopy noCopy
	done   atomic.Bool
	m      Mutex
}

func (o *Once) Do(f func()) {
	if !o.done.Load() {
		o.slow(f)
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done.Load() {
		defer o.done.Store(true)
		f()
	}
}

// OnceFunc returns a function that calls f once; if f panics every call does, with the same value.
func OnceFunc(f func()) func() {
	d := &onceCall{f: f}
	return func() { d.call() }
}

type onceCall struct {
	once   Once
	f      func()
	valid  bool
	reason any
}

func (d *onceCall) call() {
	d.once.Do(d.run)
	if !d.valid {
		panic(d.reason)
	}
}

func (d *onceCall) run() {
	defer func() {
		d.f = nil
		d.reason = recover()
		if !d.valid {
			panic(d.reason)
		}
	}()
	d.f()
	d.valid = true
}

// OnceValue returns a function that calls f once and returns what it returned.
func OnceValue[T any](f func() T) func() T {
	var result T
	d := &onceCall{f: func() { result = f() }}
	return func() T {
		d.call()
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var r1 T1
	var r2 T2
	d := &onceCall{f: func() { r1, r2 = f() }}
	return func() (T1, T2) {
		d.call()
		return r1, r2
	}
}
