// Package sync: every blocking or releasing step is an operation of the machine on a word of the object.
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

func (m *Mutex) Lock() {
	changes(&m.state)
	mutexLock(&m.state)
}

func (m *Mutex) Unlock() {
	changes(&m.state)
	mutexUnlock(&m.state)
}

func (m *Mutex) TryLock() bool {
	inspects(&m.state)
	if !mutexTryLock(&m.state) {
		return false
	}
	changes(&m.state)
	return true
}
