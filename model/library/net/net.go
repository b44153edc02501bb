// Package net: listeners and connections inside the process. A connection is a pair of byte pipes with room for many
// writes each; dialling can fail, since a network can. Names are not resolved, and there is nobody else to talk to.
package net

import (
	"context"
	"errors"
	"internal/caller"
	"internal/machine"
	"io"
	"os"
	"strconv"
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

// listeners are the open ones, by address, and table is their lock.
var (
	table     sync.Mutex
	listeners []*listener
)

// maxWaiting is how many connections wait to be accepted: the kernel keeps more than a program that ends makes.
const maxWaiting = 128

type listener struct {
	addr    address
	backlog chan *conn
	once    sync.Once
	done    chan struct{}
}

func listening(addr string) *listener {
	for _, l := range listeners {
		if l.addr.text == addr {
			return l
		}
	}
	return nil
}

func Listen(network, addr string) (Listener, error) {
	table.Lock()
	defer table.Unlock()
	if n := len(addr); n > 1 && addr[n-2:] == ":0" {
		port := 40000
		for listening(addr[:n-1]+strconv.Itoa(port)) != nil {
			port++
		}
		addr = addr[:n-1] + strconv.Itoa(port)
	}
	if l := listening(addr); l != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: l.addr, Err: errors.New("bind: address already in use")}
	}
	l := &listener{addr: address{network, addr}, backlog: make(chan *conn, maxWaiting), done: make(chan struct{})}
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
		table.Lock()
		defer table.Unlock()
		var rest []*listener
		for _, other := range listeners {
			if other != l {
				rest = append(rest, other)
			}
		}
		listeners = rest
		close(l.done)
		for {
			select {
			case c := <-l.backlog: // nobody accepts it: the kernel resets it
				c.out.reset = true
				c.Close()
				continue
			default:
			}
			break
		}
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
	table.Lock()
	l := listening(addr)
	if l == nil || machine.Choose(2) == 1 {
		table.Unlock()
		return nil, &OpError{Op: "dial", Net: network, Addr: address{network, addr}, Err: refusedError{}}
	}
	there, back := newStream(), newStream()
	client := &conn{in: back, out: there, local: address{network, "127.0.0.1:50000"}, remote: l.addr}
	server := &conn{in: there, out: back, local: l.addr, remote: client.local}
	select {
	case l.backlog <- server:
		table.Unlock()
		return client, nil
	default:
	}
	table.Unlock()
	select {
	case l.backlog <- server:
		return client, nil
	case <-l.done:
		return nil, &OpError{Op: "dial", Net: network, Addr: l.addr, Err: refusedError{}}
	case <-ctx.Done():
		return nil, &OpError{Op: "dial", Net: network, Addr: l.addr, Err: ctx.Err()}
	}
}

// maxUnread is how many writes wait to be read: more than a program makes whose peer reads at all.
const maxUnread = 1024

// stream is one direction: chunks on their way, and what is left of the one being read.
type stream struct {
	chunks   chan []byte
	reading  sync.Mutex // one Read at a time: guards rest
	rest     []byte
	closed   chan struct{} // by the writer: end of file after the chunks
	reset    bool          // an error instead of the end of file
	gone     chan struct{} // by the reader: nobody reads any more
	closing  sync.Once
	leaving  sync.Once
	deadline deadline // of reads
	late     deadline // of writes
}

func newStream() *stream {
	return &stream{chunks: make(chan []byte, maxUnread), closed: make(chan struct{}), gone: make(chan struct{}),
		deadline: newDeadline(), late: newDeadline()}
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
	s.reading.Lock()
	defer s.reading.Unlock()
	if isClosed(s.gone) {
		return 0, c.fail("read", ErrClosed)
	}
	if len(b) == 0 {
		return 0, nil
	}
	if s.deadline.over() {
		return 0, c.fail("read", os.ErrDeadlineExceeded)
	}
	if len(s.rest) == 0 {
		if err := c.await(); err != nil {
			return 0, err
		}
	}
	n = caller.Copy(b, s.rest)
	s.rest = s.rest[n:]
	// A stream of bytes has no boundaries: what else waits may come along.
	if n < len(b) && len(s.chunks) > 0 && machine.Choose(2) == 1 {
		for n < len(b) && s.more() {
			taken := caller.Copy(b[n:], s.rest)
			s.rest = s.rest[taken:]
			n += taken
		}
	}
	return n, nil
}

// more takes the next chunk if one waits.
func (s *stream) more() bool {
	select {
	case s.rest = <-s.chunks:
		return true
	default:
		return false
	}
}

// await gets a chunk. What waits already is read whether the deadline passes now or not.
func (c *conn) await() error {
	s := c.in
	if s.more() {
		return nil
	}
	for {
		select {
		case s.rest = <-s.chunks:
			return nil
		case <-s.closed:
			if s.more() {
				return nil
			}
			if s.reset {
				return c.fail("read", errors.New("read: connection reset by peer"))
			}
			return io.EOF
		case <-s.gone:
			return c.fail("read", ErrClosed)
		case <-s.deadline.wait():
			// Go's runtime_pollWait: it waits on if the deadline was moved before it could run.
			if s.deadline.over() {
				return c.fail("read", os.ErrDeadlineExceeded)
			}
		}
	}
}

func (c *conn) Write(b []byte) (n int, err error) {
	s := c.out
	select {
	case <-s.closed:
		return 0, c.fail("write", ErrClosed)
	case <-s.gone:
		return 0, c.fail("write", errors.New("write: broken pipe"))
	default:
	}
	if s.late.over() {
		return 0, c.fail("write", os.ErrDeadlineExceeded)
	}
	if len(b) == 0 {
		return 0, nil
	}
	chunk := make([]byte, len(b))
	caller.Copy(chunk, b)
	select {
	case s.chunks <- chunk:
		return len(b), nil
	default:
	}
	for {
		select {
		case s.chunks <- chunk:
			return len(b), nil
		case <-s.closed:
			return 0, c.fail("write", ErrClosed)
		case <-s.gone:
			return 0, c.fail("write", errors.New("write: broken pipe"))
		case <-s.late.wait():
			if s.late.over() {
				return 0, c.fail("write", os.ErrDeadlineExceeded)
			}
		}
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
	if isClosed(c.in.gone) {
		return &OpError{Op: "set", Net: c.local.network, Addr: c.local, Err: ErrClosed}
	}
	c.in.deadline.set(t)
	return nil
}

func (c *conn) SetWriteDeadline(t time.Time) error {
	if isClosed(c.in.gone) {
		return &OpError{Op: "set", Net: c.local.network, Addr: c.local, Err: ErrClosed}
	}
	c.out.late.set(t)
	return nil
}

func (c *conn) SetDeadline(t time.Time) error {
	if err := c.SetReadDeadline(t); err != nil {
		return err
	}
	return c.SetWriteDeadline(t)
}
