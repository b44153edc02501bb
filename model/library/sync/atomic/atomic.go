// Package atomic: every function is one sequentially consistent operation of the machine.
package atomic

func load[T any](addr *T) T
func store[T any](addr *T, value T)
func add[T any](addr *T, delta T) T
func swap[T any](addr *T, new T) T
func compareAndSwap[T any](addr *T, old, new T) bool
func and[T any](addr *T, mask T) T
func or[T any](addr *T, mask T) T

func LoadInt32(addr *int32) int32                          { return load(addr) }
func StoreInt32(addr *int32, val int32)                    { store(addr, val) }
func AddInt32(addr *int32, delta int32) int32              { return add(addr, delta) }
func SwapInt32(addr *int32, new int32) int32               { return swap(addr, new) }
func CompareAndSwapInt32(addr *int32, old, new int32) bool { return compareAndSwap(addr, old, new) }
func AndInt32(addr *int32, mask int32) int32               { return and(addr, mask) }
func OrInt32(addr *int32, mask int32) int32                { return or(addr, mask) }

func LoadInt64(addr *int64) int64                          { return load(addr) }
func StoreInt64(addr *int64, val int64)                    { store(addr, val) }
func AddInt64(addr *int64, delta int64) int64              { return add(addr, delta) }
func SwapInt64(addr *int64, new int64) int64               { return swap(addr, new) }
func CompareAndSwapInt64(addr *int64, old, new int64) bool { return compareAndSwap(addr, old, new) }
func AndInt64(addr *int64, mask int64) int64               { return and(addr, mask) }
func OrInt64(addr *int64, mask int64) int64                { return or(addr, mask) }

func LoadUint32(addr *uint32) uint32                          { return load(addr) }
func StoreUint32(addr *uint32, val uint32)                    { store(addr, val) }
func AddUint32(addr *uint32, delta uint32) uint32             { return add(addr, delta) }
func SwapUint32(addr *uint32, new uint32) uint32              { return swap(addr, new) }
func CompareAndSwapUint32(addr *uint32, old, new uint32) bool { return compareAndSwap(addr, old, new) }
func AndUint32(addr *uint32, mask uint32) uint32              { return and(addr, mask) }
func OrUint32(addr *uint32, mask uint32) uint32               { return or(addr, mask) }

func LoadUint64(addr *uint64) uint64                          { return load(addr) }
func StoreUint64(addr *uint64, val uint64)                    { store(addr, val) }
func AddUint64(addr *uint64, delta uint64) uint64             { return add(addr, delta) }
func SwapUint64(addr *uint64, new uint64) uint64              { return swap(addr, new) }
func CompareAndSwapUint64(addr *uint64, old, new uint64) bool { return compareAndSwap(addr, old, new) }
func AndUint64(addr *uint64, mask uint64) uint64              { return and(addr, mask) }
func OrUint64(addr *uint64, mask uint64) uint64               { return or(addr, mask) }

func LoadUintptr(addr *uintptr) uintptr               { return load(addr) }
func StoreUintptr(addr *uintptr, val uintptr)         { store(addr, val) }
func AddUintptr(addr *uintptr, delta uintptr) uintptr { return add(addr, delta) }
func SwapUintptr(addr *uintptr, new uintptr) uintptr  { return swap(addr, new) }
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) bool {
	return compareAndSwap(addr, old, new)
}
func AndUintptr(addr *uintptr, mask uintptr) uintptr { return and(addr, mask) }
func OrUintptr(addr *uintptr, mask uintptr) uintptr  { return or(addr, mask) }
