package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

func explode(s string, n int) []string {
	var parts []string
	for s != "" {
		if n > 0 && len(parts) == n-1 {
			return append(parts, s)
		}
		_, size := utf8.DecodeRuneInString(s)
		parts = append(parts, s[:size])
		s = s[size:]
	}
	if parts == nil {
		parts = []string{}
	}
	return parts
}

// split keeps `keep` bytes of each separator.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	var parts []string
	for n < 0 || len(parts) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[:i+keep])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

func Split(s, sep string) []string              { return split(s, sep, 0, -1) }
func SplitN(s, sep string, n int) []string      { return split(s, sep, 0, n) }
func SplitAfter(s, sep string) []string         { return split(s, sep, len(sep), -1) }
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }
func Fields(s string) []string                  { return FieldsFunc(s, unicode.IsSpace) }

func FieldsFunc(s string, f func(rune) bool) []string {
	fields := []string{}
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}

func TrimLeftFunc(s string, f func(rune) bool) string {
	for i, r := range s {
		if !f(r) {
			return s[i:]
		}
	}
	return ""
}

func TrimRightFunc(s string, f func(rune) bool) string {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func in(chars string) func(rune) bool {
	return func(r rune) bool { return IndexRune(chars, r) >= 0 }
}

func Trim(s, cutset string) string      { return TrimFunc(s, in(cutset)) }
func TrimLeft(s, cutset string) string  { return TrimLeftFunc(s, in(cutset)) }
func TrimRight(s, cutset string) string { return TrimRightFunc(s, in(cutset)) }
func TrimSpace(s string) string         { return TrimFunc(s, unicode.IsSpace) }

func each(parts []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range parts {
			if !yield(p) {
				return
			}
		}
	}
}

func SplitSeq(s, sep string) iter.Seq[string]                    { return each(Split(s, sep)) }
func SplitAfterSeq(s, sep string) iter.Seq[string]               { return each(SplitAfter(s, sep)) }
func FieldsSeq(s string) iter.Seq[string]                        { return each(Fields(s)) }
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] { return each(FieldsFunc(s, f)) }

func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			end := len(s)
			if i := IndexByte(s, '\n'); i >= 0 {
				end = i + 1
			}
			if !yield(s[:end]) {
				return
			}
			s = s[end:]
		}
	}
}
