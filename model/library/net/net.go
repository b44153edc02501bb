// Package net: listeners and connections inside the process. A connection is a pair of streams of bytes with room for many
// writes each; dialling can fail, since a network can. Names are not resolved, and there is nobody else to talk to.
//
// A call is a step or two of its own kind, no more: await goes on if a semaphore says that there is something to do, wake says so
// to who awaits it, step is neither; the code up to the next of these is one piece. Each piece leaves the semaphore as its object
// is (note), and whoever may raise it from zero does so right after a wake on it, for that is what the search expects of who
// awaits it. What was done before a wake comes before what follows an await.
package net

import (
	"internal/machine"
	"strconv"
	"time"
)

func await(p *int32)
func wake(p *int32)
func step(p *int32)

// learn: what was done before the wakes comes before what follows.
func learn(p *int32)

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

// An UnknownNetworkError is the name of a network that there is not.
type UnknownNetworkError string

func (e UnknownNetworkError) Error() string   { return "unknown network " + string(e) }
func (e UnknownNetworkError) Timeout() bool   { return false }
func (e UnknownNetworkError) Temporary() bool { return false }

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
	if e.Source != nil {
		s += " " + e.Source.String()
	}
	if e.Addr != nil {
		if e.Source != nil {
			s += "->"
		} else {
			s += " "
		}
		s += e.Addr.String()
	}
	return s + ": " + e.Err.Error()
}

func (e *OpError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *OpError) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// An address is a host and a port, or the name of a socket. One that dials has a port that nobody else has as of when somebody
// asks for it: what is never asked would only tell states apart.
type address struct {
	network, host string
	port          *int
}

func (a *address) Network() string { return a.network }

func (a *address) String() string {
	if a.port == nil {
		return a.host
	}
	return JoinHostPort(a.host, strconv.Itoa(a.number()))
}

func (a *address) number() int {
	if *a.port == 0 {
		lastPort++
		*a.port = lastPort
	}
	return *a.port
}

// lastPort is that of who dialled and was asked last.
var lastPort = 50000

// parse takes an address apart; nothing stands for all of this machine's, as in Go.
func parse(network, text string) (*address, error) {
	if network == "unix" {
		return &address{network: network, host: text}, nil
	}
	switch network {
	case "tcp", "tcp4", "tcp6":
	case "udp", "udp4", "udp6", "unixgram", "unixpacket", "ip", "ip4", "ip6":
		machine.Unmodelled("net: network " + network)
	default:
		return nil, UnknownNetworkError(network)
	}
	host, service, err := SplitHostPort(text)
	if err != nil {
		return nil, err
	}
	switch host {
	case "":
		host = "::"
	case "localhost":
		host = "127.0.0.1"
	}
	port, err := strconv.Atoi(service)
	if err != nil {
		machine.Unmodelled("net: a port by its name, " + service)
	}
	return &address{network: "tcp", host: host, port: &port}, nil
}

// reaches: is a the address of b, or one of b's?
func (a *address) reaches(b *address) bool {
	if a.port == nil || b.port == nil {
		return a.port == b.port && a.host == b.host
	}
	all := func(host string) bool { return host == "::" || host == "0.0.0.0" }
	return *a.port == *b.port && (a.host == b.host || all(a.host) || all(b.host))
}
