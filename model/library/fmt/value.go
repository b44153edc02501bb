package fmt

import "internal/machine"

// value formats an operand.
func (p *printer) value(arg any, verb rune) {
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.pad("<nil>")
		} else {
			p.bad(verb, nil, true)
		}
		return
	}
	switch verb {
	case 'T':
		p.cut(machine.TypeName(arg))
		return
	case 'p':
		p.pointer(arg, 'p')
		return
	}
	switch v := arg.(type) {
	case string:
		p.string(v, verb, arg)
	case int:
		p.integer(uint64(v), true, verb, arg)
	case bool, error, Stringer, Formatter, GoStringer:
		if !p.methods(arg, verb) {
			p.kind(arg, verb, 0, false)
		}
	case []byte:
		p.bytes(string(v), verb, arg)
	default:
		if !p.methods(arg, verb) {
			p.kind(arg, verb, 0, false)
		}
	}
}

// bad: the verb does not fit the operand.
func (p *printer) bad(verb rune, v any, absent bool) {
	p.erroring = true
	p.text("%!")
	p.rune(verb)
	p.byte('(')
	if absent || v == nil {
		p.text("<nil>")
	} else {
		p.text(machine.TypeName(v))
		p.byte('=')
		p.value(v, 'v')
	}
	p.byte(')')
	p.erroring = false
}

// methods lets the operand format itself, if it can and the verb asks for it.
func (p *printer) methods(arg any, verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := arg.(error); !ok || !p.wrap {
			p.bad(verb, arg, false)
			return true
		}
		verb = 'v'
	}
	if f, ok := arg.(Formatter); ok {
		defer p.rescue(arg, verb, "Format")
		f.Format(p, verb)
		return true
	}
	if p.sharpV {
		if g, ok := arg.(GoStringer); ok {
			defer p.rescue(arg, verb, "GoString")
			p.cut(g.GoString())
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := arg.(type) {
		case error:
			handled = true
			defer p.rescue(arg, verb, "Error")
			p.string(v.Error(), verb, arg)
		case Stringer:
			handled = true
			defer p.rescue(arg, verb, "String")
			p.string(v.String(), verb, arg)
		}
	}
	return
}

// rescue prints a panic of an operand's method; of a nil receiver it is <nil>.
func (p *printer) rescue(arg any, verb rune, method string) {
	v := recover()
	if v == nil {
		return
	}
	if machine.Kind(arg) == machine.KindPointer && machine.IsNil(arg) {
		p.text("<nil>")
		return
	}
	if p.panicking {
		panic(v)
	}
	old := p.flags
	p.flags = flags{}
	p.text("%!")
	p.rune(verb)
	p.text("(PANIC=")
	p.text(method)
	p.text(" method: ")
	p.panicking = true
	p.value(v, 'v')
	p.panicking = false
	p.byte(')')
	p.flags = old
}

// inner formats a part of a composite value; hidden parts (of unexported fields) do not get their methods called.
func (p *printer) inner(v any, verb rune, depth int, hidden bool) {
	if v == nil {
		p.text("<nil>")
		return
	}
	if !hidden && p.methods(v, verb) {
		return
	}
	p.kind(v, verb, depth, hidden)
}

func (p *printer) kind(v any, verb rune, depth int, hidden bool) {
	switch k := machine.Kind(v); k {
	case machine.KindBool:
		if verb == 't' || verb == 'v' {
			if machine.Bool(v) {
				p.pad("true")
			} else {
				p.pad("false")
			}
		} else {
			p.bad(verb, v, false)
		}
	case machine.KindInt, machine.KindInt8, machine.KindInt16, machine.KindInt32, machine.KindInt64:
		p.integer(uint64(machine.Int(v)), true, verb, v)
	case machine.KindUint, machine.KindUint8, machine.KindUint16, machine.KindUint32, machine.KindUint64,
		machine.KindUintptr:
		p.integer(machine.Uint(v), false, verb, v)
	case machine.KindFloat32:
		p.float(machine.Float(v), 32, verb, v)
	case machine.KindFloat64:
		p.float(machine.Float(v), 64, verb, v)
	case machine.KindComplex64:
		p.complex(machine.Real(v), machine.Imag(v), 32, verb, v)
	case machine.KindComplex128:
		p.complex(machine.Real(v), machine.Imag(v), 64, verb, v)
	case machine.KindString:
		p.string(machine.String(v), verb, v)
	case machine.KindMap:
		p.mapping(v, verb, depth, hidden)
	case machine.KindStruct:
		p.structure(v, verb, depth, hidden)
	case machine.KindSlice, machine.KindArray:
		p.sequence(v, k, verb, depth, hidden)
	case machine.KindPointer:
		if depth == 0 && !machine.IsNil(v) {
			switch machine.ElemKind(v) {
			case machine.KindArray, machine.KindSlice, machine.KindStruct, machine.KindMap:
				p.byte('&')
				p.inner(machine.Elem(v), verb, depth+1, hidden)
				return
			}
		}
		p.pointer(v, verb)
	case machine.KindChan, machine.KindFunc, machine.KindUnsafePointer:
		p.pointer(v, verb)
	default:
		p.text("?")
	}
}

