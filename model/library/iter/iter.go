// Package iter: iterators are functions; Pull runs one in a goroutine of its own and hands over by channels, one at a time.
// That goroutine is there from Pull on, as runtime.newcoro makes it: who neither exhausts nor stops the iteration leaves it.
package iter

import (
	"internal/machine"
	"runtime"
)

type Seq[V any] func(yield func(V) bool)

type Seq2[K, V any] func(yield func(K, V) bool)

// puller is the state shared by the two sides; only the side whose turn it is touches it.
type puller struct {
	name    string
	resume  chan bool // true: next, false: stop
	yielded chan struct{}
	asked   bool // next waits for a value
	done    bool
	failed  bool
	reason  any // what the iteration panicked with; nil: it called runtime.Goexit
}

// run is the iterating side: body calls wait for each value. Its end is one with its last hand-over, as in runtime.coroexit:
// whoever goes on then does not count it any more.
func (p *puller) run(body func()) {
	returned := false
	defer func() {
		if !returned {
			p.failed = true
			p.reason = recover()
		}
		p.done = true
		close(p.yielded)
		machine.SetNumber(machine.Nobody)
	}()
	if <-p.resume {
		body()
	}
	returned = true
}

// next asks for a value; false if there can be none.
func (p *puller) next() bool {
	if p.done {
		return false
	}
	if p.asked {
		panic(p.name + ": next called again before yield")
	}
	p.asked = true
	p.turn(true)
	return true
}

func (p *puller) stop() {
	if p.done {
		return
	}
	p.done = true
	p.turn(false)
}

// turn lets the other side run until it yields or ends.
func (p *puller) turn(more bool) {
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

// takes reports whether a value that is yielded is wanted. Behind stop none is, as often as it is tried.
func (p *puller) takes() bool {
	if p.done {
		return false
	}
	if !p.asked {
		panic(p.name + ": yield called again before next")
	}
	p.asked = false
	return true
}

// wait hands a value over and reports whether another is wanted.
func (p *puller) wait() bool {
	p.yielded <- struct{}{}
	return <-p.resume
}

func newPuller(name string) *puller {
	return &puller{name: name, resume: make(chan bool), yielded: make(chan struct{})}
}

func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := newPuller("iter.Pull")
	var v V
	ok := false
	go p.run(func() {
		seq(func(x V) bool {
			if !p.takes() {
				return false
			}
			v, ok = x, true
			return p.wait()
		})
	})
	next = func() (V, bool) {
		defer func() {
			var zero V
			v, ok = zero, false
		}()
		if !p.next() {
			return v, false
		}
		return v, ok
	}
	return next, p.stop
}

func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := newPuller("iter.Pull2")
	var k K
	var v V
	ok := false
	go p.run(func() {
		seq(func(x K, y V) bool {
			if !p.takes() {
				return false
			}
			k, v, ok = x, y, true
			return p.wait()
		})
	})
	next = func() (K, V, bool) {
		defer func() {
			var zeroK K
			var zeroV V
			k, v, ok = zeroK, zeroV, false
		}()
		if !p.next() {
			return k, v, false
		}
		return k, v, ok
	}
	return next, p.stop
}
