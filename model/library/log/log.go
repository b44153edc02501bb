// Package log: one line a call, to standard error unless told otherwise, under the logger's lock. The date is the clock's;
// with an unknown clock (--time any) it is the clock's start.
package log

import (
	"fmt"
	"internal/machine"
	"io"
	"os"
	"sync"
	"time"
)

const (
	Ldate = 1 << iota
	Ltime
	Lmicroseconds
	Llongfile
	Lshortfile
	LUTC
	Lmsgprefix
	LstdFlags = Ldate | Ltime
)

type Logger struct {
	mu     sync.Mutex
	prefix string
	flag   int
	out    io.Writer
}

func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}

var std = New(os.Stderr, "", LstdFlags)

func Default() *Logger { return std }

// header is of a line that a caller `calldepth` above the caller of this asked for.
func (l *Logger) header(calldepth int) []byte {
	var b []byte
	if l.flag&Lmsgprefix == 0 {
		b = append(b, l.prefix...)
	}
	if l.flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		t := time.Unix(1257894000, 0).UTC()
		if l.flag&Ldate != 0 {
			b = t.AppendFormat(b, "2006/01/02 ")
		}
		if l.flag&Lmicroseconds != 0 {
			b = t.AppendFormat(b, "15:04:05.000000 ")
		} else if l.flag&Ltime != 0 {
			b = t.AppendFormat(b, "15:04:05 ")
		}
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		file, line, function := machine.Caller(calldepth)
		if function == "" {
			file, line = "???", 0
		}
		if l.flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i-1] == '/' {
					file = file[i:]
					break
				}
			}
		}
		b = fmt.Appendf(b, "%s:%d: ", file, line)
	}
	if l.flag&Lmsgprefix != 0 {
		b = append(b, l.prefix...)
	}
	return b
}

// Output writes one line. The standard streams take it in one piece anyway, so only other writers need the lock.
func (l *Logger) Output(calldepth int, s string) error {
	line := append(l.header(calldepth), s...)
	if len(s) == 0 || s[len(s)-1] != '\n' {
		line = append(line, '\n')
	}
	if f, ok := l.out.(*os.File); ok {
		_, err := f.Write(line)
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.out.Write(line)
	return err
}

func (l *Logger) Print(v ...any)                 { l.Output(2, fmt.Sprint(v...)) }
func (l *Logger) Printf(format string, v ...any) { l.Output(2, fmt.Sprintf(format, v...)) }
func (l *Logger) Println(v ...any)               { l.Output(2, fmt.Sprintln(v...)) }

func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

func (l *Logger) Flags() int              { return l.flag }
func (l *Logger) SetFlags(flag int)       { l.flag = flag }
func (l *Logger) Prefix() string          { return l.prefix }
func (l *Logger) SetPrefix(prefix string) { l.prefix = prefix }
func (l *Logger) Writer() io.Writer       { return l.out }
func (l *Logger) SetOutput(w io.Writer)   { l.out = w }

func Print(v ...any)                 { std.Output(2, fmt.Sprint(v...)) }
func Printf(format string, v ...any) { std.Output(2, fmt.Sprintf(format, v...)) }
func Println(v ...any)               { std.Output(2, fmt.Sprintln(v...)) }
func Fatal(v ...any)                 { std.Fatal(v...) }
func Fatalf(format string, v ...any) { std.Fatalf(format, v...) }
func Fatalln(v ...any)               { std.Fatalln(v...) }
func Panic(v ...any)                 { std.Panic(v...) }
func Panicf(format string, v ...any) { std.Panicf(format, v...) }
func Panicln(v ...any)               { std.Panicln(v...) }
func Flags() int                     { return std.flag }
func SetFlags(flag int)              { std.flag = flag }
func Prefix() string                 { return std.prefix }
func SetPrefix(prefix string)        { std.prefix = prefix }
func Writer() io.Writer              { return std.out }
func SetOutput(w io.Writer)          { std.out = w }

func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }
