// io.Copy to and from a file finds its ReadFrom and WriteTo.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

type slow struct{ r io.Reader }

func (s slow) Read(p []byte) (int, error) { fmt.Print(len(p), " "); return s.r.Read(p) }

func main() {
	fmt.Println(io.Copy(os.Stdout, slow{strings.NewReader("hello\n")}))
	w := bufio.NewWriter(os.Stdout)
	fmt.Println(w.ReadFrom(slow{strings.NewReader("hello\n")}))
	w.Flush()
	var f *os.File
	fmt.Println(f.ReadFrom(slow{strings.NewReader("hello\n")}))
	fmt.Println(io.Copy(f, slow{strings.NewReader("hello\n")}))
	_, ok := any(os.Stdin).(io.WriterTo)
	fmt.Println(ok)
}

// Outcomes:
//	exit 0 "32768 hello\n32768 6 <nil>\n32768 hello\n32768 6 <nil>\n0 invalid argument\n0 invalid argument\ntrue\n"
