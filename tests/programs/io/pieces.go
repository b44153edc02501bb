// In which pieces what is between a reader and a writer asks for bytes and passes them on: a program sees it in its own Read and Write.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A source gives `each` bytes a time, and says what it was asked for.
type source struct {
	left, each int
	fails      error
	last       int
	asked      []int
}

func (s *source) Read(p []byte) (int, error) {
	if len(s.asked) < 12 || s.left == 0 {
		s.asked = append(s.asked, len(p))
	}
	if s.left == 0 {
		if s.fails != nil {
			return 0, s.fails
		}
		return 0, io.EOF
	}
	n := min(len(p), s.each, s.left)
	s.left -= n
	for i := range n {
		s.last++
		p[i] = 'a' + byte(s.last%26)
		if s.last%7 == 0 {
			p[i] = '\n'
		}
	}
	return n, nil
}

func (s *source) String() string { return fmt.Sprintf("%d left, asked %v", s.left, s.asked) }

// A sink takes at most `each` bytes in all if that is not 0.
type sink struct {
	each int
	got  []int
	text string
}

func (s *sink) Write(p []byte) (int, error) {
	s.got = append(s.got, len(p))
	if s.each > 0 && len(p) > s.each {
		return s.each, errors.New("no room")
	}
	return len(p), nil
}

func (s *sink) String() string { return fmt.Sprintf("got %v%s", s.got, s.text) }

// A stringSink also takes strings; a drain also reads for itself.
type stringSink struct{ sink }

func (s *stringSink) WriteString(t string) (int, error) {
	s.text += fmt.Sprintf(" string %d", len(t))
	return len(t), nil
}

type drain struct{ sink }

func (d *drain) ReadFrom(r io.Reader) (int64, error) {
	var sum int64
	buf := make([]byte, 33)
	for {
		n, err := r.Read(buf)
		sum += int64(n)
		if err != nil {
			d.text += fmt.Sprintf(" drained %d", sum)
			return sum, nil
		}
	}
}

// A gusher writes for itself.
type gusher struct{ source }

func (g *gusher) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(make([]byte, 1000))
	return int64(n), err
}

func copies() {
	s, w := &source{left: 70000, each: 1 << 20}, &sink{}
	n, err := io.Copy(w, s)
	fmt.Println("copy", n, err, s, w)
	s, w = &source{left: 100, each: 30}, &sink{}
	n, err = io.CopyN(w, s, 64)
	fmt.Println("copy 64", n, err, s, w)
	s, w = &source{left: 100, each: 30}, &sink{each: 20}
	n, err = io.CopyBuffer(w, s, make([]byte, 25))
	fmt.Println("copy to little room", n, err, s, w)
	s = &source{left: 20000, each: 1 << 20}
	n, err = io.Copy(io.Discard, s)
	fmt.Println("discard", n, err, s)
	s = &source{left: 20, each: 3, fails: io.ErrUnexpectedEOF}
	n, err = io.Copy(io.Discard, s)
	fmt.Println("discard", n, err, s)
}

func readAll() {
	for _, size := range []int{0, 100, 480, 481, 512, 3000} {
		for _, each := range []int{1 << 20, 90} {
			s := &source{left: size, each: each}
			all, err := io.ReadAll(s)
			fmt.Println("all", len(all), err, s.left, s.asked[0]) // the rest is another in 1.25
		}
	}
	all, err := io.ReadAll(&source{left: 700, each: 300, fails: io.ErrClosedPipe})
	fmt.Println("all", len(all), err)
}

func buffers() {
	for _, each := range []int{1 << 20, 100} {
		var b bytes.Buffer
		s := &source{left: 1500, each: each}
		n, err := b.ReadFrom(s)
		fmt.Println("buffer", n, err, b.Len(), b.Cap(), s)
		b.Next(1400)
		s = &source{left: 600, each: each}
		b.ReadFrom(s)
		fmt.Println("buffer", b.Len(), b.Cap(), s)
	}
	var b bytes.Buffer
	b.WriteString("hello")
	fmt.Println("buffer", b.Len(), b.Cap(), b.Available())
	hello := b.Bytes()
	b.Next(5)
	b.WriteString("there")
	fmt.Println("buffer", string(hello), b.String(), b.Available())
	b.Reset()
	b.WriteByte('J')
	fmt.Println("buffer", string(hello), b.String())
	b.Grow(50)
	fmt.Println("buffer", b.Cap(), b.Available())
	b.Grow(100)
	fmt.Println("buffer", b.Cap(), b.Available())
	b.WriteRune('é')
	b.WriteRune(-1)
	fmt.Printf("buffer %q\n", b.String())
	old := b.Bytes()
	b.Next(4)
	b.Write(make([]byte, b.Available()+1))
	fmt.Println("buffer", len(old), b.Len(), b.Cap())
}

