package runtime

import "internal/machine"

// A Frame is a call on the stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// places are the calls that programs asked for: a pc is an index into them, from 1.
var places []Frame

// place is a caller of the function that asks: 0 is who called it.
func place(skip int) (Frame, bool) {
	file, line, function := machine.Caller(skip + 1)
	if function == "" {
		return Frame{}, false
	}
	for _, f := range places {
		if f.Line == line && f.Function == function && f.File == file {
			return f, true
		}
	}
	f := Frame{PC: uintptr(len(places) + 1), Func: &Func{function}, Function: function, File: file, Line: line}
	places = append(places, f)
	return f, true
}

// Caller reports a line of the calling goroutine.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	f, ok := place(skip)
	return f.PC, f.File, f.Line, ok
}

func Callers(skip int, pc []uintptr) (n int) {
	for n < len(pc) {
		f, ok := place(skip + n - 1)
		if !ok {
			break
		}
		pc[n] = f.PC
		n++
	}
	return
}

// A Func is known by its name.
type Func struct {
	name string
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return 0 }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	if pc == 0 || int(pc) > len(places) {
		return "?", 0
	}
	return places[pc-1].File, places[pc-1].Line
}

func FuncForPC(pc uintptr) *Func {
	if pc == 0 || int(pc) > len(places) {
		return nil
	}
	return places[pc-1].Func
}

// Frames goes through what Callers found.
type Frames struct {
	pcs []uintptr
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.pcs) == 0 {
		return Frame{}, false
	}
	pc := f.pcs[0]
	f.pcs = f.pcs[1:]
	if pc != 0 && int(pc) <= len(places) {
		frame = places[pc-1]
	}
	return frame, len(f.pcs) > 0
}
