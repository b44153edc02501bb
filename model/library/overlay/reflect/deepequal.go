// Package reflect: of it all there is DeepEqual, on the machine's mirror of values.
package reflect

import "internal/machine"

func DeepEqual(x, y any) bool { return deepEqual(x, y, make(map[pair]bool), 0) }

// A pair of pointers that are being compared already, or have been.
type pair struct{ x, y any }

// deepest is beyond what has no cycle through maps and slices.
const deepest = 10000

func deepEqual(x, y any, seen map[pair]bool, depth int) bool {
	if x == nil || y == nil {
		return x == nil && y == nil
	}
	if !machine.SameType(x, y) {
		return false
	}
	if depth > deepest {
		machine.Unmodelled("reflect.DeepEqual of what contains itself")
	}
	kind := machine.Kind(x)
	switch kind {
	case machine.KindPointer:
		if x == y || seen[pair{x, y}] {
			return true
		}
		if machine.IsNil(x) || machine.IsNil(y) {
			return false
		}
		seen[pair{x, y}] = true
		return deepEqual(machine.Elem(x), machine.Elem(y), seen, depth+1)
	case machine.KindFunc:
		return machine.IsNil(x) && machine.IsNil(y)
	case machine.KindSlice, machine.KindMap:
		if machine.IsNil(x) != machine.IsNil(y) || machine.Len(x) != machine.Len(y) {
			return false
		}
		if machine.Same(x, y) {
			return true
		}
	case machine.KindStruct, machine.KindArray:
	default:
		return x == y
	}
	for i := range machine.Len(x) {
		if kind == machine.KindMap {
			other, found := entry(y, machine.MapKey(x, i), i)
			if !found || !deepEqual(machine.MapValue(x, i), other, seen, depth+1) {
				return false
			}
		} else if !deepEqual(machine.Index(x, i), machine.Index(y, i), seen, depth+1) {
			return false
		}
	}
	return true
}

// entry is the value of a key, which is likely to be the i-th of all in their order.
func entry(m, key any, i int) (value any, found bool) {
	n := machine.Len(m)
	for range n {
		if machine.MapKey(m, i) == key {
			return machine.MapValue(m, i), true
		}
		i = (i + 1) % n
	}
	return nil, false
}
