package strconv

import "internal/unitab"

const hex = "0123456789abcdef"

// IsPrint is the language's notion of printable: letters, marks, numbers, punctuation, symbols and the ASCII space.
func IsPrint(r rune) bool {
	if r < 0x80 {
		return ' ' <= r && r <= '~'
	}
	return unitab.Is(unitab.Print, r)
}

// IsGraphic adds Unicode's other spaces.
func IsGraphic(r rune) bool {
	if IsPrint(r) {
		return true
	}
	switch r {
	case 0xa0, 0x1680, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200a
}

func CanBackquote(s string) bool {
	for i, r := range s {
		if r == '\uFFFD' && wrong(s[i:]) {
			return false
		}
		if r == '\uFEFF' || r < ' ' && r != '\t' || r == '`' || r == '\u007F' {
			return false
		}
	}
	return true
}

// wrong reports whether s, which decodes to U+FFFD, begins with a byte that is no UTF-8.
func wrong(s string) bool { return len(s) < 3 || s[:3] != "\uFFFD" }

type quoting struct {
	quote   byte
	ascii   bool
	graphic bool
}

func (q quoting) appendRune(buf []byte, r rune) []byte {
	if r == rune(q.quote) || r == '\\' {
		return append(buf, '\\', byte(r))
	}
	if q.ascii {
		if r < 0x80 && IsPrint(r) {
			return append(buf, byte(r))
		}
	} else if IsPrint(r) || q.graphic && IsGraphic(r) {
		return append(buf, string(r)...)
	}
	switch r {
	case '\a':
		return append(buf, `\a`...)
	case '\b':
		return append(buf, `\b`...)
	case '\f':
		return append(buf, `\f`...)
	case '\n':
		return append(buf, `\n`...)
	case '\r':
		return append(buf, `\r`...)
	case '\t':
		return append(buf, `\t`...)
	case '\v':
		return append(buf, `\v`...)
	}
	switch {
	case r < ' ' || r == 0x7f:
		return append(buf, '\\', 'x', hex[r>>4&15], hex[r&15])
	case r < 0x10000:
		buf = append(buf, `\u`...)
		for s := 12; s >= 0; s -= 4 {
			buf = append(buf, hex[r>>uint(s)&15])
		}
		return buf
	}
	buf = append(buf, `\U`...)
	for s := 28; s >= 0; s -= 4 {
		buf = append(buf, hex[r>>uint(s)&15])
	}
	return buf
}

func (q quoting) append(buf []byte, s string) []byte {
	buf = append(buf, q.quote)
	for i, r := range s {
		if r == '\uFFFD' && wrong(s[i:]) {
			buf = append(buf, '\\', 'x', hex[s[i]>>4], hex[s[i]&15])
			continue
		}
		buf = q.appendRune(buf, r)
	}
	return append(buf, q.quote)
}

func (q quoting) one(buf []byte, r rune) []byte {
	if r < 0 || r > 0x10FFFF || 0xD800 <= r && r <= 0xDFFF {
		r = '\uFFFD'
	}
	buf = append(buf, q.quote)
	buf = q.appendRune(buf, r)
	return append(buf, q.quote)
}

func AppendQuote(dst []byte, s string) []byte { return quoting{quote: '"'}.append(dst, s) }
func AppendQuoteToASCII(dst []byte, s string) []byte {
	return quoting{quote: '"', ascii: true}.append(dst, s)
}
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return quoting{quote: '"', graphic: true}.append(dst, s)
}
func AppendQuoteRune(dst []byte, r rune) []byte { return quoting{quote: '\''}.one(dst, r) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return quoting{quote: '\'', ascii: true}.one(dst, r)
}

func Quote(s string) string          { return string(AppendQuote(nil, s)) }
func QuoteToASCII(s string) string   { return string(AppendQuoteToASCII(nil, s)) }
func QuoteToGraphic(s string) string { return string(AppendQuoteToGraphic(nil, s)) }
func QuoteRune(r rune) string        { return string(AppendQuoteRune(nil, r)) }
func QuoteRuneToASCII(r rune) string { return string(AppendQuoteRuneToASCII(nil, r)) }

// UnquoteChar decodes the first character of s, a part of a literal with the given quote.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= 0x80 {
		for i, r := range s {
			if i > 0 {
				return value, true, s[i:], nil
			}
			value = r
		}
		return value, true, "", nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) <= 1 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	simple := func(r rune) (rune, bool, string, error) { return r, false, s, nil }
	switch c {
	case 'a':
		return simple('\a')
	case 'b':
		return simple('\b')
	case 'f':
		return simple('\f')
	case 'n':
		return simple('\n')
	case 'r':
		return simple('\r')
	case 't':
		return simple('\t')
	case 'v':
		return simple('\v')
	case '\\':
		return simple('\\')
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return simple(rune(c))
	case 'x', 'u', 'U':
		n := 2
		if c == 'u' {
			n = 4
		} else if c == 'U' {
			n = 8
		}
		if len(s) < n {
			return 0, false, "", ErrSyntax
		}
		for i := 0; i < n; i++ {
			d := digitOf(s[i])
			if d > 15 {
				return 0, false, "", ErrSyntax
			}
			value = value<<4 | rune(d)
		}
		s = s[n:]
		if c == 'x' {
			return value, false, s, nil
		}
		if value < 0 || value > 0x10FFFF || 0xD800 <= value && value <= 0xDFFF {
			return 0, false, "", ErrSyntax
		}
		return value, true, s, nil
	}
	if '0' <= c && c <= '7' {
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		value = rune(c - '0')
		for i := 0; i < 2; i++ {
			d := rune(s[i]) - '0'
			if d < 0 || d > 7 {
				return 0, false, "", ErrSyntax
			}
			value = value<<3 | d
		}
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		return value, false, s[2:], nil
	}
	return 0, false, "", ErrSyntax
}

// literal reads the literal that s begins with: what it stands for, and its length; 0: s begins with none.
func literal(s string) (value []byte, n int) {
	if s == "" {
		return nil, 0
	}
	quote, rest := s[0], s[1:]
	switch quote {
	case '`':
		for rest != "" && rest[0] != '`' {
			if rest[0] != '\r' {
				value = append(value, rest[0])
			}
			rest = rest[1:]
		}
	case '"', '\'':
		for rest != "" && rest[0] != quote {
			r, multibyte, tail, err := UnquoteChar(rest, quote)
			if err != nil || rest[0] == '\n' {
				return nil, 0
			}
			if r < 0x80 || !multibyte {
				value = append(value, byte(r))
			} else {
				value = append(value, string(r)...)
			}
			rest = tail
			if quote == '\'' {
				break // one character at most
			}
		}
	default:
		return nil, 0
	}
	if rest == "" || rest[0] != quote {
		return nil, 0
	}
	return value, len(s) - len(rest) + 1
}

func Unquote(s string) (string, error) {
	value, n := literal(s)
	if n == 0 || n < len(s) {
		return "", ErrSyntax
	}
	return string(value), nil
}

func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return quoting{quote: '\'', graphic: true}.one(dst, r)
}
func QuoteRuneToGraphic(r rune) string { return string(AppendQuoteRuneToGraphic(nil, r)) }

// QuotedPrefix is the literal that s begins with.
func QuotedPrefix(s string) (string, error) {
	_, n := literal(s)
	if n == 0 {
		return "", ErrSyntax
	}
	return s[:n], nil
}
