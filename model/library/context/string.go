package context

import "internal/machine"

// name is what a context prints as: its String method or its type.
func name(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return machine.TypeName(c)
}

func (c *cancelCtx) String() string       { return name(c.Context) + ".WithCancel" }
func (c *afterFuncCtx) String() string    { return name(c.Context) + ".AfterFunc" }
func (c withoutCancelCtx) String() string { return name(c.c) + ".WithoutCancel" }

func (c *timerCtx) String() string {
	d, _ := c.Deadline()
	return name(c.Context) + ".WithDeadline(" + d.String() + ")"
}

func (c *valueCtx) String() string {
	return name(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.val) + ")"
}

func text(v any) string {
	switch s := v.(type) {
	case interface{ String() string }:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return machine.TypeName(v)
}
