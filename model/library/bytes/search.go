// Package bytes: questions go to package strings; what is returned aliases the argument as in the real one.
package bytes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const MinRead = 512

func Equal(a, b []byte) bool     { return string(a) == string(b) }
func Compare(a, b []byte) int    { return strings.Compare(string(a), string(b)) }
func EqualFold(s, t []byte) bool { return strings.EqualFold(string(s), string(t)) }

func Index(s, sep []byte) int                       { return strings.Index(string(s), string(sep)) }
func LastIndex(s, sep []byte) int                   { return strings.LastIndex(string(s), string(sep)) }
func IndexByte(b []byte, c byte) int                { return strings.IndexByte(string(b), c) }
func LastIndexByte(s []byte, c byte) int            { return strings.LastIndexByte(string(s), c) }
func IndexRune(s []byte, r rune) int                { return strings.IndexRune(string(s), r) }
func IndexAny(s []byte, chars string) int           { return strings.IndexAny(string(s), chars) }
func LastIndexAny(s []byte, chars string) int       { return strings.LastIndexAny(string(s), chars) }
func IndexFunc(s []byte, f func(r rune) bool) int   { return strings.IndexFunc(string(s), f) }
func LastIndexFunc(s []byte, f func(rune) bool) int { return strings.LastIndexFunc(string(s), f) }
func Count(s, sep []byte) int                       { return strings.Count(string(s), string(sep)) }
func Contains(b, sub []byte) bool                   { return Index(b, sub) >= 0 }
func ContainsAny(b []byte, chars string) bool       { return IndexAny(b, chars) >= 0 }
func ContainsRune(b []byte, r rune) bool            { return IndexRune(b, r) >= 0 }
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }
func HasPrefix(s, prefix []byte) bool               { return strings.HasPrefix(string(s), string(prefix)) }
func HasSuffix(s, suffix []byte) bool               { return strings.HasSuffix(string(s), string(suffix)) }

func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	parts := [][]byte{}
	for n < 0 || len(parts) < n-1 {
		at := 0
		if len(sep) == 0 {
			if len(s) == 0 {
				return parts
			}
			_, at = utf8.DecodeRune(s)
			if at == len(s) {
				break
			}
		} else if at = Index(s, sep); at < 0 {
			break
		}
		parts = append(parts, s[:at+keep:at+keep])
		s = s[at+len(sep):]
	}
	if len(sep) == 0 && len(s) == 0 {
		return parts
	}
	return append(parts, s)
}

func Split(s, sep []byte) [][]byte              { return split(s, sep, 0, -1) }
func SplitN(s, sep []byte, n int) [][]byte      { return split(s, sep, 0, n) }
func SplitAfter(s, sep []byte) [][]byte         { return split(s, sep, len(sep), -1) }
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }
func Fields(s []byte) [][]byte                  { return FieldsFunc(s, unicode.IsSpace) }

func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := [][]byte{}
	start := -1
	for i, r := range string(s) {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}

func TrimLeftFunc(s []byte, f func(rune) bool) []byte {
	n := len(strings.TrimLeftFunc(string(s), f))
	if n == 0 {
		return nil
	}
	return s[len(s)-n:]
}

func TrimRightFunc(s []byte, f func(rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(string(s), f))]
}

func TrimFunc(s []byte, f func(rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func in(chars string) func(rune) bool {
	return func(r rune) bool { return strings.IndexRune(chars, r) >= 0 }
}

func Trim(s []byte, cutset string) []byte      { return TrimFunc(s, in(cutset)) }
func TrimLeft(s []byte, cutset string) []byte  { return TrimLeftFunc(s, in(cutset)) }
func TrimRight(s []byte, cutset string) []byte { return TrimRightFunc(s, in(cutset)) }
func TrimSpace(s []byte) []byte                { return TrimFunc(s, unicode.IsSpace) }

func Join(s [][]byte, sep []byte) []byte {
	b := []byte{}
	for i, e := range s {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, e...)
	}
	return b
}

func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	return []byte(strings.Repeat(string(b), count))
}

func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(string(s), string(old), string(new), n))
}

func ReplaceAll(s, old, new []byte) []byte           { return Replace(s, old, new, -1) }
func Map(mapping func(r rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, string(s))) }
func ToUpper(s []byte) []byte                        { return Map(unicode.ToUpper, s) }
func ToLower(s []byte) []byte                        { return Map(unicode.ToLower, s) }
func ToTitle(s []byte) []byte                        { return Map(unicode.ToTitle, s) }
func Title(s []byte) []byte                          { return []byte(strings.Title(string(s))) }
func Runes(s []byte) []rune                          { return []rune(string(s)) }
