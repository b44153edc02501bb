// Package strconv. Floats are the machine's: their text depends on the shortest decimal that reads back.
package strconv

import (
	"errors"
	"internal/machine"
)

const IntSize = 64

var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError says which call failed on what.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func baseError(fn, s string, base int) *NumError {
	return &NumError{fn, s, errors.New("invalid base " + Itoa(base))}
}

func bitSizeError(fn, s string, bitSize int) *NumError {
	return &NumError{fn, s, errors.New("invalid bit size " + Itoa(bitSize))}
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

// AppendUint writes i in base 2 to 36.
func AppendUint(dst []byte, i uint64, base int) []byte {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	if i < 10 && i < uint64(base) {
		return append(dst, byte('0'+i))
	}
	var buf [64]byte
	at := len(buf)
	b := uint64(base)
	for i > 0 {
		at--
		buf[at] = digits[i%b]
		i /= b
	}
	return append(dst, buf[at:]...)
}

func AppendInt(dst []byte, i int64, base int) []byte {
	if i < 0 {
		return AppendUint(append(dst, '-'), -uint64(i), base)
	}
	return AppendUint(dst, uint64(i), base)
}

func FormatUint(i uint64, base int) string { return string(AppendUint(nil, i, base)) }
func FormatInt(i int64, base int) string   { return string(AppendInt(nil, i, base)) }
func Itoa(i int) string                    { return string(AppendInt(nil, int64(i), 10)) }

func digitOf(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// underscores reports whether the underscores of a literal stand between digits or after the base's prefix.
func underscores(s string) bool {
	last := byte('^')
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex := false
	if len(s) >= 2 && s[0] == '0' && (s[1]|0x20 == 'b' || s[1]|0x20 == 'o' || s[1]|0x20 == 'x') {
		hex = s[1]|0x20 == 'x'
		s = s[2:]
		last = '0'
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9' || hex && 'a' <= c|0x20 && c|0x20 <= 'f':
			last = '0'
		case c == '_':
			if last != '0' {
				return false
			}
			last = '_'
		default:
			if last == '_' {
				return false
			}
			last = '!'
		}
	}
	return last != '_'
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parseUint("ParseUint", s, base, bitSize)
}

func parseUint(fn, s string, base int, bitSize int) (uint64, error) {
	all := s
	if s == "" {
		return 0, &NumError{fn, all, ErrSyntax}
	}
	prefixed := base == 0
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base = 10
		if s[0] == '0' {
			base = 8
			if len(s) >= 3 {
				switch s[1] | 0x20 {
				case 'b':
					base, s = 2, s[2:]
				case 'o':
					s = s[2:]
				case 'x':
					base, s = 16, s[2:]
				default:
					s = s[1:]
				}
			} else {
				s = s[1:]
			}
		}
	default:
		return 0, baseError(fn, all, base)
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, bitSizeError(fn, all, bitSize)
	}
	max := uint64(1)<<(bitSize-1)<<1 - 1
	b := uint64(base)
	var n uint64
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && prefixed {
			continue
		}
		d := uint64(digitOf(s[i]))
		if d >= b {
			return 0, &NumError{fn, all, ErrSyntax}
		}
		if n > (1<<64-1)/b || n*b > (1<<64-1)-d || n*b+d > max {
			// A later wrong character is a syntax error only if it comes before the overflow.
			return max, &NumError{fn, all, ErrRange}
		}
		n = n*b + d
	}
	if prefixed && !underscores(all) {
		return 0, &NumError{fn, all, ErrSyntax}
	}
	return n, nil
}

func ParseInt(s string, base int, bitSize int) (int64, error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func parseInt(fn, s string, base int, bitSize int) (int64, error) {
	if s == "" {
		return 0, &NumError{fn, s, ErrSyntax}
	}
	digits := s
	negative := false
	if s[0] == '+' || s[0] == '-' {
		negative = s[0] == '-'
		digits = s[1:]
	}
	u, err := parseUint(fn, digits, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		err.(*NumError).Num = s
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	cutoff := uint64(1) << uint(bitSize-1)
	if !negative && u >= cutoff {
		return int64(cutoff - 1), &NumError{fn, s, ErrRange}
	}
	if negative && u > cutoff {
		return -int64(cutoff), &NumError{fn, s, ErrRange}
	}
	if negative {
		return -int64(u), nil
	}
	return int64(u), nil
}

func Atoi(s string) (int, error) {
	n, err := parseInt("Atoi", s, 10, 0)
	return int(n), err
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	return machine.FormatFloat(f, fmt, prec, bitSize)
}

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, machine.FormatFloat(f, fmt, prec, bitSize)...)
}

// withoutUnderscores leaves a text as it is whose underscores are in the wrong places.
func withoutUnderscores(s string) string {
	var digits []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '_' {
			digits = append(digits, s[i])
		}
	}
	if len(digits) == len(s) || !underscores(s) {
		return s
	}
	return string(digits)
}

func ParseFloat(s string, bitSize int) (float64, error) {
	f, status := machine.ParseFloat(withoutUnderscores(s), bitSize)
	switch status {
	case 1:
		return f, &NumError{"ParseFloat", s, ErrSyntax}
	case 2:
		return f, &NumError{"ParseFloat", s, ErrRange}
	}
	return f, nil
}
