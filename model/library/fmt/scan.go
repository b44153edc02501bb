package fmt

import (
	"errors"
	"io"
	"os"
	"strconv"
	"unicode/utf8"
)

// Scanning: space-separated values into *string, *int..., *uint..., *float..., *bool, *[]byte, *rune by verb. Scanner methods
// and exotic verbs are not modelled.

// ScanState is what a Scanner's method gets.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// A Scanner scans itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// source reads runes with one rune of look-ahead; what a newline is depends on the function.
type source struct {
	rd       io.Reader
	scanner  io.RuneScanner
	peeked   bool
	r        rune
	atEnd    bool
	nlIsEnd  bool // Scanln: a newline ends the input
	nlIsFine bool // Scan: a newline is a blank
}

func newSource(r io.Reader) *source {
	s := &source{rd: r}
	s.scanner, _ = r.(io.RuneScanner)
	return s
}

func (s *source) read() (rune, bool) {
	if s.scanner != nil {
		r, _, err := s.scanner.ReadRune()
		return r, err == nil
	}
	var buf [utf8.UTFMax]byte
	n := 0
	for n < len(buf) {
		m, err := s.rd.Read(buf[n : n+1])
		n += m
		if m == 0 && err != nil {
			break
		}
		if m > 0 && utf8.FullRune(buf[:n]) {
			break
		}
	}
	if n == 0 {
		return 0, false
	}
	r, _ := utf8.DecodeRune(buf[:n])
	return r, true
}

func (s *source) peek() (rune, bool) {
	if !s.peeked && !s.atEnd {
		r, ok := s.read()
		s.r, s.peeked, s.atEnd = r, ok, !ok
	}
	return s.r, s.peeked
}

func (s *source) next() { s.peeked = false }

// finish gives a rune back that was only looked at.
func (s *source) finish() {
	if s.peeked && s.scanner != nil {
		s.scanner.UnreadRune()
		s.peeked = false
	}
}

func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\v', '\f', 0x85, 0xA0, 0x2028, 0x2029, 0x3000:
		return true
	}
	return false
}

// skip passes blanks, and newlines where they are blanks; false at a newline that is not.
func (s *source) skip() bool {
	for {
		r, ok := s.peek()
		switch {
		case !ok:
			return true
		case r == '\r':
			s.next()
		case r == '\n':
			if !s.nlIsFine {
				return false
			}
			s.next()
		case blank(r):
			s.next()
		default:
			return true
		}
	}
}

func (s *source) token(width int) string {
	var b []byte
	for width != 0 {
		r, ok := s.peek()
		if !ok || r == '\n' || r == '\r' || blank(r) {
			break
		}
		b = append(b, string(r)...)
		s.next()
		width--
	}
	return string(b)
}

// number takes the longest prefix made of the characters; a sign only in front.
func (s *source) number(width int, accept string) string {
	var b []byte
	for width != 0 {
		r, ok := s.peek()
		if !ok || r >= 0x80 {
			break
		}
		fits := false
		for i := 0; i < len(accept); i++ {
			fits = fits || accept[i] == byte(r)
		}
		if r == '+' || r == '-' {
			fits = len(b) == 0 || b[len(b)-1]|0x20 == 'e' || b[len(b)-1]|0x20 == 'p'
		}
		if !fits {
			break
		}
		b = append(b, byte(r))
		s.next()
		width--
	}
	return string(b)
}

func integerBase(verb rune) (base int, accept string) {
	switch verb {
	case 'b':
		return 2, "01_"
	case 'o':
		return 8, "01234567_"
	case 'x', 'X':
		return 16, "0123456789abcdefABCDEF_"
	case 'd':
		return 10, "0123456789_"
	}
	return 0, "0123456789abcdefABCDEFxXoO_"
}

// integer takes the digits of a base; base 0 goes by the prefix.
func (s *source) integer(width, base int, accept string) string {
	if base != 0 || width >= 0 {
		return s.number(width, accept)
	}
	b := s.accept(nil, "+-")
	n := len(b)
	accept = "0123456789_"
	if b = s.accept(b, "0"); len(b) > n {
		n = len(b)
		accept = "01234567_"
		if b = s.accept(b, "bBoOxX"); len(b) > n {
			accept = "01234567_"
			switch b[n] | 0x20 {
			case 'b':
				accept = "01_"
			case 'x':
				accept = "0123456789abcdefABCDEF_"
			}
		}
	}
	return string(s.several(b, accept))
}

