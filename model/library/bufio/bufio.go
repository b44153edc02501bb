// Package bufio. What the reader or writer below is asked for, and in which pieces, is as in Go.
package bufio

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	defaultSize = 4096
	maxEmpty    = 100 // reads of nothing in a row
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")

	errNegativeRead  = errors.New("bufio: reader returned negative count from Read")
	errNegativeWrite = errors.New("bufio: writer returned negative count from Write")
)

// A Reader holds what was read ahead: buf[r:w].
type Reader struct {
	buf      []byte
	rd       io.Reader
	r, w     int
	err      error
	lastByte int // -1: nothing to unread
	lastRune int // its size, -1: nothing to unread
}

func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, defaultSize) }

func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	return &Reader{buf: make([]byte, max(size, 16)), rd: rd, lastByte: -1, lastRune: -1}
}

func (b *Reader) Size() int     { return len(b.buf) }
func (b *Reader) Buffered() int { return b.w - b.r }

func (b *Reader) Reset(rd io.Reader) {
	if rd == b {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	*b = Reader{buf: b.buf, rd: rd, lastByte: -1, lastRune: -1}
}

// fill reads once more, behind what is there.
func (b *Reader) fill() {
	if b.r > 0 {
		copy(b.buf, b.buf[b.r:b.w])
		b.w -= b.r
		b.r = 0
	}
	for tries := 0; tries < maxEmpty; tries++ {
		n, err := b.rd.Read(b.buf[b.w:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.w += n
		if err != nil {
			b.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	b.err = io.ErrNoProgress
}

func (b *Reader) readErr() error {
	err := b.err
	b.err = nil
	return err
}

func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.lastByte, b.lastRune = -1, -1
	for b.w-b.r < n && b.w-b.r < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.r:b.w], ErrBufferFull
	}
	var err error
	if avail := b.w - b.r; avail < n {
		n = avail
		err = b.readErr()
		if err == nil {
			err = ErrBufferFull
		}
	}
	return b.buf[b.r : b.r+n], err
}

func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	b.lastByte, b.lastRune = -1, -1
	for n > 0 {
		if b.r == b.w {
			b.fill()
		}
		skip := min(n, b.w-b.r)
		b.r += skip
		n -= skip
		discarded += skip
		if n > 0 && b.r == b.w && b.err != nil {
			return discarded, b.readErr()
		}
	}
	return
}

func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.r < b.w {
			return 0, nil
		}
		return 0, b.readErr()
	}
	if b.r == b.w {
		if b.err != nil {
			return 0, b.readErr()
		}
		direct := len(p) >= len(b.buf)
		into := b.buf
		if direct {
			into = p
		} else {
			b.r, b.w = 0, 0
		}
		n, b.err = b.rd.Read(into)
		if n < 0 {
			panic(errNegativeRead)
		}
		if direct {
			if n > 0 {
				b.lastByte, b.lastRune = int(p[n-1]), -1
			}
			return n, b.readErr()
		}
		if n == 0 {
			return 0, b.readErr()
		}
		b.w += n
	}
	n = copy(p, b.buf[b.r:b.w])
	b.r += n
	b.lastByte = int(b.buf[b.r-1])
	b.lastRune = -1
	return n, nil
}

func (b *Reader) ReadByte() (byte, error) {
	b.lastRune = -1
	for b.r == b.w {
		if b.err != nil {
			return 0, b.readErr()
		}
		b.fill()
	}
	c := b.buf[b.r]
	b.r++
	b.lastByte = int(c)
	return c, nil
}

func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.r == 0 && b.w > 0 {
		return ErrInvalidUnreadByte
	}
	if b.r > 0 {
		b.r--
	} else {
		b.w = 1
	}
	b.buf[b.r] = byte(b.lastByte)
	b.lastByte, b.lastRune = -1, -1
	return nil
}

func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.r+utf8.UTFMax > b.w && !utf8.FullRune(b.buf[b.r:b.w]) && b.err == nil && b.w-b.r < len(b.buf) {
		b.fill()
	}
	b.lastRune = -1
	if b.r == b.w {
		return 0, 0, b.readErr()
	}
	r, size = utf8.DecodeRune(b.buf[b.r:b.w])
	b.r += size
	b.lastByte = int(b.buf[b.r-1])
	b.lastRune = size
	return
}

func (b *Reader) UnreadRune() error {
	if b.lastRune < 0 || b.r < b.lastRune {
		return ErrInvalidUnreadRune
	}
	b.r -= b.lastRune
	b.lastByte, b.lastRune = -1, -1
	return nil
}

func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	from := 0
	for {
		if i := bytes.IndexByte(b.buf[b.r+from:b.w], delim); i >= 0 {
			line = b.buf[b.r : b.r+from+i+1]
			b.r += from + i + 1
			break
		}
		if b.err != nil {
			line = b.buf[b.r:b.w]
			b.r = b.w
			err = b.readErr()
			break
		}
		if b.w-b.r >= len(b.buf) {
			b.r = b.w
			line = b.buf
			err = ErrBufferFull
			break
		}
		from = b.w - b.r
		b.fill()
	}
	if n := len(line); n > 0 {
		b.lastByte = int(line[n-1])
		b.lastRune = -1
	}
	return
}

