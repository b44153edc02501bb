package net

import (
	"errors"
	"internal/caller"
	"internal/machine"
	"io"
	"os"
	"time"
)

// maxUnread is how many writes wait to be read: more than a program makes whose peer reads at all.
const maxUnread = 1024

// stream is one direction of a connection.
type stream struct {
	ready  int32    // a Read need not wait
	room   int32    // nor a Write, once the stream has been full
	unread []string // a write each; of the first what is left of it
	quit   bool     // the reader has closed: its calls fail
	gone   bool     // ... and nothing is taken any more
	closed bool     // there will be no more
	shut   bool     // the reader waits for no more: CloseRead
	reset  bool     // ... as the connection was broken off, and no call has said so yet
	lost   int      // writes since the reader is gone
	limits *limits
	reads  timeLimit
	writes timeLimit
}

// limits are apart from the stream, for who only looks whether there are any.
type limits struct {
	reads, writes bool // a deadline was set at one time
	full          bool // a Write has to wait
}

type timeLimit struct {
	passed  bool
	pending *pending // whose timer it is that may pass it
}

type pending struct{ timer *time.Timer }

func newStream() *stream { return &stream{limits: new(limits)} }

// note says whether a Read has to wait, and that Writes have to, once too many wait.
func (s *stream) note() {
	s.ready = 0
	if len(s.unread) > 0 || s.quit || s.ends() || s.reads.passed {
		s.ready = 1
	}
	if len(s.unread) >= maxUnread && !s.gone {
		s.limits.full = true
		if !s.writes.passed {
			s.room = 0
		}
	}
}

// ends: when nothing is unread any more a Read need not wait for more.
func (s *stream) ends() bool { return s.closed || s.shut }

// noteRoom says whether a Write has to wait.
func (s *stream) noteRoom() {
	s.limits.full = len(s.unread) >= maxUnread && !s.gone && !s.closed
	s.room = 0
	if !s.limits.full || s.writes.passed {
		s.room = 1
	}
}

// open lets those go on that wait for room.
func (s *stream) open() {
	if s.limits.full {
		wake(&s.room)
		s.noteRoom()
	}
}

type conn struct {
	in, out       *stream
	local, remote *address
	shown         [2]Addr // of these, as of when somebody asks
}

func (c *conn) fail(op string, err error) error {
	return &OpError{Op: op, Net: c.local.network, Source: c.local, Addr: c.remote, Err: err}
}

func (c *conn) brokenOff(op string) error {
	c.in.reset = false
	return c.fail(op, errors.New(op+": connection reset by peer"))
}

// Read. A stream of bytes has no boundaries: of several writes that wait it gets the first or all. A Read that waits and whose
// deadline passes as something comes may see the one or the other; one that begins after its deadline fails.
func (c *conn) Read(b []byte) (n int, err error) {
	s := c.in
	if s.limits.reads || len(b) == 0 {
		step(&s.ready)
		switch {
		case s.quit:
			return 0, c.fail("read", ErrClosed)
		case len(b) == 0:
			return 0, nil
		case s.reads.passed:
			return 0, c.fail("read", os.ErrDeadlineExceeded)
		}
	}
	await(&s.ready)
	late, whole := false, false
	for asked := false; !asked && !s.quit; asked = true {
		mayBeLate := s.reads.passed && (len(s.unread) > 0 || s.ends())
		mayTakeAll := len(s.unread) > 1 && len(s.unread[0]) < len(b)
		if !mayBeLate && !mayTakeAll {
			break
		}
		s.note()
		late = mayBeLate && machine.Choose(2) == 1
		whole = mayTakeAll && machine.Choose(2) == 1
		await(&s.ready) // others may have been here
	}
	text := ""
	switch {
	case s.quit:
		err = c.fail("read", ErrClosed)
	case s.reads.passed && (late || len(s.unread) == 0 && !s.ends()):
		err = c.fail("read", os.ErrDeadlineExceeded)
	case len(s.unread) > 0:
		text = s.take(len(b))
		for whole && len(text) < len(b) && len(s.unread) > 0 {
			text += s.take(len(b) - len(text))
		}
	case s.reset:
		err = c.brokenOff("read")
	default:
		err = io.EOF
	}
	s.note()
	if text != "" {
		s.open()
	}
	return caller.CopyString(b, text), err // others may see the accesses to b, one by one
}

// take is what is left of the first write, up to n bytes.
func (s *stream) take(n int) string {
	first := s.unread[0]
	if n < len(first) {
		s.unread[0] = first[n:]
		return first[:n]
	}
	s.unread = rest(s.unread)
	return first
}

