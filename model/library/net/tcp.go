package net

import (
	"errors"
	"internal/machine"
	"io"
	"strconv"
	"strings"
	"time"
)

// An IP has 4 bytes, or 16.
type IP []byte

// mapped says of 16 bytes whether they stand for 4.
func (ip IP) mapped() bool {
	for i, b := range ip[:12] {
		if want := byte(i / 10 * 0xff); b != want {
			return false
		}
	}
	return true
}

func (ip IP) To4() IP {
	switch {
	case len(ip) == 4:
		return ip
	case len(ip) == 16 && ip.mapped():
		return ip[12:]
	}
	return nil
}

func (ip IP) Equal(x IP) bool {
	if short := ip.To4(); short != nil {
		ip = short
	}
	if short := x.To4(); short != nil {
		x = short
	}
	return string(ip) == string(x)
}

func (ip IP) IsLoopback() bool {
	if short := ip.To4(); short != nil {
		return short[0] == 127
	}
	return string(ip) == string(loopback6)
}

func (ip IP) IsUnspecified() bool {
	if short := ip.To4(); short != nil {
		return string(short) == "\x00\x00\x00\x00"
	}
	return string(ip) == string(all6)
}

var all6, loopback6 = make(IP, 16), append(make(IP, 15), 1)

func (ip IP) String() string {
	if len(ip) == 0 {
		return "<nil>"
	}
	if short := ip.To4(); short != nil {
		text := ""
		for i, b := range short {
			if i > 0 {
				text += "."
			}
			text += strconv.Itoa(int(b))
		}
		return text
	}
	if len(ip) != 16 {
		return "?" + hexadecimal(ip)
	}
	return groups(ip)
}

// parseIP takes the addresses that this machine has.
func parseIP(host string) IP {
	switch host {
	case "::":
		return append(IP(nil), all6...)
	case "::1":
		return append(IP(nil), loopback6...)
	}
	var ip IP
	part := 0
	for i := 0; i <= len(host); i++ {
		if i < len(host) && host[i] != '.' {
			if host[i] < '0' || host[i] > '9' {
				machine.Unmodelled("net: the address of " + host)
			}
			part = part*10 + int(host[i]-'0')
			continue
		}
		ip = append(ip, byte(part))
		part = 0
	}
	return ip
}

type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *TCPAddr) Network() string { return "tcp" }

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	host := ""
	if len(a.IP) > 0 {
		host = a.IP.String()
	}
	if a.Zone != "" {
		host += "%" + a.Zone
	}
	return JoinHostPort(host, strconv.Itoa(a.Port))
}

// show is what programs see of an address; nil for none.
func (a *address) show() Addr {
	if a.port == nil {
		return a
	}
	return &TCPAddr{IP: parseIP(a.host), Port: a.number()}
}

// text is the address of a, for parse; nil stands for all of this machine's, and a port that is free.
func (a *TCPAddr) text() string {
	if a == nil {
		return ":0"
	}
	return a.String()
}

// ResolveTCPAddr takes an address apart; names are not resolved, but for localhost.
func ResolveTCPAddr(network, text string) (*TCPAddr, error) {
	switch network {
	case "":
		network = "tcp"
	case "tcp", "tcp4", "tcp6":
	default:
		return nil, UnknownNetworkError(network)
	}
	a, err := parse(network, text)
	if err != nil {
		return nil, err
	}
	result := &TCPAddr{Port: *a.port}
	if host, _, _ := SplitHostPort(text); host != "" {
		result.IP = parseIP(a.host)
	}
	return result, nil
}

func isTCP(network string) bool { return network == "tcp" || network == "tcp4" || network == "tcp6" }

func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error) {
	if !isTCP(network) {
		return nil, &OpError{Op: "listen", Net: network, Addr: laddr.orNil(), Err: UnknownNetworkError(network)}
	}
	l, err := Listen(network, laddr.text())
	if err != nil {
		return nil, err
	}
	return l.(*TCPListener), nil
}

func DialTCP(network string, laddr, raddr *TCPAddr) (*TCPConn, error) {
	if !isTCP(network) {
		return nil, &OpError{Op: "dial", Net: network, Source: laddr.orNil(), Addr: raddr.orNil(), Err: UnknownNetworkError(network)}
	}
	if raddr == nil {
		return nil, &OpError{Op: "dial", Net: network, Source: laddr.orNil(), Err: errMissingAddress}
	}
	c, err := Dial(network, raddr.String())
	if err != nil {
		return nil, err
	}
	return c.(*TCPConn), nil
}

var errMissingAddress = errors.New("missing address")

// orNil is a as an Addr: no interface with a nil pointer.
func (a *TCPAddr) orNil() Addr {
	if a == nil {
		return nil
	}
	return a
}

// A TCPConn has what is said of TCP: the settings have no effect.
type TCPConn struct{ *conn }

func (c *TCPConn) setting() error {
	step(&c.in.ready)
	if c.in.quit {
		return &OpError{Op: "set", Net: c.local.network, Source: c.local, Addr: c.remote, Err: ErrClosed}
	}
	return nil
}

func (c *TCPConn) SetNoDelay(noDelay bool) error              { return c.setting() }
func (c *TCPConn) SetKeepAlive(keepalive bool) error          { return c.setting() }
func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error   { return c.setting() }
func (c *TCPConn) SetKeepAliveConfig(k KeepAliveConfig) error { return c.setting() }
func (c *TCPConn) SetLinger(sec int) error                    { return c.setting() }
func (c *TCPConn) SetReadBuffer(bytes int) error              { return c.setting() }
func (c *TCPConn) SetWriteBuffer(bytes int) error             { return c.setting() }

// plain is a connection without ReadFrom and WriteTo.
type plain struct{ *conn }

func (c *TCPConn) ReadFrom(r io.Reader) (int64, error) {
	n, err := io.Copy(plain{c.conn}, r)
	if limited, ok := r.(*io.LimitedReader); ok {
		r = limited.R
	}
	switch r.(type) {
	case *TCPConn, plain:
		err = spliced(err)
	}
	return n, c.during("readfrom", err)
}

func (c *TCPConn) WriteTo(w io.Writer) (int64, error) {
	n, err := io.Copy(w, plain{c.conn})
	return n, c.during("writeto", err)
}

func (c *TCPConn) during(op string, err error) error {
	if err == nil {
		return nil
	}
	return c.fail(op, err)
}

// spliced is the error where Linux moves the bytes from one connection to another: neither reads or writes.
func spliced(err error) error {
	if failed, ok := err.(*OpError); ok {
		err = failed.Err
		if _, why, ok := strings.Cut(err.Error(), ": "); ok {
			err = errors.New("splice: " + why)
		}
	}
	return err
}

// conn as programs know it.
func (c *conn) known() Conn {
	if c.local.port != nil {
		return &TCPConn{c}
	}
	return c
}

type TCPListener struct{ *listener }

func (l *TCPListener) AcceptTCP() (*TCPConn, error) {
	c, err := l.accept()
	if err != nil {
		return nil, err
	}
	return &TCPConn{c}, nil
}