func (s *source) signed(verb rune, width, bits int) (int64, error) {
	if verb == 'c' {
		r, ok := s.peek()
		if !ok {
			return 0, io.EOF
		}
		s.next()
		return int64(r), nil
	}
	base, accept := integerBase(verb)
	text := s.integer(width, base, accept)
	if text == "" || text == "+" || text == "-" {
		if _, ok := s.peek(); !ok && text == "" {
			return 0, io.ErrUnexpectedEOF
		}
		return 0, errors.New("expected integer")
	}
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		return 0, err
	}
	if bits < 64 && (i >= 1<<uint(bits-1) || i < -1<<uint(bits-1)) {
		return 0, errors.New("integer overflow on token " + text)
	}
	return i, nil
}

func (s *source) unsigned(verb rune, width, bits int) (uint64, error) {
	base, accept := integerBase(verb)
	text := s.integer(width, base, accept)
	if text == "" {
		if _, ok := s.peek(); !ok {
			return 0, io.ErrUnexpectedEOF
		}
		return 0, errors.New("expected integer")
	}
	u, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		return 0, err
	}
	if bits < 64 && u >= 1<<uint(bits) {
		return 0, errors.New("unsigned integer overflow on token " + text)
	}
	return u, nil
}

// accept takes a rune if it is one of ok.
func (s *source) accept(b []byte, ok string) []byte {
	r, there := s.peek()
	if there {
		for _, c := range ok {
			if c == r {
				s.next()
				return append(b, byte(r))
			}
		}
	}
	return b
}

// several takes runes as long as they are among ok.
func (s *source) several(b []byte, ok string) []byte {
	for {
		n := len(b)
		if b = s.accept(b, ok); len(b) == n {
			return b
		}
	}
}

func (s *source) boolean() (bool, error) {
	first := s.accept(nil, "01tTfF")
	if len(first) == 0 {
		s.next() // whatever else it is counts as false
		return false, nil
	}
	value := first[0] == '1' || first[0]|0x20 == 't'
	rest := ""
	switch first[0] | 0x20 {
	case 't':
		rest = "rRuUeE"
	case 'f':
		rest = "aAlLsSeE"
	}
	for i := 0; i < len(rest); i += 2 {
		if len(s.accept(nil, rest[i:i+2])) == 0 {
			if i > 0 {
				return false, errors.New("syntax error scanning boolean")
			}
			break
		}
	}
	return value, nil
}

func (s *source) float(width, bits int) (float64, error) {
	if width >= 0 {
		return strconv.ParseFloat(s.number(width, "0123456789.eE+-"), bits)
	}
	b := s.accept(nil, "+-")
	if r, _ := s.peek(); r|0x20 == 'n' || r|0x20 == 'i' {
		return strconv.ParseFloat(string(s.several(b, "nNaAiIfF")), bits)
	}
	b = s.several(b, "0123456789_")
	b = s.accept(b, ".")
	b = s.several(b, "0123456789_")
	if n := len(b); n > 0 {
		if b = s.accept(b, "eE"); len(b) > n {
			b = s.accept(b, "+-")
			b = s.several(b, "0123456789_")
		}
	}
	return strconv.ParseFloat(string(b), bits)
}

func (s *source) text(verb rune, width int) (string, error) {
	if verb == 'q' {
		quote, ok := s.peek()
		if !ok || quote != '"' && quote != '`' {
			return "", errors.New("expected quoted string")
		}
		b := []byte{byte(quote)}
		s.next()
		for {
			r, ok := s.peek()
			if !ok {
				return "", io.ErrUnexpectedEOF
			}
			s.next()
			b = append(b, string(r)...)
			if r == '\\' && quote == '"' {
				if r, ok = s.peek(); ok {
					s.next()
					b = append(b, string(r)...)
				}
			} else if r == quote {
				return strconv.Unquote(string(b))
			}
		}
	}
	text := s.token(width)
	if text == "" {
		return "", io.ErrUnexpectedEOF
	}
	return text, nil
}

// store scans one operand.
func (s *source) store(arg any, verb rune, width int) error {
	if _, ok := arg.(Scanner); ok {
		return errors.New("can't scan type: Scanner is not modelled")
	}
	if verb != 'c' && !s.skip() {
		return errors.New("unexpected newline")
	}
	if _, ok := s.peek(); !ok {
		return io.EOF
	}
	var i int64
	var u uint64
	var f float64
	var err error
	switch p := arg.(type) {
	case *string:
		*p, err = s.text(verb, width)
	case *[]byte:
		var t string
		t, err = s.text(verb, width)
		*p = []byte(t)
	case *bool:
		*p, err = s.boolean()
	case *int:
		i, err = s.signed(verb, width, 64)
		if err == nil {
			*p = int(i)
		}
	case *int8:
		i, err = s.signed(verb, width, 8)
		if err == nil {
			*p = int8(i)
		}
	case *int16:
		i, err = s.signed(verb, width, 16)
		if err == nil {
			*p = int16(i)
		}
	case *int32:
		i, err = s.signed(verb, width, 32)
		if err == nil {
			*p = int32(i)
		}
	case *int64:
		i, err = s.signed(verb, width, 64)
		if err == nil {
			*p = i
		}
	case *uint:
		u, err = s.unsigned(verb, width, 64)
		if err == nil {
			*p = uint(u)
		}
	case *uint8:
		u, err = s.unsigned(verb, width, 8)
		if err == nil {
			*p = uint8(u)
		}
	case *uint16:
		u, err = s.unsigned(verb, width, 16)
		if err == nil {
			*p = uint16(u)
		}
	case *uint32:
		u, err = s.unsigned(verb, width, 32)
		if err == nil {
			*p = uint32(u)
		}
	case *uint64:
		u, err = s.unsigned(verb, width, 64)
		if err == nil {
			*p = u
		}
	case *float32:
		f, err = s.float(width, 32)
		if err == nil {
			*p = float32(f)
		}
	case *float64:
		f, err = s.float(width, 64)
		if err == nil {
			*p = f
		}
	default:
		err = errors.New("can't scan type")
	}
	return err
}