func readers() {
	s := &source{left: 9000, each: 1 << 20}
	r := bufio.NewReader(s)
	p := make([]byte, 10)
	fmt.Println(r.Read(p))
	big := make([]byte, 5000)
	fmt.Println(r.Read(big)) // the rest of the buffer
	fmt.Println(r.Read(big)) // past the buffer
	fmt.Println(r.Read(big))
	fmt.Println(r.UnreadByte(), r.Buffered(), r.Size(), s)

	s = &source{left: 100, each: 5}
	r = bufio.NewReaderSize(s, 16)
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v %v\n", line, err, s)
	fmt.Println(r.Discard(20))
	head, err := r.Peek(16)
	fmt.Printf("%q %v %v\n", head, err, s)
	w := &sink{}
	n, err := r.WriteTo(w)
	fmt.Println("to", n, err, s, w)

	d := &drain{}
	s = &source{left: 100, each: 40}
	r = bufio.NewReader(s)
	r.Peek(1)
	n, err = io.Copy(d, r)
	fmt.Println("to", n, err, s, d)
	w = &sink{}
	n, err = bufio.NewReader(&gusher{}).WriteTo(w)
	fmt.Println("to", n, err, w)
	w = &sink{each: 10}
	r = bufio.NewReader(&source{left: 100, each: 40})
	n, err = r.WriteTo(w)
	fmt.Println("to", n, err, w, r.Buffered())
	same := bufio.NewReader(r)
	same.Reset(same)
	fmt.Println("same", same == r, r.Buffered())
}

func writers() {
	w := &sink{}
	b := bufio.NewWriter(w)
	b.Write(make([]byte, 4000))
	b.Write(make([]byte, 200))
	b.Write(make([]byte, 9000))
	fmt.Println("write", b.Buffered(), w)
	b.Flush()
	b.Write(make([]byte, 9000))
	b.WriteString(strings.Repeat("x", 9000))
	fmt.Println("write", b.Buffered(), b.Available(), w)

	t := &stringSink{}
	b = bufio.NewWriterSize(t, 16)
	b.WriteString("1234567890")
	b.WriteString("12345678901234567890123")
	b.Flush()
	b.WriteString("12345678901234567890123")
	fmt.Println("string", b.Buffered(), t)

	w = &sink{}
	b = bufio.NewWriterSize(w, 8)
	b.WriteString("12345")
	b.WriteRune('a')
	n, err := b.WriteRune('é')
	fmt.Println("rune", n, err, b.Buffered(), w)
	b = bufio.NewWriterSize(w, 3)
	n, err = b.WriteRune(-1)
	fmt.Println("rune", n, err, b.Buffered(), w)

	w = &sink{}
	b = bufio.NewWriterSize(w, 64)
	s := &source{left: 150, each: 50}
	b.WriteString("head")
	m, err := b.ReadFrom(s)
	fmt.Println("from", m, err, b.Buffered(), s, w)
	d := &drain{}
	b = bufio.NewWriterSize(d, 64)
	s = &source{left: 150, each: 50}
	b.WriteString("head")
	m, err = b.ReadFrom(s)
	fmt.Println("from", m, err, b.Buffered(), s, d)
	s = &source{left: 1, each: 0}
	m, err = bufio.NewWriter(w).ReadFrom(s)
	fmt.Println("from", m, err, s)

	w = &sink{each: 10}
	b = bufio.NewWriterSize(w, 16)
	b.WriteString("123456789012")
	fmt.Println("flush", b.Flush(), b.Buffered(), w)
	_, err = b.WriteString("more")
	fmt.Println("flush", err, b.Flush())
	b.Reset(&sink{})
	same := bufio.NewWriterSize(b, 4)
	same.WriteString("abc")
	same.Reset(same)
	fmt.Println("same", same == b, b.Buffered())
}

