package chancheckgate

import (
	"os"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"
)

// No gate stands inside of the runtime and the library. What takes several goroutines there at one time, such as concurrent map
// writes or the misuse of a WaitGroup, is led by how the last lines of the schedule are let loose.
var (
	loose    int // so many lines before its end the schedule is over
	way      = os.Getenv("CHANCHECKGATE_WAY")
	who      int          // in the way "held": which of those that wait
	expected atomic.Int32 // how many rush
	arrived  atomic.Int32
)

// readLoose counts gates: several lines of a goroutine at one place are one operation of the library.
//
//go:norace
func readLoose() {
	gates, _ := strconv.Atoi(os.Getenv("CHANCHECKGATE_LOOSE"))
	for i := len(lines) - 1; i >= 0 && gates > 0; i-- {
		j := i - 1
		for j >= 0 && lines[j].goroutine != lines[i].goroutine {
			j--
		}
		if j < 0 || lines[j].site != lines[i].site {
			loose = len(lines) - i
			gates--
		}
	}
	who, _ = strconv.Atoi(os.Getenv("CHANCHECKGATE_WHO"))
}

// letLoose lets those that wait at gates go on, each as far as the schedule has it, and one gate where it has nothing. Called and
// left with mu.
//
//go:norace
func letLoose() {
	for i := 0; i < count; i++ {
		table[i].credit = credit(table[i])
	}
	switch way {
	case "held": // one of them stands in the middle of its operation while the others do theirs
		if r := waiter(who); r != nil {
			r.held = true
			letGo(r)
			mu.Unlock()
			awaitHold()
			mu.Lock()
			letAllGo()
			mu.Unlock()
			awaitHold()
			settle(300)
			mu.Lock()
		}
	case "alone": // whoever is next goes on as long as it can, and nobody that it wakes comes between
		if r := waiter(0); r != nil {
			runtime.GOMAXPROCS(1)
			letGo(r)
			mu.Unlock()
			settle(300)
			mu.Lock()
		}
	case "together":
		for i := 0; i < count; i++ {
			if table[i].waiting && int(expected.Load()) < runtime.GOMAXPROCS(0) {
				table[i].rushes = true
				expected.Add(1)
			}
		}
		letAllGo()
		mu.Unlock()
		settle(300)
		mu.Lock()
	}
}

//go:norace
func letAllGo() {
	for i := 0; i < count; i++ {
		if table[i].waiting {
			table[i].choice = -1
			letGo(table[i])
		}
	}
}

// credit is how many gates of this schedule are before it, not counting that where it waits.
//
//go:norace
func credit(r *record) int {
	gates, site := 0, -2
	if r.waiting {
		site = r.site
	}
	for i := at; i < len(lines); i++ {
		if lines[i].goroutine == r.id && lines[i].site != site {
			site = lines[i].site
			gates++
		}
	}
	return gates
}

// waiter is one of those at gates; number 0 is whose line is next.
//
//go:norace
func waiter(number int) *record {
	var waiting []*record
	for i := 0; i < count; i++ {
		r := table[i]
		if !r.waiting {
			continue
		}
		waiting = append(waiting, r)
		if at < len(lines) && r.id == lines[at].goroutine {
			last := len(waiting) - 1
			waiting[0], waiting[last] = waiting[last], waiting[0]
		}
	}
	if len(waiting) == 0 {
		return nil
	}
	return waiting[number%len(waiting)]
}

// rush waits, without giving up its thread, until the others that do are running too.
//
//go:norace
func rush() {
	arrived.Add(1)
	for spins := 0; spins < 1000000 && arrived.Load() < expected.Load(); spins++ {
	}
	// Which of them is how much later is to differ from run to run.
	for n := time.Now().UnixNano() % 128; n > 0; n-- {
		arrived.Load()
	}
}
