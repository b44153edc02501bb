package chancheckgate

import (
	"os"
	"runtime"
	"time"
)

// control leads the program through the schedule.
//
//go:norace
func control() {
	raceDisable() // for good
	mu.Lock()
	own = goid()
	mu.Unlock()
	for {
		settle(300)
		mu.Lock()
		over := at >= len(lines) || at >= len(lines)-loose && stands(lines[at])
		if r := nextSpawn(); r != nil {
			letThrough(r)
			over = false
		} else if !over {
			step()
		}
		if over {
			break
		}
		mu.Unlock()
	}
	letLoose()
	free.Store(true)
	letAllGo()
	mu.Unlock()
	if want != deadlock {
		watch()
	}
	mu.Lock()
	finished = true
	mu.Unlock()
}

// stands says if the line's goroutine waits at its gate.
//
//go:norace
func stands(l line) bool {
	for i := 0; i < count; i++ {
		if r := table[i]; r.id == l.goroutine && r.waiting {
			return r.site == l.site
		}
	}
	return false
}

// watch ends a process that nothing else ends.
//
//go:norace
func watch() {
	settle(300)
	mu.Lock()
	finished = true
	mu.Unlock()
	limit := 3000
	if want == dump {
		limit = 300
	}
	for i := 0; i < limit; i++ {
		time.Sleep(time.Millisecond)
		mu.Lock()
		done := ended
		mu.Unlock()
		if done {
			return // End does the rest
		}
	}
	if want == dump {
		printDump()
		os.Exit(0)
	}
	os.Stderr.WriteString("chancheckgate: the schedule is over and the program goes on\n")
	os.Exit(3)
}

//go:norace
func letGo(r *record) {
	r.waiting = false
	r.wake <- struct{}{}
}

// letThrough lets a goroutine pass a gate at a go statement.
//
//go:norace
func letThrough(r *record) {
	if r.kind == spawning {
		next++
		pending = next
	} else if pending != 0 {
		// The new goroutine has come to no gate: it is blocked or gone.
		if id := newcomer(); id != 0 {
			register(id, pending)
		}
		pending = 0
	}
	letGo(r)
}

// nextSpawn is who waits at a go statement: the one that came last, and of those that came together the one whose step came
// first, so that goroutines are created in the schedule's order.
//
//go:norace
func nextSpawn() *record {
	var found *record
	for back := at - 1; back >= 0 && back >= at-2; back-- { // the sender's line is before the receiver's
		for i := 0; i < count; i++ {
			r := table[i]
			if r.waiting && r.isSpawn() && r.stamp == 0 && r.id == lines[back].goroutine {
				stamps++
				r.stamp = stamps
			}
		}
	}
	for i := 0; i < count; i++ {
		r := table[i]
		if r.waiting && r.isSpawn() {
			if r.stamp == 0 {
				stamps++
				r.stamp = stamps
			}
			if found == nil || r.stamp > found.stamp {
				found = r
			}
		}
	}
	return found
}

// step takes the next line. Lines of operations inside of the library have no gates, or share that of the call.
//
//go:norace
func step() {
	l := lines[at]
	if l.goroutine == 0 {
		at++
		mu.Unlock()
		fire(l.timer, l.choice)
		mu.Lock()
		return
	}
	var r *record
	for i := 0; i < count; i++ {
		if table[i].id == l.goroutine {
			r = table[i]
		}
	}
	if r == nil {
		// Somebody has to start it first, and may stand at a gate that the schedule does not know.
		for i := 0; i < count; i++ {
			if table[i].waiting && !comes(table[i].id, table[i].site) {
				letGo(table[i])
				return
			}
		}
		// Or at a call whose own step is its end, as that of T.Run, which waits for whom it has started.
		if starter := nextToCome(); starter != nil && l.site >= 0 {
			letGo(starter)
			return
		}
	}
	if r == nil || !r.waiting {
		at++ // gone, or in the operation already
		return
	}
	// A deferred call's steps are where the function returns.
	if r.site == l.site || l.site < 0 && r.kind == deferral {
		at++
		r.choice = l.choice
		letGo(r)
		return
	}
	if comes(r.id, r.site) {
		at++
		return
	}
	letGo(r) // a gate that the schedule does not know
}

