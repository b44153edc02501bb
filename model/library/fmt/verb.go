package fmt

import "internal/machine"

// flags of one directive.
type flags struct {
	wid, prec          int
	hasWid, hasPrec    bool
	minus, plus, sharp bool
	space, zero        bool
	plusV, sharpV      bool
}

// printer formats one call's operands.
type printer struct {
	flags
	buf       []byte
	reordered bool // an argument index was used
	goodIndex bool // the last one was right
	wrap      bool // %w is allowed
	wrapped   []int
	panicking bool
	erroring  bool
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (n int, err error) {
	p.text(s)
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool)      { return p.wid, p.hasWid }
func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.hasPrec }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *printer) text(s string) { p.buf = append(p.buf, s...) }
func (p *printer) byte(c byte)   { p.buf = append(p.buf, c) }
func (p *printer) rune(r rune)   { p.buf = append(p.buf, string(r)...) }

func (p *printer) print(a []any) {
	wasString := false
	for i, arg := range a {
		isString := arg != nil && machine.Kind(arg) == machine.KindString
		if i > 0 && !isString && !wasString {
			p.byte(' ')
		}
		p.value(arg, 'v')
		wasString = isString
	}
}

func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.byte(' ')
		}
		p.value(arg, 'v')
	}
	p.byte('\n')
}

// tooLarge: widths and precisions beyond this are wrong.
func tooLarge(x int) bool { return x > 1e6 || x < -1e6 }

// number reads digits of s at i.
func number(s string, i int) (n int, ok bool, next int) {
	for next = i; next < len(s) && '0' <= s[next] && s[next] <= '9'; next++ {
		if tooLarge(n) {
			return 0, false, len(s)
		}
		n = n*10 + int(s[next]-'0')
		ok = true
	}
	return
}

// star takes a width or precision from the arguments.
func star(a []any, at int) (n int, ok bool, next int) {
	next = at
	if at >= len(a) {
		return
	}
	next++
	switch k := machine.Kind(a[at]); {
	case machine.KindInt <= k && k <= machine.KindInt64:
		v := machine.Int(a[at])
		n, ok = int(v), true
	case machine.KindUint <= k && k <= machine.KindUintptr:
		u := machine.Uint(a[at])
		n, ok = int(u), int64(u) >= 0
	}
	if tooLarge(n) {
		n, ok = 0, false
	}
	return
}

// index reads an explicit argument index [n] at format[i].
func (p *printer) index(at int, format string, i, count int) (newAt, next int, found bool) {
	if i >= len(format) || format[i] != '[' {
		return at, i, false
	}
	p.reordered = true
	for end := i + 1; end < len(format); end++ {
		if format[end] != ']' {
			continue
		}
		n, ok, stop := number(format, i+1)
		if !ok || stop != end || n < 1 || n > count {
			p.goodIndex = false
			return at, end + 1, ok && stop == end
		}
		return n - 1, end + 1, true
	}
	p.goodIndex = false
	return at, i + 1, false
}

func (p *printer) printf(format string, a []any) {
	at := 0
	afterIndex := false
	p.reordered = false
	end := len(format)
	for i := 0; i < end; {
		p.goodIndex = true
		start := i
		for i < end && format[i] != '%' {
			i++
		}
		if i > start {
			p.text(format[start:i])
		}
		if i >= end {
			break
		}
		i++ // %
		p.flags = flags{}
		i = p.readFlags(format, i)

		at, i, afterIndex = p.index(at, format, i, len(a))
		if i < end && format[i] == '*' {
			i++
			p.wid, p.hasWid, at = star(a, at)
			if !p.hasWid {
				p.text("%!(BADWIDTH)")
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.minus = true
				p.zero = false
			}
			afterIndex = false
		} else {
			p.wid, p.hasWid, i = number(format, i)
			if afterIndex && p.hasWid {
				p.goodIndex = false
			}
		}

		if i+1 < end && format[i] == '.' {
			i++
			if afterIndex {
				p.goodIndex = false
			}
			at, i, afterIndex = p.index(at, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.prec, p.hasPrec, at = star(a, at)
				if p.prec < 0 {
					p.prec = 0
					p.hasPrec = false
				}
				if !p.hasPrec {
					p.text("%!(BADPREC)")
				}
				afterIndex = false
			} else {
				p.prec, p.hasPrec, i = number(format, i)
				if !p.hasPrec {
					p.prec = 0
					p.hasPrec = true
				}
			}
		}

		if !afterIndex {
			at, i, afterIndex = p.index(at, format, i, len(a))
		}
		if i >= end {
			p.text("%!(NOVERB)")
			break
		}
		verb := rune(format[i])
		size := 1
		if verb >= 0x80 {
			verb, size = decode(format[i:])
		}
		i += size

		switch {
		case verb == '%':
			p.byte('%')
		case !p.goodIndex:
			p.complain(verb, "(BADINDEX)")
		case at >= len(a):
			p.complain(verb, "(MISSING)")
		default:
			if verb == 'w' {
				p.wrapped = append(p.wrapped, at)
			}
			if verb == 'v' || verb == 'w' {
				p.sharpV, p.sharp = p.sharp, false
				p.plusV, p.plus = p.plus, false
			}
			p.value(a[at], verb)
			at++
		}
	}

	if !p.reordered && at < len(a) {
		p.flags = flags{}
		p.text("%!(EXTRA ")
		for i, arg := range a[at:] {
			if i > 0 {
				p.text(", ")
			}
			if arg == nil {
				p.text("<nil>")
			} else {
				p.text(machine.TypeName(arg))
				p.byte('=')
				p.value(arg, 'v')
			}
		}
		p.byte(')')
	}
}

func (p *printer) readFlags(format string, i int) int {
	for ; i < len(format); i++ {
		switch format[i] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			return i
		}
	}
	return i
}

func (p *printer) complain(verb rune, what string) {
	p.text("%!")
	p.rune(verb)
	p.text(what)
}

// decode is the first rune of s.
func decode(s string) (rune, int) {
	first := rune(-1)
	for i, r := range s {
		if first >= 0 {
			return first, i
		}
		first = r
	}
	return first, len(s)
}
