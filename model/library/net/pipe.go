package net

import (
	"internal/caller"
	"io"
	"os"
	"sync"
	"time"
)

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

// pipe is one end of Pipe: synchronous, without a buffer, as the real one.
type pipe struct {
	wrMu       sync.Mutex
	rdRx       <-chan []byte
	rdTx       chan<- int
	wrTx       chan<- []byte
	wrRx       <-chan int
	once       sync.Once
	localDone  chan struct{}
	remoteDone <-chan struct{}
	read       deadline
	write      deadline
}

// Pipe returns the two ends of a connection in which each Write waits for the Reads that take it.
func Pipe() (Conn, Conn) {
	cb1, cb2 := make(chan []byte), make(chan []byte)
	cn1, cn2 := make(chan int), make(chan int)
	done1, done2 := make(chan struct{}), make(chan struct{})
	p1 := &pipe{rdRx: cb1, rdTx: cn1, wrTx: cb2, wrRx: cn2, localDone: done1, remoteDone: done2,
		read: newDeadline(), write: newDeadline()}
	p2 := &pipe{rdRx: cb2, rdTx: cn2, wrTx: cb1, wrRx: cn1, localDone: done2, remoteDone: done1,
		read: newDeadline(), write: newDeadline()}
	return p1, p2
}

func (p *pipe) LocalAddr() Addr  { return pipeAddr{} }
func (p *pipe) RemoteAddr() Addr { return pipeAddr{} }

func (p *pipe) wrap(op string, err error) error {
	if err == nil || err == io.EOF || err == io.ErrClosedPipe {
		return err
	}
	return &OpError{Op: op, Net: "pipe", Err: err}
}

func (p *pipe) Read(b []byte) (n int, err error) {
	n, err = p.take(b)
	return n, p.wrap("read", err)
}

func (p *pipe) take(b []byte) (n int, err error) {
	switch {
	case isClosed(p.localDone):
		return 0, io.ErrClosedPipe
	case isClosed(p.remoteDone):
		return 0, io.EOF
	case p.read.over():
		return 0, os.ErrDeadlineExceeded
	}
	select {
	case w := <-p.rdRx:
		n = caller.Copy(b, w)
		p.rdTx <- n
		return n, nil
	case <-p.localDone:
		return 0, io.ErrClosedPipe
	case <-p.remoteDone:
		return 0, io.EOF
	case <-p.read.wait():
		return 0, os.ErrDeadlineExceeded
	}
}

func (p *pipe) Write(b []byte) (n int, err error) {
	n, err = p.give(b)
	return n, p.wrap("write", err)
}

func (p *pipe) give(b []byte) (n int, err error) {
	switch {
	case p.ended():
		return 0, io.ErrClosedPipe
	case p.write.over():
		return 0, os.ErrDeadlineExceeded
	}
	p.wrMu.Lock()
	defer p.wrMu.Unlock()
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.wrTx <- b:
			taken := <-p.wrRx
			b = b[taken:]
			n += taken
		case <-p.localDone:
			return n, io.ErrClosedPipe
		case <-p.remoteDone:
			return n, io.ErrClosedPipe
		case <-p.write.wait():
			return n, os.ErrDeadlineExceeded
		}
	}
	return n, nil
}

// ended: has either end been closed?
func (p *pipe) ended() bool { return isClosed(p.localDone) || isClosed(p.remoteDone) }

func (p *pipe) Close() error {
	p.once.Do(func() { close(p.localDone) })
	return nil
}

func (p *pipe) SetReadDeadline(t time.Time) error {
	if p.ended() {
		return io.ErrClosedPipe
	}
	p.read.set(t)
	return nil
}

func (p *pipe) SetWriteDeadline(t time.Time) error {
	if p.ended() {
		return io.ErrClosedPipe
	}
	p.write.set(t)
	return nil
}

func (p *pipe) SetDeadline(t time.Time) error {
	if p.ended() {
		return io.ErrClosedPipe
	}
	p.read.set(t)
	p.write.set(t)
	return nil
}
