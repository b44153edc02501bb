// Package machine is what the models of Go's packages use of the state machine that runs them: choices, output, the end of
// the process, and a mirror of values from which fmt, errors and testing are written in Go. The functions have no body:
// model/program/natives.def says what each one is.
package machine

// Kinds of values, as Kind returns them: model/program/program.hpp's TypeKind.
const (
	None = iota
	KindBool
	KindInt
	KindInt8
	KindInt16
	KindInt32
	KindInt64
	KindUint
	KindUint8
	KindUint16
	KindUint32
	KindUint64
	KindUintptr
	KindFloat32
	KindFloat64
	KindComplex64
	KindComplex128
	KindString
	KindUnsafePointer
	KindPointer
	KindSlice
	KindArray
	KindMap
	KindChan
	KindStruct
	KindFunc
	KindInterface
)

func Exit(code int)
func Choose(n int) int
func Print(s string)
func Errors(s string)

func Kind(v any) int
func TypeName(v any) string
func Len(v any) int
func Index(v any, i int) any
func FieldName(v any, i int) string
func FieldExported(v any, i int) bool
func MapKey(v any, i int) any
func MapValue(v any, i int) any
func Elem(v any) any
func IsNil(v any) bool
func Address(v any) string
func Int(v any) int64
func Uint(v any) uint64
func Float(v any) float64
func Real(v any) float64
func Imag(v any) float64
func String(v any) string
func Bool(v any) bool
func Bytes(v any) string
func SameType(a, b any) bool

// Same: are these one map, or do these slices begin at one place?
func Same(a, b any) bool

func Comparable(v any) bool

func FormatFloat(f float64, format byte, precision, bits int) string
func ParseFloat(s string, bits int) (f float64, status int)
func FloatBits(f float64) uint64
func FloatFromBits(u uint64) float64
func Float32Bits(f float32) uint32
func Float32FromBits(u uint32) float32
func Math1(f int, x float64) float64
func Math2(f int, x, y float64) float64

func Failed(kind int, message string)
func Fatal(message string)
func PanicPlain(message string)
func Unmodelled(what string)
func Sampled(why string)

// NoValue is the initial value of a package variable that is not modelled: a use of it is an error.
func NoValue[T any]() (v T) { return v }

func Outcomes() bool

// A Bubble is one of testing/synctest. MakeLazy and FirstUse: a channel that belongs to the bubble of who uses it first.
type Bubble struct{ _ int }

func EnterBubble() *Bubble
func LeaveBubble()
func InBubble() *Bubble
func MainLeft()
func MakeLazy(c chan struct{})
func FirstUse(c chan struct{})

// VirtualTime: is the clock that of the goroutine's bubble, or --time virtual's?
func VirtualTime() bool
func TimerValues() bool

// Deadlines: can the program ask a context for its deadline?
func Deadlines() bool
func Now() int64

// Number is what the goroutine is called in the text of its stack: 1 is main's, 0 that of who has not been given any.
func Number() int
func SetNumber(n int)

// Nobody is the number of what runs on no goroutine of the program's in Go: what arrives from outside, what ends a wait in the network.
const Nobody = -1

// Loops counts goroutines that the library has in Go and not here.
var Loops int

func Caller(skip int) (file string, line int, function string)

// Assign stores v through the non-nil pointer target if the element type admits it.
func Assign(target, v any) bool

// ElemKind is the kind of the element type of a pointer, slice, array, map or channel.
func ElemKind(v any) int

// Observe orders its goroutine after the last Publish of the cell. Both belong to the step before them.
func Publish(cell *int32)
func Observe(cell *int32)

// Swap exchanges two elements of a slice.
func Swap(slice any, i, j int)

// PartTypeName is the static type of a field or element, for %#v of a nil interface.
func PartTypeName(v any, i int) string
