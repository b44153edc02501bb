package strings

import (
	"unicode"
	"unicode/utf8"
)

func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	var b []byte
	for i, e := range elems {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, e...)
	}
	return string(b)
}

func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if len(s) > 0 && count > (1<<31)/len(s) {
		panic("strings: Repeat output length overflow")
	}
	var b []byte
	for i := 0; i < count; i++ {
		b = append(b, s...)
	}
	return string(b)
}

func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	var b []byte
	start := 0
	for count := 0; n < 0 || count < n; count++ {
		at := start
		if old == "" {
			if count > 0 {
				if start >= len(s) {
					break
				}
				_, size := utf8.DecodeRuneInString(s[start:])
				at += size
			}
		} else {
			i := Index(s[start:], old)
			if i < 0 {
				break
			}
			at += i
		}
		b = append(b, s[start:at]...)
		b = append(b, new...)
		start = at + len(old)
	}
	return string(append(b, s[start:]...))
}

func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

func Map(mapping func(rune) rune, s string) string {
	var b []byte
	for _, r := range s {
		if m := mapping(r); m >= 0 {
			b = append(b, string(m)...)
		}
	}
	return string(b)
}

func ToUpper(s string) string { return Map(unicode.ToUpper, s) }
func ToLower(s string) string { return Map(unicode.ToLower, s) }
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// Title upper-cases letters that begin words.
func Title(s string) string {
	last := ' '
	return Map(func(r rune) rune {
		word := last == '_' || unicode.IsLetter(last) || unicode.IsDigit(last)
		if last >= 0x80 && !word {
			word = !unicode.IsSpace(last)
		}
		last = r
		if word {
			return r
		}
		return unicode.ToTitle(r)
	}, s)
}

func ToValidUTF8(s, replacement string) string {
	var b []byte
	wrong := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !wrong {
				b = append(b, replacement...)
			}
			wrong = true
		} else {
			wrong = false
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return string(b)
}

// fold: the dotless and the dotted i fold to themselves only.
func fold(r rune) rune {
	if r == 0x130 || r == 0x131 {
		return r
	}
	return unicode.ToLower(unicode.ToUpper(r))
}

// EqualFold compares under simple case folding.
func EqualFold(s, t string) bool {
	for s != "" && t != "" {
		a, n := utf8.DecodeRuneInString(s)
		b, m := utf8.DecodeRuneInString(t)
		if a != b && fold(a) != fold(b) {
			return false
		}
		s, t = s[n:], t[m:]
	}
	return s == t
}

// A Replacer replaces pairs of strings: at each place the first pair that fits.
type Replacer struct {
	pairs []string
}

func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string(nil), oldnew...)}
}

func (r *Replacer) Replace(s string) string {
	var b []byte
	empty := true
	for i := 0; i <= len(s); {
		found := false
		for p := 0; p < len(r.pairs); p += 2 {
			old := r.pairs[p]
			if HasPrefix(s[i:], old) && (old != "" || empty) {
				b = append(b, r.pairs[p+1]...)
				i += len(old)
				empty = old != ""
				found = old != ""
				break
			}
		}
		if !found {
			if i == len(s) {
				break
			}
			b = append(b, s[i])
			i++
			empty = true
		}
	}
	return string(b)
}

func (r *Replacer) WriteString(w interface{ Write([]byte) (int, error) }, s string) (n int, err error) {
	return w.Write([]byte(r.Replace(s)))
}

func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }
