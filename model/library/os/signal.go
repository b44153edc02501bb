package os

import "syscall"

// signal is the type of Interrupt and Kill, which equal syscall.SIGINT and syscall.SIGKILL.
type signal = syscall.Signal
