// Package debug: the knobs of the collector do nothing; stacks are headers only.
package debug

import (
	"internal/machine"
	"internal/stack"
)

func Stack() []byte                     { return []byte(stack.Header()) }
func PrintStack()                       { machine.Errors(stack.Header()) }
func FreeOSMemory()                     {}
func SetGCPercent(percent int) int      { return 100 }
func SetMaxStack(bytes int) int         { return 1000000000 }
func SetMaxThreads(threads int) int     { return 10000 }
func SetMemoryLimit(limit int64) int64  { return 1<<63 - 1 }
func SetPanicOnFault(enabled bool) bool { return false }
func SetTraceback(level string)         {}
