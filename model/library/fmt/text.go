package fmt

import (
	"internal/machine"
	"strconv"
)

func runes(s string) (n int) {
	for range s {
		n++
	}
	return
}

// padding writes n blanks, or zeros where the flag allows them.
func (p *printer) padding(n int) {
	c := byte(' ')
	if p.zero && !p.minus {
		c = '0'
	}
	for ; n > 0; n-- {
		p.byte(c)
	}
}

// pad writes s in the field's width.
func (p *printer) pad(s string) {
	if !p.hasWid || p.wid == 0 {
		p.text(s)
		return
	}
	n := p.wid - runes(s)
	if p.minus {
		p.text(s)
		p.padding(n)
	} else {
		p.padding(n)
		p.text(s)
	}
}

// truncate shortens s to the precision, in runes.
func (p *printer) truncate(s string) string {
	if p.hasPrec {
		n := p.prec
		for i := range s {
			if n == 0 {
				return s[:i]
			}
			n--
		}
	}
	return s
}

func (p *printer) cut(s string) { p.pad(p.truncate(s)) }

func (p *printer) quoted(s string) {
	s = p.truncate(s)
	if p.sharp && strconv.CanBackquote(s) {
		p.pad("`" + s + "`")
	} else if p.plus {
		p.pad(strconv.QuoteToASCII(s))
	} else {
		p.pad(strconv.Quote(s))
	}
}

func (p *printer) string(s string, verb rune, arg any) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
		} else {
			p.cut(s)
		}
	case 's':
		p.cut(s)
	case 'x':
		p.hexText(s, "0123456789abcdefx")
	case 'X':
		p.hexText(s, "0123456789ABCDEFX")
	case 'q':
		p.quoted(s)
	default:
		p.bad(verb, arg, false)
	}
}

// bytes formats a byte slice or array; s has its bytes.
func (p *printer) bytes(s string, verb rune, arg any) {
	switch verb {
	case 'v', 'd':
		if p.sharpV {
			p.text("[]byte")
			if machine.IsNil(arg) {
				p.text("(nil)")
				return
			}
			p.byte('{')
			for i := 0; i < len(s); i++ {
				if i > 0 {
					p.text(", ")
				}
				p.hex0x(uint64(s[i]), true)
			}
			p.byte('}')
			return
		}
		p.byte('[')
		for i := 0; i < len(s); i++ {
			if i > 0 {
				p.byte(' ')
			}
			p.based(uint64(s[i]), 10, false, verb, false)
		}
		p.byte(']')
	case 's':
		p.cut(s)
	case 'x':
		p.hexText(s, "0123456789abcdefx")
	case 'X':
		p.hexText(s, "0123456789ABCDEFX")
	case 'q':
		p.quoted(s)
	default:
		p.kind(arg, verb, 0, false)
	}
}

// hexText is two digits a byte; the blank flag separates them, the sharp flag puts 0x in front.
func (p *printer) hexText(s string, digits string) {
	if p.hasPrec && p.prec < len(s) {
		s = s[:p.prec]
	}
	width := 2 * len(s)
	if width <= 0 {
		if p.hasWid {
			p.padding(p.wid)
		}
		return
	}
	if p.space {
		if p.sharp {
			width *= 2
		}
		width += len(s) - 1
	} else if p.sharp {
		width += 2
	}
	if p.hasWid && p.wid > width && !p.minus {
		p.padding(p.wid - width)
	}
	if p.sharp {
		p.buf = append(p.buf, '0', digits[16])
	}
	for i := 0; i < len(s); i++ {
		if p.space && i > 0 {
			p.byte(' ')
			if p.sharp {
				p.buf = append(p.buf, '0', digits[16])
			}
		}
		p.buf = append(p.buf, digits[s[i]>>4], digits[s[i]&15])
	}
	if p.hasWid && p.wid > width && p.minus {
		p.padding(p.wid - width)
	}
}
