// Package iter: iterators are functions; Pull runs one in a goroutine of its own and hands over by channels, one at a time.
package iter

import "runtime"

type Seq[V any] func(yield func(V) bool)

type Seq2[K, V any] func(yield func(K, V) bool)

// puller is the state shared by the two sides; only the side whose turn it is touches it.
type puller struct {
	resume  chan bool // true: next, false: stop
	yielded chan struct{}
	started bool
	done    bool
	failed  bool
	reason  any // what the iteration panicked with; nil: it called runtime.Goexit
}

// run is the iterating side: body calls wait for each value.
func (p *puller) run(body func()) {
	defer func() {
		if !p.done {
			p.failed = true
			p.reason = recover()
		}
		p.done = true
		p.yielded <- struct{}{}
	}()
	if <-p.resume {
		body()
	}
	p.done = true
}

func (p *puller) ask(more bool, body func()) {
	if !p.started {
		if !more {
			p.done = true
			return
		}
		p.started = true
		go p.run(body)
	}
	p.resume <- more
	<-p.yielded
	if p.failed {
		p.failed = false
		if p.reason == nil {
			runtime.Goexit()
		}
		panic(p.reason)
	}
}

// wait hands a value over and reports whether another is wanted.
func (p *puller) wait() bool {
	p.yielded <- struct{}{}
	return <-p.resume
}

func newPuller() *puller {
	return &puller{resume: make(chan bool), yielded: make(chan struct{})}
}

func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := newPuller()
	var v V
	ok := false
	body := func() {
		seq(func(x V) bool {
			v, ok = x, true
			return p.wait()
		})
	}
	next = func() (V, bool) {
		var zero V
		v, ok = zero, false
		if !p.done {
			p.ask(true, body)
		}
		return v, ok
	}
	stop = func() {
		if !p.done {
			p.ask(false, body)
		}
	}
	return
}

func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := newPuller()
	var k K
	var v V
	ok := false
	body := func() {
		seq(func(x K, y V) bool {
			k, v, ok = x, y, true
			return p.wait()
		})
	}
	next = func() (K, V, bool) {
		var zeroK K
		var zeroV V
		k, v, ok = zeroK, zeroV, false
		if !p.done {
			p.ask(true, body)
		}
		return k, v, ok
	}
	stop = func() {
		if !p.done {
			p.ask(false, body)
		}
	}
	return
}
