package chancheckgate

// TryLock may fail though nobody holds the lock. The real one does not: somebody has to hold it, and so the gate does.
type tried struct {
	lock  any
	fails bool
}

func Try(site int, lock any) tried { return tried{lock, failsAt(site)} }

//go:norace
func failsAt(site int) bool { return pass(operation, site).choice == 0 }

func (t tried) TryLock() bool {
	f := t.lock.(interface{ TryLock() bool }).TryLock
	if t.hold() {
		defer t.release()
	}
	return f()
}

func (t tried) TryRLock() bool {
	f := t.lock.(interface{ TryRLock() bool }).TryRLock
	if t.hold() {
		defer t.release()
	}
	return f()
}

func (t tried) hold() bool {
	raceDisable()
	defer raceEnable()
	return t.fails && t.lock.(interface{ TryLock() bool }).TryLock()
}

func (t tried) release() {
	raceDisable()
	defer raceEnable()
	t.lock.(interface{ Unlock() }).Unlock()
}
