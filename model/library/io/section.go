package io

import "errors"

var (
	errWhence = errors.New("Seek: invalid whence")
	errOffset = errors.New("Seek: invalid offset")
)

// SectionReader reads a part of a ReaderAt.
type SectionReader struct {
	r                ReaderAt
	base, off, limit int64
	n                int64
}

func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	end := off + n
	if n < 0 || end < off {
		end = 1<<63 - 1
	}
	return &SectionReader{r, off, off, end, n}
}

func (s *SectionReader) Size() int64 { return s.limit - s.base }

func (s *SectionReader) Read(p []byte) (int, error) {
	room := s.limit - s.off
	if room <= 0 {
		return 0, EOF
	}
	n, err := s.r.ReadAt(p[:min(int64(len(p)), room)], s.off)
	s.off += int64(n)
	return n, err
}

func (s *SectionReader) ReadAt(p []byte, off int64) (int, error) {
	room := s.Size() - off
	if off < 0 || room <= 0 {
		return 0, EOF
	}
	isCut := room < int64(len(p))
	if isCut {
		p = p[:room]
	}
	n, err := s.r.ReadAt(p, s.base+off)
	if isCut && err == nil {
		err = EOF
	}
	return n, err
}

// from is where an offset counts from; errWhence: no such place.
func from(whence int, places ...int64) (int64, error) {
	if whence < 0 || whence >= len(places) {
		return 0, errWhence
	}
	return places[whence], nil
}

func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	at, err := from(whence, s.base, s.off, s.limit)
	if err != nil {
		return 0, err
	}
	if at+offset < s.base {
		return 0, errOffset
	}
	s.off = at + offset
	return s.off - s.base, nil
}

// Outer gives what NewSectionReader was given.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.n }

// OffsetWriter writes to a part of a WriterAt.
type OffsetWriter struct {
	w         WriterAt
	base, off int64
}

func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.off)
	o.off += int64(n)
	return
}

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, off+o.base)
}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	at, err := from(whence, o.base, o.off)
	if err != nil {
		return 0, err
	}
	if at+offset < o.base {
		return 0, errOffset
	}
	o.off = at + offset
	return o.off - o.base, nil
}
