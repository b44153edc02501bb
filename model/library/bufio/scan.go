package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

const MaxScanTokenSize = 64 * 1024

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
	ErrFinalToken      = errors.New("final token")
)

// A SplitFunc finds the first token of data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

type Scanner struct {
	r        io.Reader
	split    SplitFunc
	max      int
	token    []byte
	buf      []byte // buf[from:to] was read and is not consumed
	from, to int
	err      error
	empties  int
	scanning bool
	done     bool
}

func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, max: MaxScanTokenSize}
}

func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

func (s *Scanner) Bytes() []byte { return s.token }
func (s *Scanner) Text() string  { return string(s.token) }

func (s *Scanner) Buffer(buf []byte, max int) {
	if s.scanning {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.max = max
}

func (s *Scanner) Split(split SplitFunc) {
	if s.scanning {
		panic("Split called after Scan")
	}
	s.split = split
}

func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.scanning = true
	for {
		if s.from < s.to || s.err != nil {
			data := s.buf[s.from:s.to]
			advance, token, err := s.split(data, s.err != nil)
			if err != nil {
				if err == ErrFinalToken {
					s.token = token
					s.done = true
					return token != nil
				}
				return s.stop(err)
			}
			if advance < 0 {
				return s.stop(ErrNegativeAdvance)
			}
			if advance > len(data) {
				return s.stop(ErrAdvanceTooFar)
			}
			s.from += advance
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > maxEmpty {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.from, s.to = 0, 0
			return false
		}
		if !s.makeRoom() {
			return s.stop(ErrTooLong)
		}
		s.read()
	}
}

func (s *Scanner) stop(err error) bool {
	s.fail(err)
	return false
}

// makeRoom leaves a place to read to behind what there is: the front of the buffer, or a buffer of twice the size.
func (s *Scanner) makeRoom() bool {
	size := len(s.buf)
	full := s.to == size
	if s.from > 0 && (full || s.from > size/2) {
		copy(s.buf, s.buf[s.from:s.to])
		s.from, s.to = 0, s.to-s.from
		full = s.to == size
	}
	if !full {
		return true
	}
	if size >= s.max {
		return false
	}
	bigger := 2 * size
	if size == 0 {
		bigger = defaultSize
	}
	buf := make([]byte, min(bigger, s.max))
	copy(buf, s.buf[s.from:s.to])
	s.buf, s.from, s.to = buf, 0, s.to-s.from
	return true
}

func (s *Scanner) read() {
	for tries := 0; tries <= maxEmpty; tries++ {
		into := s.buf[s.to:]
		n, err := s.r.Read(into)
		if n < 0 || n > len(into) {
			n, err = 0, ErrBadReadCount
		}
		s.to += n
		if err != nil {
			s.fail(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
	}
	s.fail(io.ErrNoProgress)
}

func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte("\uFFFD"), nil
	}
	return size, data[:size], nil
}

func dropCR(data []byte) []byte {
	if len(data) > 0 && data[len(data)-1] == '\r' {
		return data[:len(data)-1]
	}
	return data
}

func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, dropCR(data[:i]), nil
	}
	if atEOF {
		return len(data), dropCR(data), nil
	}
	return 0, nil, nil
}

func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !blank(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if blank(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
