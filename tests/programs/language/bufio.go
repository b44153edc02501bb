//go:build go1.26

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type slow struct{ s string }

func (s *slow) Read(p []byte) (int, error) {
	if s.s == "" {
		return 0, io.EOF
	}
	p[0] = s.s[0]
	s.s = s.s[1:]
	return 1, nil
}

type failing struct{}

func (failing) Write(p []byte) (int, error) { return 0, errors.New("disk full") }

func main() {
	sc := bufio.NewScanner(strings.NewReader("line one\nline two\r\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(&slow{"the quick  brown\tfox\n"})
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Bytes())
	}
	fmt.Println()
	sc = bufio.NewScanner(strings.NewReader("aé世"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Print(sc.Text(), "|")
	}
	fmt.Println()
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(make([]byte, 10), 20)
	fmt.Println(sc.Scan(), sc.Err())
	r := bufio.NewReader(&slow{"abc\ndef"})
	fmt.Println(r.ReadString('\n'))
	b, err := r.Peek(2)
	fmt.Println(string(b), err)
	c, _ := r.ReadByte()
	r.UnreadByte()
	fmt.Println(string(rune(c)), r.Buffered())
	fmt.Println(r.ReadString('\n'))
	fmt.Println(r.ReadByte())
	ru, n, err := bufio.NewReader(strings.NewReader("世")).ReadRune()
	fmt.Println(ru, n, err)
	line, pre, err := bufio.NewReaderSize(strings.NewReader("aaaaaaaaaaaaaaaaaaaaaa\nb"), 16).ReadLine()
	fmt.Println(string(line), pre, err)
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "buffered %d\n", w.Available() > 0)
	w.WriteString("s")
	w.WriteByte('\n')
	w.WriteRune('é')
	fmt.Println(w.Buffered())
	w.Flush()
	fmt.Println()
	fw := bufio.NewWriterSize(failing{}, 16)
	n, err = fw.WriteString("0123456789012345678")
	fmt.Println(n, err, fw.Flush())
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	fmt.Fprintf(&buf, "%d", 5)
	p := make([]byte, 5)
	buf.Read(p)
	fmt.Println(string(p), buf.String(), buf.Len(), string(buf.Next(2)), buf.Len())
	s, err := buf.ReadString('z')
	fmt.Println(s, err)
	_, err = buf.ReadByte()
	fmt.Println(err)
	buf.Reset()
	buf.WriteString("trunc")
	buf.Truncate(2)
	fmt.Println(buf.String(), bytes.Equal(buf.Bytes(), []byte("tr")), bytes.Contains([]byte("abc"), []byte("b")))
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "through pipe"); pw.CloseWithError(errors.New("closed early")) }()
	data, err := io.ReadAll(pr)
	fmt.Println(string(data), err)
	lr := io.LimitReader(strings.NewReader("abcdef"), 3)
	data, _ = io.ReadAll(lr)
	fmt.Println(string(data))
	var out1, out2 bytes.Buffer
	n64, err := io.Copy(io.MultiWriter(&out1, &out2), io.TeeReader(io.MultiReader(strings.NewReader("a"), strings.NewReader("b")), os.Stdout))
	fmt.Println(n64, err, out1.String(), out2.String())
	full := make([]byte, 4)
	n, err = io.ReadFull(strings.NewReader("ab"), full)
	fmt.Println(n, err)
	n, err = io.ReadFull(strings.NewReader(""), full)
	fmt.Println(n, err)
	n, err = io.ReadAtLeast(strings.NewReader("abcd"), full, 2)
	fmt.Println(n, err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	data, _ = io.ReadAll(sr)
	fmt.Println(string(data))
	n64, err = io.CopyN(io.Discard, strings.NewReader("abc"), 5)
	fmt.Println(n64, err)
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(os.Stdout))
	x, _ := rw.ReadString(0)
	rw.WriteString(x + "\n")
	rw.Flush()
	seek := strings.NewReader("0123456789")
	seek.Seek(-3, io.SeekEnd)
	data, _ = io.ReadAll(seek)
	fmt.Println(string(data))
	_, err = seek.Seek(-1, io.SeekStart)
	fmt.Println(err)
	io.WriteString(os.Stdout, "done\n")
	fmt.Println(bytes.Fields([]byte(" a b ")), string(bytes.ToUpper([]byte("x"))), bytes.Split([]byte("a,b"), []byte(",")))
	var a int
	var str string
	var f float64
	k, err := fmt.Sscanf("5 abc 2.5", "%d %s %g", &a, &str, &f)
	fmt.Println(k, err, a, str, f)
	k, err = fmt.Sscan("7 x", &a, &str)
	fmt.Println(k, err, a, str)
}

// Outcomes:
//	exit 0 "\"line one\" \"line two\" \"\" \"last\" <nil>\n\"the\" \"quick\" \"brown\" \"fox\" \na|é|世|\nfalse bufio.Scanner: token too long\nabc\n <nil>\nde <nil>\nd 2\ndef EOF\n0 EOF\n19990 3 <nil>\naaaaaaaaaaaaaaaa true <nil>\n28\nbuffered %!d(bool=true)\ns\né\n16 disk full disk full\nhello  world5 7  w 5\norld5 EOF\nEOF\ntr true true\nthrough pipe closed early\nabc\nab2 <nil> ab ab\n2 unexpected EOF\n0 EOF\n4 <nil>\n23456\n3 EOF\nin\n789\nstrings.Reader.Seek: negative position\ndone\n[[97] [98]] X [[97] [98]]\n3 <nil> 5 abc 2.5\n2 <nil> 7 x\n"
