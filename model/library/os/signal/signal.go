// Package signal: a signal may arrive at any time. Each channel that asked has a timer of its own that is always pending;
// whenever it fires, one of the signals asked for is sent, or dropped where the channel is full, and the next is due.
package signal

import (
	"context"
	"internal/machine"
	"internal/process"
	"os"
	"sync"
	"syscall"
	"time"
)

// next is when the next signal is due at the earliest. Nothing has to pass before it; but a virtual clock would never move on.
func next() time.Duration {
	if machine.VirtualTime() {
		return time.Second
	}
	return 0
}

type source struct {
	c       chan<- os.Signal
	signals []os.Signal
	all     bool
	timer   *time.Timer
	stopped bool
}

// sources are those that Notify made. As in Go's source, one lock guards them, and a signal is relayed under it: once Stop has
// returned, nothing is sent any more.
var (
	handlers sync.Mutex
	sources  []*source
	word     int32 // of the steps that look at sources without the lock, or change them
)

// step is one at which others may come in between; what follows belongs to it. It orders nothing: nor does a signal.
func step(p *int32)

func init() { process.Awaited = awaited }

// awaited: will the signal be relayed? As kill(2) it takes no lock.
func awaited(signal int) bool {
	sig := syscall.Signal(signal)
	step(&word)
	found := false
	for _, s := range sources {
		switch {
		case contains(s.signals, sig):
			found = true
		case s.all:
			s.signals = append(s.signals, sig)
			found = true
		}
	}
	return found
}

func contains(list []os.Signal, sig os.Signal) bool {
	for _, s := range list {
		if s == sig {
			return true
		}
	}
	return false
}

func (s *source) arrive() {
	machine.SetNumber(machine.Nobody)
	handlers.Lock()
	defer handlers.Unlock()
	if s.stopped {
		return
	}
	sig := s.signals[0]
	if len(s.signals) > 1 {
		sig = s.signals[machine.Choose(len(s.signals))]
	}
	select {
	case s.c <- sig:
	default:
	}
	s.timer.Reset(next())
}

// Notify relays signals to c; none given means all, of which two stand for the rest.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	if machine.InBubble() != nil {
		machine.Unmodelled("os/signal in a bubble of testing/synctest")
	}
	var catchable []os.Signal
	for _, s := range sig {
		if s != os.Kill && s != syscall.SIGSTOP {
			catchable = append(catchable, s)
		}
	}
	if len(sig) == 0 {
		catchable = []os.Signal{os.Interrupt, syscall.SIGTERM}
	}
	handlers.Lock()
	defer handlers.Unlock()
	step(&word)
	for _, s := range sources {
		if s.c == c {
			s.signals = append(s.signals, catchable...)
			s.all = s.all || len(sig) == 0
			return
		}
	}
	if len(catchable) == 0 {
		return
	}
	machine.Loops = 1 // Go's loop that waits for signals
	s := &source{c: c, signals: catchable, all: len(sig) == 0}
	sources = append(sources, s)
	s.timer = time.AfterFunc(next(), s.arrive)
}

// Stop ends the relaying to c.
func Stop(c chan<- os.Signal) {
	handlers.Lock()
	defer handlers.Unlock()
	stop(c)
}

func stop(c chan<- os.Signal) {
	step(&word)
	var rest []*source
	for _, s := range sources {
		if s.c == c {
			s.stopped = true
			s.timer.Stop()
		} else {
			rest = append(rest, s)
		}
	}
	sources = rest
}

// Reset ends the relaying of the signals, all if none is given.
func Reset(sig ...os.Signal) {
	handlers.Lock()
	defer handlers.Unlock()
	step(&word)
	for _, s := range sources {
		s.all = false
		var left []os.Signal
		for _, have := range s.signals {
			gone := len(sig) == 0
			for _, g := range sig {
				gone = gone || g == have
			}
			if !gone {
				left = append(left, have)
			}
		}
		s.signals = left
		if len(left) == 0 {
			stop(s.c)
		}
	}
}

// Ignore is Reset: an ignored signal does not reach the program.
func Ignore(sig ...os.Signal) { Reset(sig...) }

func Ignored(sig os.Signal) bool { return false }

type signalCtx struct {
	context.Context
	cancel context.CancelFunc
	c      chan os.Signal
}

// NotifyContext is a context that the first signal cancels.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	s := &signalCtx{Context: ctx, c: make(chan os.Signal, 1)}
	s.cancel = func() { cancel(nil) }
	Notify(s.c, signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case sig := <-s.c:
				cancel(signalError(sig.String() + " signal received"))
			case <-s.Done():
			}
		}()
	}
	return s, s.stop
}

type signalError string

func (e signalError) Error() string { return string(e) }

func (s *signalCtx) stop() {
	s.cancel()
	Stop(s.c)
}
