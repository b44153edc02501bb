// Readers one after the other, writers beside each other, and parts of what can be addressed.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A counted writer fails at its limit, and tells how it was called.
type counted struct {
	limit int
	calls []string
}

func (c *counted) Write(p []byte) (int, error) {
	c.calls = append(c.calls, "bytes "+string(p))
	if c.limit--; c.limit < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

type texts struct{ counted }

func (t *texts) WriteString(s string) (int, error) {
	t.calls = append(t.calls, "text "+s)
	return len(s) - 1, nil
}

type broken struct{}

func (broken) Read(p []byte) (int, error) { return copy(p, "?"), errors.New("broken") }

type at []byte

func (a at) WriteAt(p []byte, off int64) (int, error) { return copy(a[off:], p), nil }

func main() {
	r := io.MultiReader(strings.NewReader("ab"), io.MultiReader(strings.NewReader("cd"), bytes.NewReader([]byte("e"))), strings.NewReader(""))
	_, ok := r.(io.WriterTo)
	var b strings.Builder
	n, err := io.Copy(&b, r)
	fmt.Println(ok, n, err, b.String())
	fmt.Println(r.Read(make([]byte, 4)))

	b.Reset()
	r = io.MultiReader(strings.NewReader("x"), broken{}, strings.NewReader("y"))
	fmt.Println(io.Copy(&b, r))
	fmt.Println(io.Copy(&b, r))
	fmt.Println(b.String())
	r = io.MultiReader(strings.NewReader("one"), strings.NewReader("two"))
	w := &counted{limit: 1}
	fmt.Println(io.Copy(w, r))
	fmt.Println(io.Copy(&counted{limit: 9}, r))
	fmt.Println(w.calls)

	first, second := &counted{limit: 2}, &texts{}
	m := io.MultiWriter(io.MultiWriter(first), second)
	fmt.Println(io.WriteString(m, "hello"))
	fmt.Println(m.Write([]byte("bytes")))
	fmt.Println(m.Write(nil))
	fmt.Println(first.calls, second.calls)

	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	_, off, size := s.Outer()
	all, err := io.ReadAll(s)
	fmt.Println(off, size, s.Size(), string(all), err)
	fmt.Println(s.Seek(-1, io.SeekEnd))
	fmt.Println(s.Seek(-9, io.SeekCurrent))
	fmt.Println(s.Seek(0, 7))

	a := at("..........")
	o := io.NewOffsetWriter(a, 3)
	fmt.Println(o.Write([]byte("ab")))
	fmt.Println(o.WriteAt([]byte("z"), 5))
	fmt.Println(o.WriteAt([]byte("z"), -1))
	fmt.Println(o.Seek(1, io.SeekCurrent))
	fmt.Println(o.Seek(1, io.SeekEnd))
	fmt.Println(o.Write([]byte("c")))
	fmt.Println(string(a))
}

// Outcomes:
//	exit 0 "true 5 <nil> abcde\n0 EOF\n2 broken\n1 broken\nx??\n3 full\n3 <nil>\n[bytes one bytes two]\n4 short write\n0 full\n0 full\n[bytes hello bytes bytes bytes ] [text hello bytes bytes]\n2 5 5 23456 <nil>\n4 <nil>\n0 Seek: invalid offset\n0 Seek: invalid whence\n2 <nil>\n1 <nil>\n0 Seek: invalid offset\n3 <nil>\n0 Seek: invalid whence\n1 <nil>\n...ab.c.z.\n"