// all is Scan and Scanln.
func (s *source) all(a []any) (n int, err error) {
	defer s.finish()
	for _, arg := range a {
		if err = s.store(arg, 'v', -1); err != nil {
			return n, err
		}
		n++
	}
	if s.nlIsEnd {
		for {
			r, ok := s.peek()
			if !ok {
				break
			}
			s.next()
			if r == '\n' {
				break
			}
			if !blank(r) && r != '\r' {
				return n, errors.New("expected newline")
			}
		}
	}
	return n, nil
}

// formatted is Scanf.
func (s *source) formatted(format string, a []any) (n int, err error) {
	defer s.finish()
	for i := 0; i < len(format); {
		c, size := decode(format[i:])
		if c == '%' {
			i++
			if i >= len(format) {
				return n, errors.New("too few operands for format '%'")
			}
			width, hasWidth, next := number(format, i)
			i = next
			if !hasWidth {
				width = -1
			}
			verb, size := decode(format[i:])
			i += size
			if verb == '%' {
				s.skip()
				if r, ok := s.peek(); !ok || r != '%' {
					return n, errors.New("missing literal %")
				}
				s.next()
				continue
			}
			if n >= len(a) {
				return n, errors.New("too few operands for format '%" + string(verb) + "'")
			}
			if err = s.store(a[n], verb, width); err != nil {
				return n, err
			}
			n++
			continue
		}
		if c == '\n' || c == '\r' || blank(c) {
			newline := false
			for i < len(format) {
				c, size := decode(format[i:])
				if c != '\n' && c != '\r' && !blank(c) {
					break
				}
				newline = newline || c == '\n'
				i += size
			}
			spaces := 0
			for {
				r, ok := s.peek()
				if !ok || r == '\n' || !blank(r) && r != '\r' {
					break
				}
				s.next()
				spaces++
			}
			if r, ok := s.peek(); !newline && spaces == 0 && ok {
				if r == '\n' {
					return n, errors.New("newline in input does not match format")
				}
				return n, errors.New("expected space in input to match format")
			}
			if r, ok := s.peek(); newline && ok {
				if r != '\n' {
					return n, errors.New("newline in format does not match input")
				}
				s.next()
				s.skip()
			}
			continue
		}
		r, ok := s.peek()
		if !ok {
			return n, io.ErrUnexpectedEOF
		}
		if r != c {
			return n, errors.New("input does not match format")
		}
		s.next()
		i += size
	}
	if n < len(a) {
		return n, errors.New("too many operands")
	}
	return n, nil
}

// stringSource reads from a string.
type stringSource struct {
	s string
	i int
	w int
}

func (r *stringSource) Read(b []byte) (n int, err error) {
	n = copy(b, r.s[r.i:])
	r.i += n
	if n == 0 {
		err = io.EOF
	}
	return
}

func (r *stringSource) ReadRune() (c rune, size int, err error) {
	if r.i >= len(r.s) {
		return 0, 0, io.EOF
	}
	c, size = decode(r.s[r.i:])
	r.i += size
	r.w = size
	return
}

func (r *stringSource) UnreadRune() error {
	r.i -= r.w
	return nil
}

func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newSource(r)
	s.nlIsFine = true
	return s.all(a)
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newSource(r)
	s.nlIsEnd = true
	return s.all(a)
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newSource(r).formatted(format, a)
}

func Sscan(str string, a ...any) (n int, err error)   { return Fscan(&stringSource{s: str}, a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&stringSource{s: str}, a...) }
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringSource{s: str}, format, a...)
}

func Scan(a ...any) (n int, err error)                 { return Fscan(os.Stdin, a...) }
func Scanln(a ...any) (n int, err error)               { return Fscanln(os.Stdin, a...) }
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }
