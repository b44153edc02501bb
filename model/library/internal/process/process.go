// Package process is what os, os/signal and syscall know of the process that runs.
package process

import (
	"internal/machine"
	"time"
)

const Pid = 1

// Awaited is set by os/signal: has the program asked for that signal?
var Awaited func(signal int) bool

// Kill sends a signal to the process itself. One that the program has asked for is one of those that may arrive at any time. Of
// the others (os/signal's documentation has them) some end the process, whichever thread gets them and when, with the exit code that
// a shell tells; some write the stacks of all goroutines or stop it; the rest do nothing.
func Kill(signal int) {
	if signal == 0 || Awaited != nil && Awaited(signal) {
		return
	}
	switch signal {
	case 1, 2, 9, 15: // SIGHUP, SIGINT, SIGKILL, SIGTERM
		time.AfterFunc(0, func() {
			machine.SetNumber(machine.Nobody)
			machine.Exit(128 + signal)
		})
	case 3, 4, 5, 6, 7, 8, 11, 16, 19, 20, 21, 22, 31:
		machine.Unmodelled("a signal that the process sends to itself and does not handle")
	}
}