func scanners() {
	s := &source{left: 9000, each: 1 << 20}
	c := bufio.NewScanner(s)
	count := 0
	for c.Scan() {
		count++
	}
	fmt.Println("scan", count, c.Err(), s)

	s = &source{left: 60, each: 9}
	c = bufio.NewScanner(s)
	c.Buffer(make([]byte, 16), 100)
	var kept [][]byte
	for c.Scan() {
		kept = append(kept, c.Bytes()) // the scanner's own bytes
	}
	fmt.Printf("scan %q %v\n", kept, s)

	c = bufio.NewScanner(strings.NewReader(strings.Repeat("y", 50) + "\nrest"))
	c.Buffer(nil, 20)
	fmt.Println("scan", c.Scan(), c.Err(), c.Scan())
	c = bufio.NewScanner(strings.NewReader("ab"))
	c.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if atEOF {
			return 0, data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	})
	fmt.Println("scan", c.Scan(), c.Text(), c.Scan(), c.Err())
	c = bufio.NewScanner(strings.NewReader("ab"))
	c.Split(func([]byte, bool) (int, []byte, error) { return 3, nil, nil })
	fmt.Println("scan", c.Scan(), c.Err())
	c = bufio.NewScanner(&source{left: 1, each: 0})
	fmt.Println("scan", c.Scan(), c.Err())
}

func main() {
	copies()
	readAll()
	buffers()
	readers()
	writers()
	scanners()
}

// Outcomes:
//	exit 0 "copy 70000 <nil> 0 left, asked [32768 32768 32768 32768] got [32768 32768 4464]\ncopy 64 64 <nil> 36 left, asked [64 34 4] got [30 30 4]\ncopy to little room 20 no room 75 left, asked [25] got [25]\ndiscard 20000 <nil> 0 left, asked [8192 8192 8192 8192]\ndiscard 20 unexpected EOF 0 left, asked [8192 8192 8192 8192 8192 8192 8192 8192]\nall 0 <nil> 0 512\nall 0 <nil> 0 512\nall 100 <nil> 0 512\nall 100 <nil> 0 512\nall 480 <nil> 0 512\nall 480 <nil> 0 512\nall 481 <nil> 0 512\nall 481 <nil> 0 512\nall 512 <nil> 0 512\nall 512 <nil> 0 512\nall 3000 <nil> 0 512\nall 3000 <nil> 0 512\nall 700 io: read/write on closed pipe\nbuffer 1500 <nil> 1500 2048 0 left, asked [512 512 1024 548]\nbuffer 700 2688 0 left, asked [548 2040 1988]\nbuffer 1500 <nil> 1500 2048 0 left, asked [512 924 824 724 624 524 1448 1348 1248 1148 1048 948 548]\nbuffer 700 2048 0 left, asked [548 1848 1748 1648 1548 1448 1348]\nbuffer 5 64 59\nbuffer hello there 54\nbuffer Jello J\nbuffer 64 63\nbuffer 128 127\nbuffer \"Jé�\"\nbuffer 6 125 256\n10 <nil>\n4086 <nil>\n4904 <nil>\n0 EOF\n<nil> 1 4096 0 left, asked [4096 5000 5000]\n\"bcdefg\\n\" <nil> 90 left, asked [16 11]\n20 <nil>\n\"\\ndefghi\\nklmnop\\nr\" <nil> 57 left, asked [16 11 16 16 16 16 13 8 3]\nto 73 <nil> 0 left, asked [16 11 16 16 16 16 13 8 3 16 16 16 16] got [16 5 5 5 5 5 5 5 5 5 5 5 2]\nto 100 <nil> 0 left, asked [4096 33 33 33] got [40] drained 60\nto 1000 <nil> got [1000]\nto 10 no room got [40] 30\nsame true 30\nwrite 0 got [4096 4096 5008]\nwrite 808 3288 got [4096 4096 5008 9000 4096 4096]\nstring 0 got [16] string 17 string 23\nrune 2 <nil> 2 got [6]\nrune 3 <nil> 3 got [6]\nfrom 150 <nil> 26 0 left, asked [60 10 64 14 64 38] got [64 64]\nfrom 150 <nil> 0 0 left, asked [60 10 33 33 33 33] got [64] drained 90\nfrom 0 multiple Read calls return no data or error 1 left, asked [4096 4096 4096 4096 4096 4096 4096 4096 4096 4096 4096 4096]\nflush no room 2 got [12]\nflush no room no room\nsame true 3\nscan 1286 <nil> 0 left, asked [4096 4095 4095 3286]\nscan [\"fghivw\" \"yzabcd\" \"fghivw\" \"yzabcd\" \"fghivw\" \"yzabcd\" \"fghivw\" \"yzabcd\" \"fghi\"] 0 left, asked [16 7 14 5 14 5 14 5 14 12]\nscan false bufio.Scanner: token too long true\nscan true ab false <nil>\nscan false bufio.Scanner: SplitFunc returns advance count beyond input\nscan false multiple Read calls return no data or error\n"