// comes says if the schedule has one more line of this goroutine at this site.
//
//go:norace
func comes(id, site int) bool {
	for i := at + 1; i < len(lines); i++ {
		if lines[i].goroutine == id && lines[i].site == site {
			return true
		}
	}
	return false
}

// nextToCome is who stands at the gate of the nearest line.
//
//go:norace
func nextToCome() *record {
	for i := at; i < len(lines); i++ {
		for j := 0; j < count; j++ {
			if r := table[j]; r.waiting && r.id == lines[i].goroutine && r.site == lines[i].site {
				return r
			}
		}
	}
	return nil
}

var stacks = make([]byte, 1<<20)

// settle waits until all goroutines but this one stand. One that does not for so many milliseconds spins.
//
//go:norace
func settle(milliseconds int) {
	start := time.Now()
	pause := 10 * time.Microsecond
	for calm := 0; calm < 2; {
		if settled() {
			calm++
		} else {
			calm = 0
		}
		if time.Since(start) > time.Duration(milliseconds)*time.Millisecond {
			return
		}
		time.Sleep(pause)
		if pause < time.Millisecond {
			pause *= 2
		}
	}
}

//go:norace
func settled() bool {
	mu.Lock()
	defer mu.Unlock()
	self := goid()
	n := runtime.Stack(stacks, true)
	for i := 0; i < n; {
		id, status, size := header(stacks[i:n])
		text := stacks[i : i+size]
		i += size
		if id == 0 || id == self || id == own || atGate(id) || awaitsSignals(text) {
			continue
		}
		if !blocked(status) {
			return false
		}
	}
	return true
}

// awaitsSignals says if it is the goroutine of os/signal.
//
//go:norace
func awaitsSignals(dump []byte) bool {
	const name = "os/signal.signal_recv"
	for i := 0; i+len(name) <= len(dump); i++ {
		if string(dump[i:i+len(name)]) == name {
			return true
		}
	}
	return false
}

//go:norace
func atGate(id uint64) bool {
	for i := 0; i < count; i++ {
		if table[i].goid == id {
			return table[i].waiting
		}
	}
	return false
}

// newcomer is a goroutine of the dump that has no record, or 0.
//
//go:norace
func newcomer() uint64 {
	n := runtime.Stack(stacks, true)
	var last uint64
	for i := 0; i < n; {
		id, _, size := header(stacks[i:n])
		i += size
		known := id == 0 || id == own
		for j := 0; j < count; j++ {
			known = known || table[j].goid == id
		}
		if !known && id > last {
			last = id
		}
	}
	return last
}

// header reads `goroutine 7 [chan receive, ...]:` and finds the next one.
//
//go:norace
func header(dump []byte) (id uint64, status string, size int) {
	i := len("goroutine ")
	for ; i < len(dump) && dump[i] >= '0' && dump[i] <= '9'; i++ {
		id = id*10 + uint64(dump[i]-'0')
	}
	for ; i < len(dump) && dump[i] != '['; i++ {
	}
	start := i + 1
	for ; i < len(dump) && dump[i] != ']' && dump[i] != ','; i++ {
	}
	if start < i {
		status = string(dump[start:i])
	}
	for ; i+1 < len(dump); i++ {
		if dump[i] == '\n' && dump[i+1] == '\n' {
			return id, status, i + 2
		}
	}
	return id, status, len(dump)
}

//go:norace
func blocked(status string) bool {
	for _, prefix := range []string{"chan ", "select", "sync.", "semacquire", "sleep", "IO wait"} {
		if len(status) >= len(prefix) && status[:len(prefix)] == prefix {
			return true
		}
	}
	return false
}