func (p *printer) mapping(v any, verb rune, depth int, hidden bool) {
	if p.sharpV {
		p.text(machine.TypeName(v))
		if machine.IsNil(v) {
			p.text("(nil)")
			return
		}
		p.byte('{')
	} else {
		p.text("map[")
	}
	n := machine.Len(v)
	for i := 0; i < n; i++ {
		if i > 0 {
			p.separate()
		}
		p.inner(machine.MapKey(v, i), verb, depth+1, hidden)
		p.byte(':')
		p.inner(machine.MapValue(v, i), verb, depth+1, hidden)
	}
	p.close(']')
}

func (p *printer) separate() {
	if p.sharpV {
		p.text(", ")
	} else {
		p.byte(' ')
	}
}

func (p *printer) close(c byte) {
	if p.sharpV {
		c = '}'
	}
	p.byte(c)
}

func (p *printer) structure(v any, verb rune, depth int, hidden bool) {
	if p.sharpV {
		p.text(machine.TypeName(v))
	}
	p.byte('{')
	n := machine.Len(v)
	for i := 0; i < n; i++ {
		if i > 0 {
			p.separate()
		}
		if p.plusV || p.sharpV {
			p.text(machine.FieldName(v, i))
			p.byte(':')
		}
		field := machine.Index(v, i)
		if field == nil && p.sharpV {
			p.text(machine.PartTypeName(v, i))
			p.text("(nil)")
			continue
		}
		p.inner(field, verb, depth+1, hidden || !machine.FieldExported(v, i))
	}
	p.byte('}')
}

func (p *printer) sequence(v any, kind int, verb rune, depth int, hidden bool) {
	switch verb {
	case 's', 'q', 'x', 'X':
		if machine.ElemKind(v) == machine.KindUint8 {
			p.bytes(machine.Bytes(v), verb, v)
			return
		}
	}
	if p.sharpV {
		p.text(machine.TypeName(v))
		if kind == machine.KindSlice && machine.IsNil(v) {
			p.text("(nil)")
			return
		}
		p.byte('{')
	} else {
		p.byte('[')
	}
	n := machine.Len(v)
	for i := 0; i < n; i++ {
		if i > 0 {
			p.separate()
		}
		element := machine.Index(v, i)
		if element == nil && p.sharpV {
			p.text(machine.PartTypeName(v, i))
			p.text("(nil)")
			continue
		}
		p.inner(element, verb, depth+1, hidden)
	}
	p.close(']')
}

// address is the number that machine.Address writes.
func address(v any) (u uint64) {
	if machine.IsNil(v) {
		return 0
	}
	for _, c := range machine.Address(v)[2:] {
		switch {
		case c <= '9':
			u = u<<4 | uint64(c-'0')
		default:
			u = u<<4 | uint64(c-'a'+10)
		}
	}
	return
}

func (p *printer) pointer(v any, verb rune) {
	switch machine.Kind(v) {
	case machine.KindChan, machine.KindFunc, machine.KindMap, machine.KindPointer, machine.KindSlice,
		machine.KindUnsafePointer:
	default:
		p.bad(verb, v, false)
		return
	}
	u := address(v)
	switch verb {
	case 'v':
		if p.sharpV {
			p.byte('(')
			p.text(machine.TypeName(v))
			p.text(")(")
			if u == 0 {
				p.text("nil")
			} else {
				p.hex0x(u, true)
			}
			p.byte(')')
		} else if u == 0 {
			p.pad("<nil>")
		} else {
			p.hex0x(u, !p.sharp)
		}
	case 'p':
		p.hex0x(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.integer(u, false, verb, v)
	default:
		p.bad(verb, v, false)
	}
}
