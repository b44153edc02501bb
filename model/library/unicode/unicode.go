// Package unicode: character classes and simple case mapping. Range tables are not modelled, only the questions.
package unicode

import "internal/unitab"

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
	Version         = "15.0.0"
)

const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

func IsUpper(r rune) bool {
	if r < 0x80 {
		return 'A' <= r && r <= 'Z'
	}
	return unitab.Is(uppers, r)
}

func IsLower(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z'
	}
	return unitab.Is(lowers, r)
}

func IsTitle(r rune) bool { return r >= 0x80 && unitab.Is(titles, r) }

func IsLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unitab.Is(letters, r)
}

func IsDigit(r rune) bool {
	if r < 0x80 {
		return '0' <= r && r <= '9'
	}
	return unitab.Is(digits, r)
}

func IsNumber(r rune) bool {
	if r < 0x80 {
		return '0' <= r && r <= '9'
	}
	return unitab.Is(numbers, r)
}

func IsSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200a
}

func IsControl(r rune) bool { return 0 <= r && r < 0x20 || 0x7f <= r && r < 0xa0 }

func IsPunct(r rune) bool {
	if r < 0x80 {
		return '!' <= r && r <= '~' && !IsLetter(r) && !IsDigit(r) && !IsSymbol(r)
	}
	return unitab.Is(puncts, r)
}

func IsSymbol(r rune) bool {
	switch r {
	case '$', '+', '<', '=', '>', '^', '`', '|', '~':
		return true
	}
	return r >= 0x80 && unitab.Is(symbols, r)
}

func IsMark(r rune) bool { return r >= 0x80 && unitab.Is(marks, r) }

func IsGraphic(r rune) bool {
	return IsPrint(r) || r == 0xA0 || r == 0x3000 || r == 0x1680 || 0x2000 <= r && r <= 0x200a || r == 0x202f || r == 0x205f
}

func IsPrint(r rune) bool {
	if r < 0x80 {
		return ' ' <= r && r <= '~'
	}
	return IsLetter(r) || IsMark(r) || IsNumber(r) || IsPunct(r) || IsSymbol(r)
}

func ToUpper(r rune) rune {
	if r < 0x80 {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return unitab.Map(toUpper, r)
}

func ToLower(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unitab.Map(toLower, r)
}

func ToTitle(r rune) rune {
	if r < 0x80 {
		return ToUpper(r)
	}
	if t := unitab.Map(toTitle, r); t != r {
		return t
	}
	if IsTitle(r) || 0x10D0 <= r && r <= 0x10FF { // Georgian has upper case, but no title case
		return r
	}
	return ToUpper(r)
}

func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}
