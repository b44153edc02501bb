package net

import "internal/bytealg"

// An AddrError says what is wrong with an address.
type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := e.Err
	if e.Addr != "" {
		s = "address " + e.Addr + ": " + s
	}
	return s
}

func (e *AddrError) Timeout() bool   { return false }
func (e *AddrError) Temporary() bool { return false }

// JoinHostPort puts an IPv6 host, which has colons, into brackets.
func JoinHostPort(host, port string) string {
	if bytealg.IndexByteString(host, ':') >= 0 {
		return "[" + host + "]:" + port
	}
	return host + ":" + port
}

// SplitHostPort takes "host:port" apart at the last colon; a host with colons stands in brackets.
func SplitHostPort(hostport string) (host, port string, err error) {
	wrong := func(why string) (host, port string, err error) { return "", "", &AddrError{Err: why, Addr: hostport} }
	colon := bytealg.LastIndexByteString(hostport, ':')
	if colon < 0 {
		return wrong("missing port in address")
	}
	host, port = hostport[:colon], hostport[colon+1:]
	if hostport[0] == '[' {
		end := bytealg.IndexByteString(hostport, ']')
		switch {
		case end < 0:
			return wrong("missing ']' in address")
		case end < colon-1 && hostport[end+1] == ':':
			return wrong("too many colons in address")
		case end != colon-1:
			return wrong("missing port in address")
		}
		host = hostport[1:end]
	} else if bytealg.IndexByteString(host, ':') >= 0 {
		return wrong("too many colons in address")
	}
	for _, bracket := range "[]" {
		if bytealg.IndexByteString(host, byte(bracket)) >= 0 || bytealg.IndexByteString(port, byte(bracket)) >= 0 {
			return wrong("unexpected '" + string(bracket) + "' in address")
		}
	}
	return host, port, nil
}
