package fmt

import (
	"internal/machine"
	"strconv"
)

// hex0x is 0x and hexadecimal digits, or without the 0x.
func (p *printer) hex0x(u uint64, leading bool) {
	sharp := p.sharp
	p.sharp = leading
	p.based(u, 16, false, 'v', false)
	p.sharp = sharp
}

func (p *printer) integer(u uint64, signed bool, verb rune, arg any) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hex0x(u, true)
		} else {
			p.based(u, 10, signed, verb, false)
		}
	case 'd':
		p.based(u, 10, signed, verb, false)
	case 'b':
		p.based(u, 2, signed, verb, false)
	case 'o', 'O':
		p.based(u, 8, signed, verb, false)
	case 'x':
		p.based(u, 16, signed, verb, false)
	case 'X':
		p.based(u, 16, signed, verb, true)
	case 'c':
		p.pad(string(validRune(u)))
	case 'q':
		if p.plus {
			p.pad(strconv.QuoteRuneToASCII(validRune(u)))
		} else {
			p.pad(strconv.QuoteRune(validRune(u)))
		}
	case 'U':
		p.unicode(u)
	default:
		p.bad(verb, arg, false)
	}
}

func validRune(u uint64) rune {
	if u > 0x10FFFF {
		return '\uFFFD'
	}
	return rune(u)
}

// based writes an integer in a base with sign, prefix, precision and width.
func (p *printer) based(u uint64, base int, signed bool, verb rune, upper bool) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	if !p.hasWid && !p.hasPrec && !p.sharp && !p.plus && !p.space && verb != 'O' && !upper {
		if negative {
			p.byte('-')
		}
		p.buf = strconv.AppendUint(p.buf, u, base)
		return
	}
	precision := 0
	zero := p.zero
	if p.hasPrec {
		precision = p.prec
		if precision == 0 && u == 0 {
			p.zero = false
			p.padding(p.wid)
			p.zero = zero
			return
		}
	} else if zero && !p.minus && p.hasWid {
		precision = p.wid
		if negative || p.plus || p.space {
			precision--
		}
	}
	digits := strconv.AppendUint(nil, u, base)
	if upper {
		for i, c := range digits {
			if c >= 'a' {
				digits[i] = c - 'a' + 'A'
			}
		}
	}
	var out []byte
	switch {
	case negative:
		out = append(out, '-')
	case p.plus:
		out = append(out, '+')
	case p.space:
		out = append(out, ' ')
	}
	if verb == 'O' {
		out = append(out, "0o"...)
	}
	zeros := precision - len(digits)
	if p.sharp {
		switch base {
		case 2:
			out = append(out, "0b"...)
		case 8:
			if zeros <= 0 && digits[0] != '0' {
				out = append(out, '0')
			}
		case 16:
			if upper {
				out = append(out, "0X"...)
			} else {
				out = append(out, "0x"...)
			}
		}
	}
	for ; zeros > 0; zeros-- {
		out = append(out, '0')
	}
	p.zero = false
	p.pad(string(append(out, digits...)))
	p.zero = zero
}

func (p *printer) unicode(u uint64) {
	precision := 4
	if p.hasPrec && p.prec > 4 {
		precision = p.prec
	}
	digits := strconv.AppendUint(nil, u, 16)
	out := []byte("U+")
	for n := precision - len(digits); n > 0; n-- {
		out = append(out, '0')
	}
	for _, c := range digits {
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		out = append(out, c)
	}
	if p.sharp && u <= 0x10FFFF && strconv.IsPrint(rune(u)) {
		out = append(out, " '"...)
		out = append(out, string(rune(u))...)
		out = append(out, '\'')
	}
	zero := p.zero
	p.zero = false
	p.pad(string(out))
	p.zero = zero
}

func (p *printer) float(f float64, bits int, verb rune, arg any) {
	switch verb {
	case 'v':
		p.floating(f, bits, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.floating(f, bits, byte(verb), -1)
	case 'f', 'e', 'E':
		p.floating(f, bits, byte(verb), 6)
	case 'F':
		p.floating(f, bits, 'f', 6)
	default:
		p.bad(verb, arg, false)
	}
}

func (p *printer) complex(re, im float64, bits int, verb rune, arg any) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.byte('(')
		p.float(re, bits, verb, arg)
		p.plus = true
		p.float(im, bits, verb, arg)
		p.text("i)")
		p.plus = plus
	default:
		p.bad(verb, arg, false)
	}
}

func (p *printer) floating(f float64, bits int, verb byte, precision int) {
	if p.hasPrec {
		precision = p.prec
	}
	text := machine.FormatFloat(f, verb, precision, bits)
	sign := byte('+')
	if text[0] == '-' || text[0] == '+' {
		sign = text[0]
		text = text[1:]
	}
	if p.space && sign == '+' && !p.plus {
		sign = ' '
	}
	if text[0] == 'I' || text[0] == 'N' {
		zero := p.zero
		p.zero = false
		if text[0] == 'N' && !p.space && !p.plus {
			p.pad(text)
		} else {
			p.pad(string(rune(sign)) + text)
		}
		p.zero = zero
		return
	}
	if p.sharp && verb != 'b' {
		text = keepPoint(text, verb, precision, bits)
	}
	if !p.plus && sign == '+' {
		p.pad(text)
		return
	}
	if p.zero && !p.minus && p.hasWid && p.wid > 1+len(text) {
		p.byte(sign)
		p.padding(p.wid - 1 - len(text))
		p.text(text)
		return
	}
	p.pad(string(rune(sign)) + text)
}

// keepPoint is the # flag: a decimal point always, and for %g no zeros removed.
func keepPoint(text string, verb byte, precision, bits int) string {
	digits := 0
	switch verb {
	case 'v', 'g', 'G', 'x':
		digits = precision
		if digits < 0 {
			digits = 6
		}
	}
	out := []byte{}
	tail := ""
	point, significant := false, false
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '.' {
			point = true
		} else if c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X' {
			tail = text[i:]
			break
		} else {
			if c != '0' {
				significant = true
			}
			if significant {
				digits--
			}
		}
		out = append(out, c)
	}
	if !point {
		if len(out) == 1 && out[0] == '0' {
			digits--
		}
		out = append(out, '.')
	}
	for ; digits > 0; digits-- {
		out = append(out, '0')
	}
	return string(out) + tail
}
