// Package net: listeners and connections inside the process. A connection is a pair of byte pipes with room for a few
// writes each; dialling can fail, since a network can. Names are not resolved, and there is nobody else to talk to.
package net

import (
	"context"
	"errors"
	"internal/machine"
	"io"
	"os"
	"sync"
	"syscall"
	"time"
)

type Addr interface {
	Network() string
	String() string
}

type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

type closedError struct{}

func (closedError) Error() string   { return "use of closed network connection" }
func (closedError) Timeout() bool   { return false }
func (closedError) Temporary() bool { return false }

// ErrClosed is the error of a call on what has been closed.
var ErrClosed error = closedError{}

type refusedError struct{}

func (refusedError) Error() string { return "connect: connection refused" }

// An OpError says what failed on which network.
type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Error() string {
	s := e.Op
	if e.Net != "" {
		s += " " + e.Net
	}
	if e.Addr != nil {
		s += " " + e.Addr.String()
	}
	return s + ": " + e.Err.Error()
}

func (e *OpError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *OpError) Temporary() bool { return false }

type address struct {
	network, text string
}

func (a address) Network() string { return a.network }
func (a address) String() string  { return a.text }

// listeners are the open ones, by address.
var listeners []*listener

type listener struct {
	addr    address
	backlog chan *conn
	once    sync.Once
	done    chan struct{}
}

func Listen(network, addr string) (Listener, error) {
	if len(addr) > 1 && addr[len(addr)-2:] == ":0" {
		addr = addr[:len(addr)-1] + "40000"
	}
	for _, l := range listeners {
		if l.addr.text == addr {
			return nil, &OpError{Op: "listen", Net: network, Addr: l.addr, Err: errors.New("bind: address already in use")}
		}
	}
	l := &listener{addr: address{network, addr}, backlog: make(chan *conn, 1), done: make(chan struct{})}
	listeners = append(listeners, l)
	return l, nil
}

func (l *listener) Addr() Addr { return l.addr }

func (l *listener) Accept() (Conn, error) {
	select {
	case <-l.done:
		return nil, &OpError{Op: "accept", Net: l.addr.network, Addr: l.addr, Err: ErrClosed}
	default:
	}
	select {
	case c := <-l.backlog:
		return c, nil
	case <-l.done:
		return nil, &OpError{Op: "accept", Net: l.addr.network, Addr: l.addr, Err: ErrClosed}
	}
}

func (l *listener) Close() error {
	closed := false
	l.once.Do(func() {
		closed = true
		var rest []*listener
		for _, other := range listeners {
			if other != l {
				rest = append(rest, other)
			}
		}
		listeners = rest
		close(l.done)
	})
	if !closed {
		return &OpError{Op: "close", Net: l.addr.network, Addr: l.addr, Err: ErrClosed}
	}
	return nil
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

func (d *Dialer) Dial(network, addr string) (Conn, error) { return Dial(network, addr) }

func (d *Dialer) DialContext(ctx context.Context, network, addr string) (Conn, error) {
	return dial(ctx, network, addr)
}

func Dial(network, addr string) (Conn, error) { return dial(context.Background(), network, addr) }

func DialTimeout(network, addr string, timeout time.Duration) (Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return dial(ctx, network, addr)
}

func dial(ctx context.Context, network, addr string) (Conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, &OpError{Op: "dial", Net: network, Addr: address{network, addr}, Err: err}
	}
	for _, l := range listeners {
		if l.addr.text != addr || machine.Choose(2) == 1 {
			continue
		}
		there, back := newStream(), newStream()
		client := &conn{in: back, out: there, local: address{network, "127.0.0.1:50000"}, remote: l.addr}
		server := &conn{in: there, out: back, local: l.addr, remote: client.local}
		select {
		case l.backlog <- server:
			return client, nil
		case <-l.done:
		case <-ctx.Done():
			return nil, &OpError{Op: "dial", Net: network, Addr: l.addr, Err: ctx.Err()}
		}
	}
	return nil, &OpError{Op: "dial", Net: network, Addr: address{network, addr}, Err: refusedError{}}
}

