// Package log: one line a call, to standard error unless told otherwise, under the logger's lock. The date is the clock's;
// with an unknown clock (--time any) it is the clock's start.
package log

import (
	"fmt"
	"internal/machine"
	"io"
	"log/internal"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
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

// A Logger's lock and atomics are those of Go's source: a line may come with the prefix that another has just set, and a
// writer that asks for the logger's writer waits for itself.
type Logger struct {
	outMu     sync.Mutex
	out       io.Writer
	prefix    atomic.Pointer[string] // nil: ""
	flag      int32
	isDiscard int32
}

// New needs no lock: nobody else has the logger.
func New(out io.Writer, prefix string, flag int) *Logger {
	l := &Logger{out: out, flag: int32(flag), isDiscard: discards(out)}
	if prefix != "" {
		l.prefix.Store(&prefix)
	}
	return l
}

func discards(w io.Writer) int32 {
	if w == io.Discard {
		return 1
	}
	return 0
}

var std = New(os.Stderr, "", LstdFlags)

func Default() *Logger { return std }

func init() {
	internal.DefaultOutput = func(pc uintptr, data []byte) error {
		return std.write(func() (string, int) {
			f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
			return f.File, f.Line
		}, text(string(data)))
	}
}

func header(prefix string, flag int, file string, line int) []byte {
	var b []byte
	if flag&Lmsgprefix == 0 {
		b = append(b, prefix...)
	}
	if flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		t := time.Unix(1257894000, 0).UTC()
		if flag&Ldate != 0 {
			b = t.AppendFormat(b, "2006/01/02 ")
		}
		if flag&Lmicroseconds != 0 {
			b = t.AppendFormat(b, "15:04:05.000000 ")
		} else if flag&Ltime != 0 {
			b = t.AppendFormat(b, "15:04:05 ")
		}
	}
	if flag&(Lshortfile|Llongfile) != 0 {
		if flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i-1] == '/' {
					file = file[i:]
					break
				}
			}
		}
		b = fmt.Appendf(b, "%s:%d: ", file, line)
	}
	if flag&Lmsgprefix != 0 {
		b = append(b, prefix...)
	}
	return b
}

// output writes one line, of the caller `calldepth` above this: 1 is the caller of this.
func (l *Logger) output(calldepth int, appendOutput func([]byte) []byte) error {
	return l.write(func() (string, int) {
		file, line, function := machine.Caller(calldepth + 1) // from within write
		if function == "" {
			return "???", 0
		}
		return file, line
	}, appendOutput)
}

// write writes one line. Where it is and what it says is asked for after the prefix and the flags, and not at all if nobody reads it.
func (l *Logger) write(position func() (file string, line int), appendOutput func([]byte) []byte) error {
	if atomic.LoadInt32(&l.isDiscard) != 0 {
		return nil
	}
	prefix := l.Prefix()
	flag := l.Flags()
	file, line := "", 0
	if flag&(Lshortfile|Llongfile) != 0 {
		file, line = position()
	}
	b := appendOutput(header(prefix, flag, file, line))
	if len(b) == 0 || b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	l.outMu.Lock()
	defer l.outMu.Unlock()
	_, err := l.out.Write(b)
	return err
}

// What a line says, for output.
func plain(v []any) func([]byte) []byte {
	return func(b []byte) []byte { return fmt.Append(b, v...) }
}

func formatted(format string, v []any) func([]byte) []byte {
	return func(b []byte) []byte { return fmt.Appendf(b, format, v...) }
}

func line(v []any) func([]byte) []byte {
	return func(b []byte) []byte { return fmt.Appendln(b, v...) }
}

func text(s string) func([]byte) []byte {
	return func(b []byte) []byte { return append(b, s...) }
}

func (l *Logger) Output(calldepth int, s string) error {
	return l.output(calldepth+1, text(s))
}

func (l *Logger) Print(v ...any) {
	l.output(2, plain(v))
}

func (l *Logger) Printf(format string, v ...any) {
	l.output(2, formatted(format, v))
}

func (l *Logger) Println(v ...any) {
	l.output(2, line(v))
}

func (l *Logger) Fatal(v ...any) {
	l.output(2, plain(v))
	os.Exit(1)
}

func (l *Logger) Fatalf(format string, v ...any) {
	l.output(2, formatted(format, v))
	os.Exit(1)
}

func (l *Logger) Fatalln(v ...any) {
	l.output(2, line(v))
	os.Exit(1)
}

func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.output(2, text(s))
	panic(s)
}

func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.output(2, text(s))
	panic(s)
}

func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.output(2, text(s))
	panic(s)
}

func (l *Logger) Flags() int        { return int(atomic.LoadInt32(&l.flag)) }
func (l *Logger) SetFlags(flag int) { atomic.StoreInt32(&l.flag, int32(flag)) }

func (l *Logger) Prefix() string {
	if p := l.prefix.Load(); p != nil {
		return *p
	}
	return ""
}

func (l *Logger) SetPrefix(prefix string) { l.prefix.Store(&prefix) }

func (l *Logger) Writer() io.Writer {
	l.outMu.Lock()
	defer l.outMu.Unlock()
	return l.out
}

func (l *Logger) SetOutput(w io.Writer) {
	l.outMu.Lock()
	defer l.outMu.Unlock()
	l.out = w
	atomic.StoreInt32(&l.isDiscard, discards(w))
}

func Print(v ...any) {
	std.output(2, plain(v))
}

func Printf(format string, v ...any) {
	std.output(2, formatted(format, v))
}

func Println(v ...any) {
	std.output(2, line(v))
}

func Fatal(v ...any) {
	std.output(2, plain(v))
	os.Exit(1)
}

func Fatalf(format string, v ...any) {
	std.output(2, formatted(format, v))
	os.Exit(1)
}

func Fatalln(v ...any) {
	std.output(2, line(v))
	os.Exit(1)
}

func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.output(2, text(s))
	panic(s)
}

func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.output(2, text(s))
	panic(s)
}

func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.output(2, text(s))
	panic(s)
}

func Flags() int              { return std.Flags() }
func SetFlags(flag int)       { std.SetFlags(flag) }
func Prefix() string          { return std.Prefix() }
func SetPrefix(prefix string) { std.SetPrefix(prefix) }
func Writer() io.Writer       { return std.Writer() }
func SetOutput(w io.Writer)   { std.SetOutput(w) }

func Output(calldepth int, s string) error {
	return std.output(calldepth+1, text(s))
}
