package sync

func rwRLock(rw *int32)
func rwRUnlock(rw *int32)
func rwTryRLock(rw *int32) bool
func rwAnnounce(rw *int32)
func rwWait(rw *int32)
func rwRelease(rw *int32)
func rwTryLock(rw *int32) bool

// An RWMutex is held by many readers or one writer. The first three words are one object of the machine, named by the
// first; the others are those of the source's steps (sync/rwmutex.go), which it takes where they can be told apart from the
// machine's: where a Try method can be called, or somebody unlocks what is not locked.
type RWMutex struct {
	w         int32
	announced int32
	readers   int32

	readerCount int32
	readerWait  int32
	readerSem   int32
	writerSem   int32
}

const maxReaders = 1 << 30

func (rw *RWMutex) RLock() {
	changes(&rw.w)
	if !sourceSteps(stepsOfRWMutex) {
		rwRLock(&rw.w)
		return
	}
	step(&rw.readerCount)
	rw.readerCount++
	if rw.readerCount < 0 {
		semAcquire(&rw.readerSem)
	}
	acquire(&rw.readerCount)
}

func (rw *RWMutex) TryRLock() bool {
	inspects(&rw.w)
	if !rw.tryRLock() {
		return false
	}
	changes(&rw.w)
	return true
}

func (rw *RWMutex) tryRLock() bool {
	if !sourceSteps(stepsOfRWMutex) {
		return rwTryRLock(&rw.w)
	}
	step(&rw.readerCount)
	if rw.readerCount < 0 {
		return false
	}
	rw.readerCount++
	acquire(&rw.readerCount)
	return true
}

func (rw *RWMutex) RUnlock() {
	changes(&rw.w)
	if !sourceSteps(stepsOfRWMutex) {
		rwRUnlock(&rw.w)
		return
	}
	release(&rw.readerWait)
	step(&rw.readerCount)
	rw.readerCount--
	if rw.readerCount >= 0 {
		return
	}
	if rw.readerCount == -1 || rw.readerCount == -maxReaders-1 {
		rwRUnlock(&rw.w) // the machine's has no reader: fatal
	}
	step(&rw.readerCount)
	rw.readerWait--
	if rw.readerWait == 0 {
		semRelease(&rw.writerSem)
	}
}

func (rw *RWMutex) Lock() {
	changes(&rw.w)
	if !sourceSteps(stepsOfRWMutex) {
		mutexLock(&rw.w)
		rwAnnounce(&rw.w)
		rwWait(&rw.w)
		return
	}
	quietLock(&rw.w)
	step(&rw.readerCount)
	readers := rw.readerCount
	rw.readerCount -= maxReaders
	if readers != 0 {
		step(&rw.readerCount)
		rw.readerWait += readers
		if rw.readerWait != 0 {
			semAcquire(&rw.writerSem)
		}
	}
	acquire(&rw.readerCount)
	acquire(&rw.readerWait)
}

func (rw *RWMutex) TryLock() bool {
	inspects(&rw.w)
	if !rw.tryLock() {
		return false
	}
	changes(&rw.w)
	return true
}

func (rw *RWMutex) tryLock() bool {
	if !sourceSteps(stepsOfRWMutex) {
		return rwTryLock(&rw.w)
	}
	if !quietTryLock(&rw.w) {
		return false
	}
	step(&rw.readerCount)
	if rw.readerCount != 0 {
		quietUnlock(&rw.w)
		return false
	}
	rw.readerCount = -maxReaders
	acquire(&rw.readerCount)
	acquire(&rw.readerWait)
	return true
}

func (rw *RWMutex) Unlock() {
	changes(&rw.w)
	if !sourceSteps(stepsOfRWMutex) {
		rwRelease(&rw.w)
		effect()
		mutexUnlock(&rw.w)
		return
	}
	release(&rw.readerCount)
	step(&rw.readerCount)
	if rw.readerCount >= 0 {
		rwRelease(&rw.w) // the machine's is not announced: fatal
	}
	rw.readerCount += maxReaders
	effect()
	for n := rw.readerCount; n > 0; n-- {
		semRelease(&rw.readerSem)
	}
	quietUnlock(&rw.w)
}

// RLocker returns a Locker whose methods are RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
