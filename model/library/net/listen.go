package net

import (
	"context"
	"errors"
	"internal/machine"
	"os"
	"syscall"
	"time"
)

// listeners are the open ones; table is for steps on them.
var (
	table     int32
	listeners []*listener
)

// maxWaiting is how many connections wait to be accepted, as Linux has it.
const maxWaiting = 4096

type listener struct {
	ready   int32
	addr    *address
	backlog []*conn
	closed  bool
	shown   Addr
	limited bool // a deadline was set at one time
	accepts timeLimit
}

func (l *listener) note() {
	l.ready = 0
	if l.closed || len(l.backlog) > 0 || l.accepts.passed {
		l.ready = 1
	}
}

func (l *listener) fail(op string) error {
	return l.failWith(op, ErrClosed)
}

func (l *listener) failWith(op string, err error) error {
	return &OpError{Op: op, Net: l.addr.network, Addr: l.addr, Err: err}
}

func listening(a *address) *listener {
	for _, l := range listeners {
		if a.reaches(l.addr) {
			return l
		}
	}
	return nil
}

func Listen(network, addr string) (Listener, error) {
	a, err := parse(network, addr)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Err: err}
	}
	step(&table)
	if a.port != nil && *a.port == 0 {
		for *a.port = 40000; listening(a) != nil; {
			*a.port++
		}
	} else if listening(a) != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: a, Err: errors.New("bind: address already in use")}
	}
	l := &listener{addr: a}
	listeners = append(listeners[:len(listeners):len(listeners)], l)
	l.shown = a.show()
	if a.port != nil {
		return &TCPListener{l}, nil
	}
	return l, nil
}

func (l *listener) Addr() Addr { return l.shown }

func (l *listener) Accept() (Conn, error) {
	c, err := l.accept()
	if err != nil {
		return nil, err
	}
	return c.known(), nil
}

// accept. One that waits and whose deadline passes as somebody dials may see the one or the other; one that begins after its
// deadline fails.
func (l *listener) accept() (*conn, error) {
	if l.limited {
		step(&l.ready)
		if !l.closed && l.accepts.passed {
			return nil, l.failWith("accept", os.ErrDeadlineExceeded)
		}
	}
	await(&l.ready)
	late := false
	if !l.closed && l.accepts.passed && len(l.backlog) > 0 {
		l.note()
		late = machine.Choose(2) == 1
		await(&l.ready) // others may have been here
	}
	switch {
	case l.closed:
		l.note()
		return nil, l.fail("accept")
	case l.accepts.passed && (late || len(l.backlog) == 0):
		l.note()
		return nil, l.failWith("accept", os.ErrDeadlineExceeded)
	}
	c := l.backlog[0]
	l.backlog = rest(l.backlog)
	l.note()
	return c, nil
}

// rest is all but the first, in memory of its own: what is gone is no part of the state.
func rest[T any](list []T) []T {
	if len(list) == 1 {
		return nil
	}
	return append(make([]T, 0, len(list)-1), list[1:]...)
}

// Close resets the connections that nobody has accepted, as the kernel does.
func (l *listener) Close() error {
	wake(&l.ready)
	if l.closed {
		l.note()
		return l.fail("close")
	}
	l.closed = true
	l.accepts.pending.stop()
	left := l.backlog
	l.backlog = nil
	l.note()
	var others []*listener
	for _, other := range listeners {
		if other != l {
			others = append(others, other)
		}
	}
	listeners = others
	for _, c := range left {
		c.leave(true)
	}
	return nil
}

// SetDeadline is that of Accept.
func (l *TCPListener) SetDeadline(t time.Time) error {
	wait := time.Duration(0)
	var p *pending
	if !t.IsZero() {
		if wait = time.Until(t); wait > 0 {
			p = new(pending)
		}
	}
	wake(&l.ready)
	if l.closed {
		l.note()
		return ErrClosed
	}
	old := l.accepts.pending
	l.limited = true
	l.accepts = timeLimit{!t.IsZero() && wait <= 0, p}
	l.note()
	old.stop()
	p.start(wait, func() {
		machine.SetNumber(machine.Nobody)
		wake(&l.ready)
		l.accepts.pass(p)
		l.note()
	})
	return nil
}

// A ListenConfig's settings have no effect.
type ListenConfig struct {
	Control         func(network, address string, c syscall.RawConn) error
	KeepAlive       time.Duration
	KeepAliveConfig KeepAliveConfig
}

func (*ListenConfig) Listen(ctx context.Context, network, addr string) (Listener, error) {
	return Listen(network, addr)
}

// A Dialer's settings other than Timeout have no effect.
type Dialer struct {
	Timeout   time.Duration
	Deadline  time.Time
	KeepAlive time.Duration
	LocalAddr Addr

	DualStack       bool
	FallbackDelay   time.Duration
	KeepAliveConfig KeepAliveConfig
	Cancel          <-chan struct{}
	Control         func(network, address string, c syscall.RawConn) error
	ControlContext  func(ctx context.Context, network, address string, c syscall.RawConn) error
}

// A KeepAliveConfig has no effect.
type KeepAliveConfig struct {
	Enable         bool
	Idle, Interval time.Duration
	Count          int
}

func (d *Dialer) Dial(network, addr string) (Conn, error) {
	return d.DialContext(context.Background(), network, addr)
}

func (d *Dialer) DialContext(ctx context.Context, network, addr string) (Conn, error) {
	return dial(ctx, network, addr, d.Timeout != 0 || !d.Deadline.IsZero())
}

func Dial(network, addr string) (Conn, error) {
	return dial(context.Background(), network, addr, false)
}

func DialTimeout(network, addr string, timeout time.Duration) (Conn, error) {
	return dial(context.Background(), network, addr, timeout > 0)
}

// dial fails where nobody listens, and by choice: a network can. limited: also for the time it takes.
func dial(ctx context.Context, network, addr string, limited bool) (Conn, error) {
	a, err := parse(network, addr)
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Err: err}
	}
	fail := func(err error) (Conn, error) { return nil, &OpError{Op: "dial", Net: network, Addr: a, Err: err} }
	if err := ctx.Err(); err != nil {
		return fail(err)
	}
	refused := errors.New("connect: connection refused")
	ways := 2
	if limited {
		ways++
	}
	way := machine.Choose(ways)
	if way == 2 {
		return fail(os.ErrDeadlineExceeded)
	}
	l := listening(a)
	if l == nil || way == 1 {
		return fail(refused)
	}
	wake(&l.ready)
	if l.closed {
		l.note()
		return fail(refused)
	}
	if len(l.backlog) == maxWaiting {
		machine.Unmodelled("net: connections that nobody accepts")
	}
	if a.host == "::" {
		a.host = "::1"
	}
	from := &address{network: a.network, host: a.host}
	if a.port != nil {
		from.port = new(int)
	}
	there, back := newStream(), newStream()
	l.backlog = append(l.backlog[:len(l.backlog):len(l.backlog)], &conn{in: there, out: back, local: a, remote: from})
	l.note()
	return (&conn{in: back, out: there, local: from, remote: a}).known(), nil
}
