package atomic

type noCopy struct{}

type align64 struct{}

// A Bool is an atomic boolean value.
type Bool struct {
	_ noCopy
	v bool
}

func (x *Bool) Load() bool                        { return load(&x.v) }
func (x *Bool) Store(val bool)                    { store(&x.v, val) }
func (x *Bool) Swap(new bool) bool                { return swap(&x.v, new) }
func (x *Bool) CompareAndSwap(old, new bool) bool { return compareAndSwap(&x.v, old, new) }

// A Pointer is an atomic pointer of type *T.
type Pointer[T any] struct {
	_ [0]*T
	_ noCopy
	v *T
}

func (x *Pointer[T]) Load() *T                        { return load(&x.v) }
func (x *Pointer[T]) Store(val *T)                    { store(&x.v, val) }
func (x *Pointer[T]) Swap(new *T) *T                  { return swap(&x.v, new) }
func (x *Pointer[T]) CompareAndSwap(old, new *T) bool { return compareAndSwap(&x.v, old, new) }

// An Int32 is an atomic int32.
type Int32 struct {
	_ noCopy
	v int32
}

func (x *Int32) Load() int32                        { return load(&x.v) }
func (x *Int32) Store(val int32)                    { store(&x.v, val) }
func (x *Int32) Add(delta int32) int32              { return add(&x.v, delta) }
func (x *Int32) Swap(new int32) int32               { return swap(&x.v, new) }
func (x *Int32) CompareAndSwap(old, new int32) bool { return compareAndSwap(&x.v, old, new) }
func (x *Int32) And(mask int32) int32               { return and(&x.v, mask) }
func (x *Int32) Or(mask int32) int32                { return or(&x.v, mask) }

// An Int64 is an atomic int64.
type Int64 struct {
	_ noCopy
	_ align64
	v int64
}

func (x *Int64) Load() int64                        { return load(&x.v) }
func (x *Int64) Store(val int64)                    { store(&x.v, val) }
func (x *Int64) Add(delta int64) int64              { return add(&x.v, delta) }
func (x *Int64) Swap(new int64) int64               { return swap(&x.v, new) }
func (x *Int64) CompareAndSwap(old, new int64) bool { return compareAndSwap(&x.v, old, new) }
func (x *Int64) And(mask int64) int64               { return and(&x.v, mask) }
func (x *Int64) Or(mask int64) int64                { return or(&x.v, mask) }

// A Uint32 is an atomic uint32.
type Uint32 struct {
	_ noCopy
	v uint32
}

func (x *Uint32) Load() uint32                        { return load(&x.v) }
func (x *Uint32) Store(val uint32)                    { store(&x.v, val) }
func (x *Uint32) Add(delta uint32) uint32             { return add(&x.v, delta) }
func (x *Uint32) Swap(new uint32) uint32              { return swap(&x.v, new) }
func (x *Uint32) CompareAndSwap(old, new uint32) bool { return compareAndSwap(&x.v, old, new) }
func (x *Uint32) And(mask uint32) uint32              { return and(&x.v, mask) }
func (x *Uint32) Or(mask uint32) uint32               { return or(&x.v, mask) }

// A Uint64 is an atomic uint64.
type Uint64 struct {
	_ noCopy
	_ align64
	v uint64
}

func (x *Uint64) Load() uint64                        { return load(&x.v) }
func (x *Uint64) Store(val uint64)                    { store(&x.v, val) }
func (x *Uint64) Add(delta uint64) uint64             { return add(&x.v, delta) }
func (x *Uint64) Swap(new uint64) uint64              { return swap(&x.v, new) }
func (x *Uint64) CompareAndSwap(old, new uint64) bool { return compareAndSwap(&x.v, old, new) }
func (x *Uint64) And(mask uint64) uint64              { return and(&x.v, mask) }
func (x *Uint64) Or(mask uint64) uint64               { return or(&x.v, mask) }

// A Uintptr is an atomic uintptr.
type Uintptr struct {
	_ noCopy
	v uintptr
}

func (x *Uintptr) Load() uintptr                        { return load(&x.v) }
func (x *Uintptr) Store(val uintptr)                    { store(&x.v, val) }
func (x *Uintptr) Add(delta uintptr) uintptr            { return add(&x.v, delta) }
func (x *Uintptr) Swap(new uintptr) uintptr             { return swap(&x.v, new) }
func (x *Uintptr) CompareAndSwap(old, new uintptr) bool { return compareAndSwap(&x.v, old, new) }
func (x *Uintptr) And(mask uintptr) uintptr             { return and(&x.v, mask) }
func (x *Uintptr) Or(mask uintptr) uintptr              { return or(&x.v, mask) }
