package bytes

import (
	"errors"
	"io"
	"iter"
	"strings"
	"unicode"
)

func each(parts [][]byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, p := range parts {
			if !yield(p) {
				return
			}
		}
	}
}

func SplitSeq(s, sep []byte) iter.Seq[[]byte]                    { return each(Split(s, sep)) }
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte]               { return each(SplitAfter(s, sep)) }
func FieldsSeq(s []byte) iter.Seq[[]byte]                        { return each(Fields(s)) }
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] { return each(FieldsFunc(s, f)) }

func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			end := len(s)
			if i := IndexByte(s, '\n'); i >= 0 {
				end = i + 1
			}
			if !yield(s[:end:end]) {
				return
			}
			s = s[end:]
		}
	}
}

func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(string(s), string(replacement)))
}

func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Peek returns the next n bytes and leaves them there.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.prev = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.i
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("bytes.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("bytes.Reader.Seek: negative position")
	}
	r.i = offset
	return offset, nil
}
