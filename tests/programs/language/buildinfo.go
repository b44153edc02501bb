//go:build go1.26

// Harness: no-go real-go calls the file main.go

package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"unicode"
	"unicode/utf8"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], " ", line, ok)
}

func main() {
	fmt.Println(where(), runtime.GOOS, runtime.GOARCH, runtime.NumGoroutine(), len(os.Args), os.Getenv("CHANCHECK_NO_SUCH"), runtime.Compiler)
	_, ok := os.LookupEnv("CHANCHECK_NO_SUCH")
	fmt.Println(ok)
	runtime.Gosched()
	runtime.GC()
	for _, r := range "aA1 \t世é!" {
		fmt.Print(unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsSpace(r), unicode.IsPunct(r), " ")
	}
	fmt.Println(string(unicode.ToUpper('é')), unicode.Is(unicode.Han, '世'), unicode.In('x', unicode.Latin))
	fmt.Println(utf8.RuneLen('世'), utf8.ValidString("a\xff"), utf8.FullRune([]byte{0xe4}), utf8.AppendRune(nil, 'é'))
	r, n := utf8.DecodeRuneInString("\xff")
	r2, n2 := utf8.DecodeLastRuneInString("a世")
	fmt.Println(r, n, r2, n2)
	fmt.Fprintln(os.Stderr, "to stderr")
	os.Stdout.WriteString("direct\n")
	os.Stdout.Write([]byte("bytes\n"))
	print("x", 1, "\n")
}

// Outcomes:
//	exit 0 "buildinfo.go 22 true linux amd64 1 1  gc\nfalse\ntrue false false false false true true false false false false false true false false false false false true false false false false true false true false false false false true false false false false false false false false true É true true\n3 false false [195 169]\n65533 1 19990 3\ndirect\nbytes\n"
