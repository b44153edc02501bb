package atomic

import "internal/machine"

// A Value holds values of one dynamic type, which the first store fixes. The peeks at v without an operation only ask
// for that type: once it is there it never changes, and the first store is decided by a compare-and-swap.
type Value struct {
	v any
}

func (v *Value) Load() (val any) { return load(&v.v) }

func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	if v.v == nil && compareAndSwap(&v.v, nil, val) {
		return
	}
	if !machine.SameType(v.v, val) {
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
	store(&v.v, val)
}

func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	if v.v == nil && compareAndSwap(&v.v, nil, new) {
		return nil
	}
	if !machine.SameType(v.v, new) {
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	return swap(&v.v, new)
}

func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && !machine.SameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if old == nil && compareAndSwap(&v.v, nil, new) {
		return true
	}
	if current := load(&v.v); current == nil {
		return false
	} else if !machine.SameType(current, new) {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	return old != nil && compareAndSwap(&v.v, old, new)
}
