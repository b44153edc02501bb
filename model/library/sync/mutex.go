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

func (m *Mutex) Lock()         { mutexLock(&m.state) }
func (m *Mutex) Unlock()       { mutexUnlock(&m.state) }
func (m *Mutex) TryLock() bool { return mutexTryLock(&m.state) }
