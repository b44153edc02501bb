// Package chancheckgate leads a Go program through one schedule.
//
// A gate stands before each visible operation of the program. One goroutine at a time is let through, in the schedule's
// order, and the next one only when all others stand: at a gate, blocked in the runtime, or ended. When the schedule is
// over all gates open, and the runtime does what it does then.
//
// The race detector must not take gates for synchronisation: they switch it off where they synchronise, and none of their
// own accesses are instrumented (go:norace).
package chancheckgate

import (
	"os"
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// A line of the schedule.
type line struct {
	goroutine int // 1 is main; 0: a timer
	site      int // where its gate stands; -1: it has none
	choice    int // the case a select takes, the value a random choice gives
	timer     int // the timer that fires
}

// What is to be seen when the schedule is over.
const (
	crash    = iota // the process ends
	deadlock        // the same, but only if nothing of ours still runs
	dump            // goroutines are blocked: all are printed
)

// Kinds of gates.
const (
	operation = iota
	deferral  // before a deferred call
	spawning  // before a go statement
	spawned   // after it: the new goroutine goes first
)

type record struct {
	goid    uint64
	id      int // in order of creation, as in the schedule
	kind    int
	site    int
	stamp   int // when the controller saw it wait
	waiting bool
	rushes  bool
	held    bool
	credit  int // gates that it passes without being let through
	choice  int // of the operation at hand; -1: any
	relock  int // site of the Cond.Wait that this goroutine is in; -1: none
	wake    chan struct{}
}

//go:norace
func (r *record) isSpawn() bool { return r.kind == spawning || r.kind == spawned }

var (
	mu       sync.Mutex
	table    [20000]*record
	wakes    [4096]chan struct{} // made here: one that is made in a bubble of testing/synctest is of that bubble alone
	count    int
	next     = 1 // the last id given
	pending  int // id of the goroutine that a go statement is about to start
	stamps   int
	finished bool // and the controller too
	ended    bool // main has returned
	own      uint64
	at       int         // the next line
	free     atomic.Bool // the schedule is over
)

//go:norace
func init() {
	raceDisable()
	for i := range wakes {
		wakes[i] = make(chan struct{}, 1)
	}
	readLoose()
	register(goid(), 1)
	raceEnable()
	go control() // which sees what came before
}

// goid is the runtime's number of this goroutine, from the first line of its dump.
//
//go:norace
func goid() uint64 {
	var buf [64]byte
	n := runtime.Stack(buf[:], false)
	var id uint64
	for i := len("goroutine "); i < n && buf[i] >= '0' && buf[i] <= '9'; i++ {
		id = id*10 + uint64(buf[i]-'0')
	}
	return id
}

// current is this goroutine's record. Those that a library started are met here first.
//
//go:norace
func current() *record {
	id := goid()
	for i := 0; i < count; i++ {
		if table[i].goid == id {
			return table[i]
		}
	}
	number := pending
	pending = 0
	if number == 0 {
		next++
		number = next
	}
	return register(id, number)
}

//go:norace
func register(id uint64, number int) *record {
	r := &record{goid: id, id: number, choice: -1, relock: -1}
	if count < len(wakes) {
		r.wake = wakes[count]
	} else {
		r.wake = make(chan struct{}, 1)
	}
	if count < len(table) {
		table[count] = r
		count++
	}
	return r
}

// nobody has passed a gate when the schedule was over.
var nobody = record{choice: -1, relock: -1}

// pass waits until the controller lets this goroutine through.
//
//go:norace
func pass(kind, site int) *record {
	raceDisable()
	if free.Load() {
		raceEnable()
		return &nobody
	}
	mu.Lock()
	r := current()
	if free.Load() {
		r.choice = -1
		mu.Unlock()
		raceEnable()
		return r
	}
	r.kind, r.site, r.stamp, r.choice = kind, site, 0, -1
	if r.credit > 0 {
		r.credit--
		mu.Unlock()
		raceEnable()
		return r
	}
	r.waiting = true
	mu.Unlock()
	<-r.wake
	if r.rushes {
		r.rushes = false
		rush()
	}
	if r.held {
		r.held = false
		hold()
	}
	raceEnable()
	return r
}

// Before is the gate before an operation.
func Before(site int) { pass(operation, site) }

// Deferred is the gate before a deferred call.
func Deferred(site int) { pass(deferral, site) }

// Passed is Before in a condition.
func Passed(site int) bool {
	pass(operation, site)
	return true
}

// Spawn and Spawned stand around a go statement.
func Spawn()   { pass(spawning, -1) }
func Spawned() { pass(spawned, -1) }

// Chan is the gate before an operation on the channel.
func Chan[C any](site int, c C) C {
	pass(operation, site)
	return c
}

// Value is the gate between a value and what is done with it.
func Value[T any](site int, v T) T {
	pass(operation, site)
	return v
}

// Zero starts a loop over a channel whose variable all iterations share.
func Zero[T any](c <-chan T) (<-chan T, T) {
	var none T
	return c, none
}

// Case is the channel of a select's case, or none where the schedule takes another one; it is asked for before the gate.
func Case[C any](site, index int, c C) C {
	if left(site, index) {
		var none C
		return none
	}
	return c
}

// LastCase is Case where nothing else is evaluated before the select: the gate.
func LastCase[C any](site, index int, c C) C {
	c = Case(site, index, c)
	pass(operation, site)
	return c
}

//go:norace
func left(site, index int) bool {
	raceDisable()
	mu.Lock()
	choice := -1
	if !free.Load() {
		id := current().id
		for i := at; i < len(lines) && choice < 0; i++ {
			if lines[i].goroutine == id && lines[i].site == site {
				choice = lines[i].choice
			}
		}
	}
	mu.Unlock()
	raceEnable()
	return choice >= 0 && choice != index
}

// Call is f with a gate before it.
func Call[F any](site int, f F) F {
	raceDisable() // reflect synchronises too
	defer raceEnable()
	v := reflect.ValueOf(f)
	if v.Kind() != reflect.Func || v.IsNil() {
		return f
	}
	return reflect.MakeFunc(v.Type(), func(arguments []reflect.Value) []reflect.Value {
		pass(operation, site)
		if v.Type().IsVariadic() {
			return v.CallSlice(arguments)
		}
		return v.Call(arguments)
	}).Interface().(F)
}

// Choice is f, a function of math/rand, with the schedule's value.
func Choice[T int | int32 | int64 | uint | uint32 | uint64](site int, f func(T) T) func(T) T {
	return func(n T) T {
		v := f(n)
		if c := choiceAt(site); c >= 0 {
			return T(c)
		}
		return v
	}
}

//go:norace
func choiceAt(site int) int { return pass(operation, site).choice }

// End is deferred by main and by the test: it waits for the others, who can do what they have to do before the process ends.
//
//go:norace
func End() {
	raceDisable()
	mu.Lock()
	if goesOn(current().id) {
		mu.Unlock()
		raceEnable()
		return
	}
	ended = true
	mu.Unlock()
	for i := 0; i < 5000 && !isFinished(); i++ {
		time.Sleep(time.Millisecond)
	}
	if want != deadlock {
		settle(300)
		if want == dump {
			printDump()
		}
	}
	raceEnable()
}

// goesOn says if the schedule has steps of this goroutine behind its function's end: a test lets its parallel subtests go.
//
//go:norace
func goesOn(id int) bool {
	for i := at; i < len(lines) && !free.Load(); i++ {
		if want == crash && id != 1 && lines[i].goroutine == id && lines[i].site < 0 {
			return true
		}
	}
	return false
}

//go:norace
func isFinished() bool {
	mu.Lock()
	defer mu.Unlock()
	return finished
}

//go:norace
func printDump() {
	buf := make([]byte, 1<<20)
	n := runtime.Stack(buf, true)
	os.Stderr.WriteString("\nchancheckgate: the goroutines now:\n\n")
	os.Stderr.Write(buf[:n])
}
