package os

import (
	"errors"
	"internal/machine"
	"io/fs"
	"syscall"
	"time"
)

// What needs files, processes or users: it may be there in code that an entry does not reach.

const (
	O_RDONLY = 0x0
	O_WRONLY = 0x1
	O_RDWR   = 0x2
	O_APPEND = 0x400
	O_CREATE = 0x40
	O_EXCL   = 0x80
	O_SYNC   = 0x101000
	O_TRUNC  = 0x200

	SEEK_SET = 0
	SEEK_CUR = 1
	SEEK_END = 2

	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// A LinkError is an error of a call with two files.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }
func (e *LinkError) Unwrap() error { return e.Err }

// A SyscallError is an error of a system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
}

// A Process cannot be started here; FindProcess finds this one, which may send signals to itself.
type Process struct {
	Pid int
}

type ProcessState struct{}

func FindProcess(pid int) (*Process, error) { return &Process{pid}, nil }

func (p *Process) Kill() error    { return p.Signal(Kill) }
func (p *Process) Release() error { return nil }

func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	return syscall.Kill(p.Pid, s)
}

func (p *Process) Wait() (*ProcessState, error) {
	machine.Unmodelled("os.Process.Wait")
	return nil, nil
}

func Getegid() int                 { return 1000 }
func Geteuid() int                 { return 1000 }
func Getgid() int                  { return 1000 }
func Getpagesize() int             { return 4096 }
func IsPathSeparator(c uint8) bool { return c == '/' }
func IsPermission(err error) bool  { return err == ErrPermission }

func IsTimeout(err error) bool {
	t, ok := err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func Executable() (string, error)    { return "/main", nil }
func UserHomeDir() (string, error)   { return "/home/user", nil }
func UserCacheDir() (string, error)  { return "/home/user/.cache", nil }
func UserConfigDir() (string, error) { return "/home/user/.config", nil }

func (f *File) Chdir() (_ error) {
	machine.Unmodelled("os.File.Chdir")
	return
}

func (f *File) Chmod(mode FileMode) (_ error) {
	machine.Unmodelled("os.File.Chmod")
	return
}

func (f *File) Chown(uid int, gid int) (_ error) {
	machine.Unmodelled("os.File.Chown")
	return
}

func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	machine.Unmodelled("os.File.ReadAt")
	return
}

func (f *File) ReadDir(n int) (_ []DirEntry, _ error) {
	machine.Unmodelled("os.File.ReadDir")
	return
}

func (f *File) Readdir(n int) (_ []FileInfo, _ error) {
	machine.Unmodelled("os.File.Readdir")
	return
}

func (f *File) Readdirnames(n int) (names []string, err error) {
	machine.Unmodelled("os.File.Readdirnames")
	return
}

func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	machine.Unmodelled("os.File.Seek")
	return
}

func (f *File) SetDeadline(t time.Time) (_ error) {
	machine.Unmodelled("os.File.SetDeadline")
	return
}

func (f *File) SetReadDeadline(t time.Time) (_ error) {
	machine.Unmodelled("os.File.SetReadDeadline")
	return
}

func (f *File) SetWriteDeadline(t time.Time) (_ error) {
	machine.Unmodelled("os.File.SetWriteDeadline")
	return
}

func (f *File) Stat() (_ FileInfo, _ error) {
	machine.Unmodelled("os.File.Stat")
	return
}

func (f *File) Truncate(size int64) (_ error) {
	machine.Unmodelled("os.File.Truncate")
	return
}

func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	machine.Unmodelled("os.File.WriteAt")
	return
}

func Chdir(dir string) (_ error) {
	machine.Unmodelled("os.Chdir")
	return
}

func Chmod(name string, mode FileMode) (_ error) {
	machine.Unmodelled("os.Chmod")
	return
}

func Chown(name string, uid int, gid int) (_ error) {
	machine.Unmodelled("os.Chown")
	return
}

func Chtimes(name string, atime time.Time, mtime time.Time) (_ error) {
	machine.Unmodelled("os.Chtimes")
	return
}

func CopyFS(dir string, fsys fs.FS) (_ error) {
	machine.Unmodelled("os.CopyFS")
	return
}

func Create(name string) (_ *File, _ error) {
	machine.Unmodelled("os.Create")
	return
}

func CreateTemp(dir string, pattern string) (_ *File, _ error) {
	machine.Unmodelled("os.CreateTemp")
	return
}

func DirFS(dir string) (_ fs.FS) {
	machine.Unmodelled("os.DirFS")
	return
}

func Getgroups() (_ []int, _ error) {
	machine.Unmodelled("os.Getgroups")
	return
}

func Lchown(name string, uid int, gid int) (_ error) {
	machine.Unmodelled("os.Lchown")
	return
}

func Link(oldname string, newname string) (_ error) {
	machine.Unmodelled("os.Link")
	return
}

func Lstat(name string) (_ FileInfo, _ error) {
	machine.Unmodelled("os.Lstat")
	return
}

func Mkdir(name string, perm FileMode) (_ error) {
	machine.Unmodelled("os.Mkdir")
	return
}

func MkdirAll(path string, perm FileMode) (_ error) {
	machine.Unmodelled("os.MkdirAll")
	return
}

func MkdirTemp(dir string, pattern string) (_ string, _ error) {
	machine.Unmodelled("os.MkdirTemp")
	return
}

func NewFile(fd uintptr, name string) (_ *File) {
	machine.Unmodelled("os.NewFile")
	return
}

func OpenFile(name string, flag int, perm FileMode) (_ *File, _ error) {
	machine.Unmodelled("os.OpenFile")
	return
}

func Pipe() (r *File, w *File, err error) {
	machine.Unmodelled("os.Pipe")
	return
}

func ReadDir(name string) (_ []DirEntry, _ error) {
	machine.Unmodelled("os.ReadDir")
	return
}

func Readlink(name string) (_ string, _ error) {
	machine.Unmodelled("os.Readlink")
	return
}

func Remove(name string) (_ error) {
	machine.Unmodelled("os.Remove")
	return
}

func RemoveAll(path string) (_ error) {
	machine.Unmodelled("os.RemoveAll")
	return
}

func Rename(oldpath string, newpath string) (_ error) {
	machine.Unmodelled("os.Rename")
	return
}

func SameFile(fi1 FileInfo, fi2 FileInfo) (_ bool) {
	machine.Unmodelled("os.SameFile")
	return
}

func Stat(name string) (_ FileInfo, _ error) {
	machine.Unmodelled("os.Stat")
	return
}

func Symlink(oldname string, newname string) (_ error) {
	machine.Unmodelled("os.Symlink")
	return
}

func Truncate(name string, size int64) (_ error) {
	machine.Unmodelled("os.Truncate")
	return
}

func WriteFile(name string, data []byte, perm FileMode) (_ error) {
	machine.Unmodelled("os.WriteFile")
	return
}