func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	if err == ErrBufferFull {
		if n := len(line); n > 0 && line[n-1] == '\r' {
			b.r--
			line = line[:n-1]
		}
		return line, true, nil
	}
	n := len(line)
	if n == 0 {
		if err != nil {
			line = nil
		}
		return
	}
	err = nil
	if line[n-1] == '\n' {
		drop := 1
		if n > 1 && line[n-2] == '\r' {
			drop = 2
		}
		line = line[:n-drop]
	}
	return
}

func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var all []byte
	for {
		part, err := b.ReadSlice(delim)
		all = append(all, part...)
		if err != ErrBufferFull {
			return all, err
		}
	}
}

func (b *Reader) ReadString(delim byte) (string, error) {
	all, err := b.ReadBytes(delim)
	return string(all), err
}

func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.lastByte, b.lastRune = -1, -1
	if b.r < b.w {
		if n, err = b.pass(w); err != nil {
			return n, err
		}
	}
	var rest int64
	if from, ok := b.rd.(io.WriterTo); ok {
		rest, err = from.WriteTo(w)
		return n + rest, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		rest, err = to.ReadFrom(b.rd)
		return n + rest, err
	}
	if b.w-b.r < len(b.buf) { // a writer may have taken less than all without an error
		b.fill()
	}
	for b.r < b.w {
		rest, err = b.pass(w)
		n += rest
		if err != nil {
			return n, err
		}
		b.fill()
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.readErr()
}

// pass writes what is there.
func (b *Reader) pass(w io.Writer) (int64, error) {
	n, err := w.Write(b.buf[b.r:b.w])
	if n < 0 {
		panic(errNegativeWrite)
	}
	b.r += n
	return int64(n), err
}

// A Writer keeps buf[:n] until it is full or flushed.
type Writer struct {
	err error
	buf []byte
	n   int
	wr  io.Writer
}

func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, defaultSize) }

func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && len(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = defaultSize
	}
	return &Writer{buf: make([]byte, size), wr: w}
}

func (b *Writer) Size() int      { return len(b.buf) }
func (b *Writer) Available() int { return len(b.buf) - b.n }
func (b *Writer) Buffered() int  { return b.n }

func (b *Writer) AvailableBuffer() []byte { return b.buf[b.n:][:0] }

func (b *Writer) Reset(w io.Writer) {
	if w == b {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	b.err, b.n, b.wr = nil, 0, w
}

func (b *Writer) Flush() error {
	if b.err != nil || b.n == 0 {
		return b.err
	}
	n, err := b.wr.Write(b.buf[:b.n])
	if n < b.n && err == nil {
		err = io.ErrShortWrite
	}
	if err != nil {
		if n > 0 && n < b.n {
			copy(b.buf, b.buf[n:b.n])
		}
		b.n -= n
		b.err = err
		return err
	}
	b.n = 0
	return nil
}

func (b *Writer) Write(p []byte) (nn int, err error) {
	for len(p) > b.Available() && b.err == nil {
		n := 0
		if b.n == 0 {
			n, b.err = b.wr.Write(p)
		} else {
			n = copy(b.buf[b.n:], p)
			b.n += n
			b.Flush()
		}
		nn += n
		p = p[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], p)
	b.n += n
	return nn + n, nil
}

func (b *Writer) WriteString(s string) (int, error) {
	written := 0
	for len(s) > b.Available() && b.err == nil {
		n := 0
		if below, ok := b.wr.(io.StringWriter); ok && b.n == 0 {
			n, b.err = below.WriteString(s)
		} else {
			n = copy(b.buf[b.n:], s)
			b.n += n
			b.Flush()
		}
		written += n
		s = s[n:]
	}
	if b.err != nil {
		return written, b.err
	}
	n := copy(b.buf[b.n:], s)
	b.n += n
	return written + n, nil
}

func (b *Writer) WriteByte(c byte) error {
	if b.err != nil {
		return b.err
	}
	if b.Available() <= 0 && b.Flush() != nil {
		return b.err
	}
	b.buf[b.n] = c
	b.n++
	return nil
}

// WriteRune flushes first where the longest rune would not fit.
func (b *Writer) WriteRune(r rune) (size int, err error) {
	if 0 <= r && r < utf8.RuneSelf {
		if err = b.WriteByte(byte(r)); err != nil {
			return 0, err
		}
		return 1, nil
	}
	if b.err == nil && b.Available() < utf8.UTFMax {
		b.Flush()
	}
	if b.err != nil {
		return 0, b.err
	}
	return b.WriteString(string(r))
}

func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	below, direct := b.wr.(io.ReaderFrom)
	for {
		if b.Available() == 0 && b.Flush() != nil {
			return n, b.err
		}
		if direct && b.n == 0 {
			rest, err := below.ReadFrom(r)
			b.err = err
			return n + rest, err
		}
		m := 0
		for tries := 0; m == 0 && err == nil; tries++ {
			if tries == maxEmpty {
				return n, io.ErrNoProgress
			}
			m, err = r.Read(b.buf[b.n:])
		}
		b.n += m
		n += int64(m)
		if err == io.EOF {
			if b.Available() == 0 {
				return n, b.Flush()
			}
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

type ReadWriter struct {
	*Reader
	*Writer
}

func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }

// blank reports whether r separates words.
func blank(r rune) bool { return strings.ContainsRune(" \t\n\v\f\r\u0085\u00a0\u2028\u2029", r) }
