package testing

import (
	"fmt"
	"internal/machine"
	"io"
	"strings"
)

// What a test has to say: kept for its report, and only where output counts.

const indent = "    "

// destination is the innermost test that still runs, or nil.
func (c *common) destination() *common {
	for c != nil && (c.completed() || c.isSynctest) {
		c = c.parent
	}
	return c
}

// log adds a line to the output of the innermost test that still runs.
func (c *common) log(s string) {
	to := c.destination()
	if to == nil {
		panic("Log in goroutine after " + c.name + " has completed: " + strings.TrimSuffix(s, "\n") + "\n")
	}
	to.keep(s)
}

func (c *common) keep(s string) {
	if c.isSynctest {
		c = c.parent
	}
	c.endLine()
	c.write(strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n"+indent) + "\n")
}

// write keeps whole lines; the rest waits for its end.
func (c *common) write(s string) {
	if !machine.Outcomes() {
		return
	}
	for {
		line, rest, whole := strings.Cut(s, "\n")
		c.partial = append(c.partial, line...)
		if !whole {
			return
		}
		c.output = append(c.output, indent+string(c.partial)+"\n"...)
		c.partial = nil
		s = rest
	}
}

func (c *common) endLine() {
	if len(c.partial) > 0 {
		c.write("\n")
	}
}

type outputWriter struct{ c *common }

func (w outputWriter) Write(p []byte) (n int, err error) {
	if w.c.destination() == nil {
		panic("Write called after " + w.c.name + " has completed")
	}
	w.c.write(string(p))
	return len(p), nil
}

// Output is a writer to the log, without positions.
func (c *common) Output() io.Writer {
	to := c.destination()
	if to == nil {
		panic("Output called after " + c.name + " has completed")
	}
	return outputWriter{to}
}

// report tells the parent, or the user, what a test that failed had to say.
func (c *common) report() {
	if !machine.Outcomes() || !c.failed || c.parent == nil {
		return
	}
	text := "--- FAIL: " + c.name + " (0.00s)\n" + string(c.output)
	if c.parent.parent == nil {
		machine.Print(text)
		return
	}
	c.parent.output = append(c.parent.output, indent+strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+indent)+"\n"...)
}

// die ends the program by a panic of the test, when its output and that of those around it has been told and their cleanups have run.
func (t *T) die(reason any) {
	t.fail()
	if r := t.recoverCleanups(); r != nil {
		t.Logf("cleanup panicked with %v", r)
	}
	for c := &t.common; !c.isSynctest && c.parent != nil; c = c.parent {
		c.endLine()
		c.report()
		if r := c.parent.recoverCleanups(); r != nil && machine.Outcomes() {
			c.parent.output = append(c.parent.output, fmt.Sprintf(indent+"cleanup panicked with %v", r)...)
		}
	}
	panic(reason)
}
