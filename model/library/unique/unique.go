// Package unique: one pointer for each value.
package unique

// A key tells apart equal values of interface types and of their dynamic types.
type key struct {
	value, kind any
}

var handles = make(map[key]any)

type Handle[T comparable] struct {
	value *T
}

func (h Handle[T]) Value() T { return *h.value }

func Make[T comparable](value T) Handle[T] {
	k := key{value, (*T)(nil)}
	p, ok := handles[k].(*T)
	if !ok {
		p = new(T)
		*p = value
		handles[k] = p
	}
	return Handle[T]{p}
}
