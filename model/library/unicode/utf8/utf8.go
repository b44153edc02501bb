// Package utf8: the language decodes by itself; range loops and conversions do the work.
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case 0xD800 <= r && r <= 0xDFFF:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

func ValidRune(r rune) bool { return RuneLen(r) > 0 }

func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

func RuneCountInString(s string) (n int) {
	for range s {
		n++
	}
	return
}

func RuneCount(p []byte) int { return RuneCountInString(string(p)) }

func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	if s[0] < RuneSelf {
		return rune(s[0]), 1
	}
	if len(s) > UTFMax {
		s = s[:UTFMax]
	}
	first := rune(-1)
	for i, r := range s {
		if first >= 0 {
			return first, i
		}
		first = r
	}
	return first, len(s)
}

func DecodeRune(p []byte) (rune, int) {
	if len(p) > UTFMax {
		p = p[:UTFMax]
	}
	return DecodeRuneInString(string(p))
}

func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	for n := 2; n <= UTFMax && n <= end; n++ {
		if r, size := DecodeRuneInString(s[end-n:]); size == n && r >= RuneSelf {
			return r, n
		}
	}
	if s[end-1] < RuneSelf {
		return rune(s[end-1]), 1
	}
	return RuneError, 1
}

func DecodeLastRune(p []byte) (rune, int) {
	if len(p) > UTFMax {
		p = p[len(p)-UTFMax:]
	}
	return DecodeLastRuneInString(string(p))
}

func AppendRune(p []byte, r rune) []byte { return append(p, string(r)...) }

func EncodeRune(p []byte, r rune) int {
	s := string(r)
	_ = p[len(s)-1]
	return copy(p, s)
}

func ValidString(s string) bool {
	for i, r := range s {
		if r == RuneError {
			if _, size := DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
	}
	return true
}

func Valid(p []byte) bool { return ValidString(string(p)) }

func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	c := s[0]
	need := 1
	switch {
	case c < 0xC2 || c > 0xF4:
		return true
	case c < 0xE0:
		need = 2
	case c < 0xF0:
		need = 3
	default:
		need = 4
	}
	if len(s) >= need {
		return true
	}
	// A prefix that no continuation completes is a full (wrong) rune.
	if len(s) > 1 {
		low, high := byte(0x80), byte(0xBF)
		switch c {
		case 0xE0:
			low = 0xA0
		case 0xED:
			high = 0x9F
		case 0xF0:
			low = 0x90
		case 0xF4:
			high = 0x8F
		}
		if s[1] < low || s[1] > high {
			return true
		}
		if len(s) > 2 && (s[2] < 0x80 || s[2] > 0xBF) {
			return true
		}
	}
	return false
}

func FullRune(p []byte) bool { return FullRuneInString(string(p)) }
