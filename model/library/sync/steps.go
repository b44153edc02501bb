package sync

// The steps of Go's source, for types whose bookkeeping can be seen: step(p) is a point at which others may come in between;
// the code after it, up to the next such point, is one atomic step. It orders nothing: what happens before what is said by
// acquire and release, as the source says it to the race detector.

func step(p *int32)
func acquire(p *int32)
func release(p *int32)

// The WaitGroup and the goroutine's bubble of testing/synctest. state: is it in use?
func associate(p *int32, state int32)
func disassociate(p *int32)

// What a method does to its object, for races with those who copy or overwrite it. The first word stands for all.
func inspects(p *int32)
func changes(p *int32)

func semAcquire(p *int32)
func semRelease(p *int32)

// What the call at hand is for has been done, in this step: an event of the spec happens here, not when the call returns.
func effect()

// Does the type take the source's steps, or is it an operation of the machine?
func sourceSteps(kind int) bool

const (
	stepsOfRWMutex = iota
	stepsOfWaitGroup
)

// A mutex that orders nothing in the user's program.
func quietLock(m *int32)
func quietUnlock(m *int32)
func quietTryLock(m *int32) bool
