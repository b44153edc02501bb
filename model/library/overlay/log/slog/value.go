// Package slog: a Value holds a string or a group as it is, where the source takes the pointer and the length apart.
package slog

type text struct{ string string }
type group struct{ attrs []Attr }

func StringValue(value string) Value { return Value{num: uint64(len(value)), any: text{value}} }

func GroupValue(as ...Attr) Value {
	if countEmptyGroups(as) > 0 {
		var full []Attr
		for _, a := range as {
			if !a.Value.isEmptyGroup() {
				full = append(full, a)
			}
		}
		as = full
	}
	return Value{num: uint64(len(as)), any: group{as}}
}

func (v Value) Kind() Kind {
	switch x := v.any.(type) {
	case Kind:
		return x
	case text:
		return KindString
	case group:
		return KindGroup
	case timeLocation, timeTime:
		return KindTime
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

func (v Value) str() string   { return v.any.(text).string }
func (v Value) group() []Attr { return v.any.(group).attrs }

func (v Value) String() string {
	if v.Kind() == KindString {
		return v.str()
	}
	return string(v.append(nil))
}

func (v Value) Group() []Attr {
	if v.Kind() != KindGroup {
		panic("Group: bad kind")
	}
	return v.group()
}
