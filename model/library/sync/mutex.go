// Package sync: Mutex and RWMutex. Every blocking or releasing step is an operation of the machine on the first word;
// an RWMutex takes its steps in the order of sync/rwmutex.go: writers exclude each other, announce themselves to readers,
// then wait for the readers that are there.
package sync

type noCopy struct{}

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

func mutexLock(m *int32)
func mutexUnlock(m *int32)
func mutexTryLock(m *int32) bool

// A Mutex is a mutual exclusion lock.
type Mutex struct {
	state int32
}

func (m *Mutex) Lock()         { mutexLock(&m.state) }
func (m *Mutex) Unlock()       { mutexUnlock(&m.state) }
func (m *Mutex) TryLock() bool { return mutexTryLock(&m.state) }

func rwRLock(rw *int32)
func rwRUnlock(rw *int32)
func rwTryRLock(rw *int32) bool
func rwAnnounce(rw *int32)
func rwWait(rw *int32)
func rwRelease(rw *int32)
func rwTryLock(rw *int32) bool

// An RWMutex is held by many readers or one writer. The three words are one object of the machine, named by the first.
type RWMutex struct {
	w         int32
	announced int32
	readers   int32
}

func (rw *RWMutex) RLock()         { rwRLock(&rw.w) }
func (rw *RWMutex) RUnlock()       { rwRUnlock(&rw.w) }
func (rw *RWMutex) TryRLock() bool { return rwTryRLock(&rw.w) }
func (rw *RWMutex) TryLock() bool  { return rwTryLock(&rw.w) }

func (rw *RWMutex) Lock() {
	mutexLock(&rw.w)
	rwAnnounce(&rw.w)
	rwWait(&rw.w)
}

func (rw *RWMutex) Unlock() {
	rwRelease(&rw.w)
	mutexUnlock(&rw.w)
}

// RLocker returns a Locker whose methods are RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