// stream is one direction: chunks on their way, and what is left of the one being read.
type stream struct {
	chunks   chan []byte
	rest     []byte
	closed   chan struct{} // by the writer: end of file after the chunks
	gone     chan struct{} // by the reader: nobody reads any more
	closing  sync.Once
	leaving  sync.Once
	deadline deadline // of reads
	late     deadline // of writes
}

func newStream() *stream {
	return &stream{chunks: make(chan []byte, 2), closed: make(chan struct{}), gone: make(chan struct{})}
}

// deadline is a channel that a timer closes.
type deadline struct {
	timer *time.Timer
	over  chan struct{}
}

func (d *deadline) set(t time.Time) {
	if d.timer != nil {
		d.timer.Stop()
	}
	d.over = nil
	d.timer = nil
	if t.IsZero() {
		return
	}
	over := make(chan struct{})
	d.over = over
	if wait := time.Until(t); wait <= 0 {
		close(over)
	} else {
		d.timer = time.AfterFunc(wait, func() { close(over) })
	}
}

type conn struct {
	in, out       *stream
	local, remote address
}

func (c *conn) fail(op string, err error) error {
	return &OpError{Op: op, Net: c.local.network, Source: c.local, Addr: c.remote, Err: err}
}

func (c *conn) Read(b []byte) (n int, err error) {
	s := c.in
	select {
	case <-s.gone:
		return 0, c.fail("read", ErrClosed)
	case <-s.deadline.over:
		return 0, c.fail("read", os.ErrDeadlineExceeded)
	default:
	}
	if len(s.rest) == 0 {
		select {
		case s.rest = <-s.chunks:
		case <-s.closed:
			select {
			case s.rest = <-s.chunks:
			default:
				return 0, io.EOF
			}
		case <-s.gone:
			return 0, c.fail("read", ErrClosed)
		case <-s.deadline.over:
			return 0, c.fail("read", os.ErrDeadlineExceeded)
		}
	}
	n = copy(b, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

func (c *conn) Write(b []byte) (n int, err error) {
	s := c.out
	select {
	case <-s.closed:
		return 0, c.fail("write", ErrClosed)
	case <-s.gone:
		return 0, c.fail("write", errors.New("write: broken pipe"))
	case <-s.late.over:
		return 0, c.fail("write", os.ErrDeadlineExceeded)
	default:
	}
	select {
	case s.chunks <- append([]byte(nil), b...):
		return len(b), nil
	case <-s.closed:
		return 0, c.fail("write", ErrClosed)
	case <-s.gone:
		return 0, c.fail("write", errors.New("write: broken pipe"))
	case <-s.late.over:
		return 0, c.fail("write", os.ErrDeadlineExceeded)
	}
}

func (c *conn) Close() error {
	first := false
	c.in.leaving.Do(func() {
		first = true
		close(c.in.gone)
	})
	c.out.closing.Do(func() { close(c.out.closed) })
	if !first {
		return c.fail("close", ErrClosed)
	}
	return nil
}

func (c *conn) LocalAddr() Addr  { return c.local }
func (c *conn) RemoteAddr() Addr { return c.remote }

func (c *conn) SetReadDeadline(t time.Time) error {
	c.in.deadline.set(t)
	return nil
}

func (c *conn) SetWriteDeadline(t time.Time) error {
	c.out.late.set(t)
	return nil
}

func (c *conn) SetDeadline(t time.Time) error {
	c.SetReadDeadline(t)
	return c.SetWriteDeadline(t)
}

func JoinHostPort(host, port string) string { return host + ":" + port }

func SplitHostPort(hostport string) (host, port string, err error) {
	for i := len(hostport) - 1; i >= 0; i-- {
		if hostport[i] == ':' {
			return hostport[:i], hostport[i+1:], nil
		}
	}
	return "", "", errors.New("address " + hostport + ": missing port in address")
}
