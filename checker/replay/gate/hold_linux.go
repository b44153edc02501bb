package chancheckgate

import (
	"runtime"
	"syscall"
	"unsafe"
)

// hold tells whoever started this process, on descriptor 3, which thread it is to stop in the middle of what comes next, and
// waits on 4 until it is ready to. It must keep its thread.
//
//go:norace
func hold() {
	runtime.LockOSThread()
	thread := int32(syscall.Gettid())
	var start byte
	syscall.RawSyscall(syscall.SYS_WRITE, 3, uintptr(unsafe.Pointer(&thread)), unsafe.Sizeof(thread))
	syscall.RawSyscall(syscall.SYS_READ, 4, uintptr(unsafe.Pointer(&start)), 1)
}

// awaitHold waits until the thread stands there, and the second time until it goes on.
//
//go:norace
func awaitHold() {
	var stands [1]byte
	syscall.Read(5, stands[:])
}