func (c *conn) Write(b []byte) (n int, err error) {
	s := c.out
	if s.limits.writes {
		step(&s.ready)
		if !c.in.quit && s.writes.passed {
			return 0, c.fail("write", os.ErrDeadlineExceeded)
		}
	}
	text := caller.String(b)
	if s.limits.full {
		await(&s.room)
		late := s.writes.passed && !c.in.quit
		full := len(s.unread) >= maxUnread && !s.gone && !s.closed
		s.noteRoom()
		if late && (full || machine.Choose(2) == 1) {
			return 0, c.fail("write", os.ErrDeadlineExceeded)
		}
	}
	wake(&s.ready)
	defer s.note()
	switch {
	case c.in.quit:
		return 0, c.fail("write", ErrClosed)
	case s.closed:
		return 0, c.fail("write", errBroken)
	case s.gone:
		return c.lose(b)
	case len(b) > 0:
		s.unread = append(s.unread[:len(s.unread):len(s.unread)], text)
	}
	return len(b), nil
}

var errBroken = errors.New("write: broken pipe")

// lose is a Write to somebody who has closed. The first is sent and answered by a reset, which the second knows of, or the third
// at the latest; or there has been a reset, which is told once.
func (c *conn) lose(b []byte) (n int, err error) {
	s := c.out
	switch {
	case c.in.reset:
		return 0, c.brokenOff("write")
	case s.lost == 1:
		s.note()
		s.lost = 1 + machine.Choose(2)
	}
	if s.lost >= 2 {
		return 0, c.fail("write", errBroken)
	}
	if len(b) > 0 {
		s.lost++
	}
	return len(b), nil
}

func (c *conn) Close() error { return c.leave(false) }

// leave closes: first for those on this side, then for the other side. What has not been read breaks the connection off, if the
// kernel has it already.
func (c *conn) leave(broken bool) error {
	wake(&c.in.ready)
	if c.in.quit {
		c.in.note()
		return c.fail("close", ErrClosed)
	}
	c.in.quit = true
	c.in.note()
	for _, p := range [2]*pending{c.in.reads.pending, c.out.writes.pending} {
		p.stop()
	}
	if len(c.in.unread) > 0 && !broken {
		broken = machine.Choose(2) == 1
	}
	wake(&c.out.ready)
	c.in.gone = true
	c.in.unread = nil
	c.out.closed = true
	if broken {
		c.out.reset = true
		c.in.lost = 2
	}
	c.out.note()
	c.in.open()
	c.out.open()
	return nil
}

// CloseWrite says that there will be no more.
func (c *conn) CloseWrite() error {
	wake(&c.out.ready)
	defer c.out.note()
	if c.in.quit {
		return c.fail("close", ErrClosed)
	}
	c.out.closed = true
	return nil
}

// CloseRead lets those go on who wait. What comes all the same is read as before, as on Linux.
func (c *conn) CloseRead() error {
	wake(&c.in.ready)
	defer c.in.note()
	if c.in.quit {
		return c.fail("close", ErrClosed)
	}
	c.in.shut = true
	return nil
}

func (c *conn) LocalAddr() Addr  { return c.show(0, c.local) }
func (c *conn) RemoteAddr() Addr { return c.show(1, c.remote) }

func (c *conn) show(i int, a *address) Addr {
	if c.shown[i] == nil {
		c.shown[i] = a.show()
	}
	return c.shown[i]
}

func (c *conn) SetReadDeadline(t time.Time) error  { return c.setDeadline(t, true, false) }
func (c *conn) SetWriteDeadline(t time.Time) error { return c.setDeadline(t, false, true) }
func (c *conn) SetDeadline(t time.Time) error      { return c.setDeadline(t, true, true) }

// setDeadline has one timer for both, as Go.
func (c *conn) setDeadline(t time.Time, reads, writes bool) error {
	wait := time.Duration(0)
	if !t.IsZero() {
		wait = time.Until(t)
	}
	passed := !t.IsZero() && wait <= 0
	var p *pending
	if wait > 0 {
		p = new(pending)
	}
	in, out := c.in, c.out
	closed := false
	var olds [2]*pending
	if reads {
		wake(&in.ready)
		closed = in.quit
		if !closed {
			in.limits.reads = true
			olds[0] = in.reads.pending
			in.reads = timeLimit{passed, p}
		}
		in.note()
	}
	if writes && !closed {
		wake(&out.room)
		closed = in.quit
		if !closed {
			out.limits.writes = true
			olds[1] = out.writes.pending
			out.writes = timeLimit{passed, p}
		}
		out.noteRoom()
	}
	if closed {
		return &OpError{Op: "set", Net: c.local.network, Addr: c.local, Err: ErrClosed}
	}
	for _, old := range olds {
		if old != nil && old != in.reads.pending && old != out.writes.pending {
			old.stop()
		}
	}
	p.start(wait, func() {
		machine.SetNumber(machine.Nobody)
		if reads {
			wake(&in.ready)
			in.reads.pass(p)
			in.note()
		}
		if writes {
			wake(&out.room)
			out.writes.pass(p)
			out.noteRoom()
		}
	})
	return nil
}

func (d *timeLimit) pass(p *pending) {
	if d.pending == p {
		d.passed = true
		d.pending = nil
	}
}

func (p *pending) start(wait time.Duration, f func()) {
	if p != nil {
		p.timer = time.AfterFunc(wait, f)
	}
}

func (p *pending) stop() {
	if p != nil && p.timer != nil {
		p.timer.Stop()
	}
}
