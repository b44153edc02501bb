// Package os: the process and its standard streams. Standard output goes to the machine; standard input is empty; there
// are no files, and no environment but what the program sets.
package os

import (
	"errors"
	"internal/caller"
	"internal/machine"
	"internal/process"
	"io"
	"io/fs"
	"sync"
)

// Args has the program's name only.
var Args = []string{"main"}

var (
	Stdin  = &File{0, "/dev/stdin"}
	Stdout = &File{1, "/dev/stdout"}
	Stderr = &File{2, "/dev/stderr"}
)

var (
	ErrInvalid     = fs.ErrInvalid
	ErrPermission  = fs.ErrPermission
	ErrExist       = fs.ErrExist
	ErrNotExist    = fs.ErrNotExist
	ErrClosed      = fs.ErrClosed
	ErrNoDeadline  = errors.New("file type does not support deadline")
	ErrProcessDone = errors.New("os: process already finished")
)

type (
	FileMode  = fs.FileMode
	FileInfo  = fs.FileInfo
	DirEntry  = fs.DirEntry
	PathError = fs.PathError
)

// A File is one of the three standard streams.
type File struct {
	fd   int
	name string
}

func (f *File) Name() string { return f.name }
func (f *File) Fd() uintptr  { return uintptr(f.fd) }
func (f *File) Close() error { return nil }
func (f *File) Sync() error  { return nil }

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	switch f.fd {
	case 1:
		machine.Print(s)
	case 2:
		machine.Errors(s)
	default:
		return 0, &PathError{Op: "write", Path: f.name, Err: errors.New("bad file descriptor")}
	}
	return len(s), nil
}

func (f *File) Write(b []byte) (n int, err error) { return f.WriteString(caller.String(b)) }

func (f *File) Read(b []byte) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	return 0, io.EOF
}

// plain is a file without ReadFrom and WriteTo.
type plain struct{ f *File }

func (p plain) Write(b []byte) (n int, err error)       { return p.f.Write(b) }
func (p plain) WriteString(s string) (n int, err error) { return p.f.WriteString(s) }
func (p plain) Read(b []byte) (n int, err error)        { return p.f.Read(b) }

func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	return io.Copy(plain{f}, r)
}

func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	return io.Copy(w, plain{f})
}

// Exit ends the process; deferred calls do not run.
func Exit(code int) { machine.Exit(code) }

func Getpid() int                        { return process.Pid }
func Getppid() int                       { return 0 }
func Getuid() int                        { return 1000 }
func Hostname() (name string, err error) { return "localhost", nil }
func Getwd() (dir string, err error)     { return "/", nil }
func TempDir() string                    { return "/tmp" }
func IsNotExist(err error) bool          { return errors.Is(err, ErrNotExist) }
func IsExist(err error) bool             { return errors.Is(err, ErrExist) }

// The environment is as in Go's syscall: envLock guards variables, which are "key=value" or "" where one has gone, and
// indices, where each key is in them. The process starts with an empty one.
var (
	envLock   sync.RWMutex
	indices   map[string]int
	variables []string
)

func LookupEnv(key string) (value string, ok bool) {
	if len(key) == 0 {
		return "", false
	}
	envLock.RLock()
	defer envLock.RUnlock()
	i, ok := indices[key]
	if !ok {
		return "", false
	}
	return variables[i][len(key)+1:], true
}

func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

func Setenv(key, value string) error {
	invalid := len(key) == 0
	for i := 0; i < len(key); i++ {
		invalid = invalid || key[i] == '=' || key[i] == 0
	}
	for i := 0; i < len(value); i++ {
		invalid = invalid || value[i] == 0
	}
	if invalid {
		return &SyscallError{"setenv", errors.New("invalid argument")}
	}
	envLock.Lock()
	defer envLock.Unlock()
	if i, ok := indices[key]; ok {
		variables[i] = key + "=" + value
		return nil
	}
	if indices == nil {
		indices = make(map[string]int)
	}
	indices[key] = len(variables)
	variables = append(variables, key+"="+value)
	return nil
}

func Unsetenv(key string) error {
	envLock.Lock()
	defer envLock.Unlock()
	if i, ok := indices[key]; ok {
		variables[i] = ""
		delete(indices, key)
	}
	return nil
}

func Clearenv() {
	envLock.Lock()
	defer envLock.Unlock()
	indices = nil
	variables = nil
}

func Environ() []string {
	envLock.RLock()
	defer envLock.RUnlock()
	all := make([]string, 0, len(variables))
	for _, v := range variables {
		if v != "" {
			all = append(all, v)
		}
	}
	return all
}

func Open(name string) (_ *File, _ error) {
	machine.Unmodelled("os.Open")
	return
}

func ReadFile(name string) (_ []byte, _ error) {
	machine.Unmodelled("os.ReadFile")
	return
}

// A Signal is a signal that the process can get.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = signal(2)
	Kill      Signal = signal(9)
)

var ErrDeadlineExceeded error = timeoutError{}

// timeoutError is Go's internal/poll.DeadlineExceededError.
type timeoutError struct{}

func (timeoutError) Error() string   { return "i/o timeout" }
func (timeoutError) Timeout() bool   { return true }
func (timeoutError) Temporary() bool { return true }
