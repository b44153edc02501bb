package chancheckgate

import "runtime/debug"

// The schedule ends in a stack overflow. Real Go gives a goroutine a gigabyte, which with gates takes minutes to fill.
func init() { debug.SetMaxStack(1 << 22) }
