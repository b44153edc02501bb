package sync

func condAdd(list **condWaiter) *condWaiter
func condWait(ticket *condWaiter)
func condSignal(list **condWaiter)
func condBroadcast(list **condWaiter)

// condWaiter is a place in the list of waiters; the machine keeps the list.
type condWaiter struct {
	next     *condWaiter
	notified bool
}

// A Cond lets goroutines wait for an announcement. A waiter takes its place in the list before it releases L, so the
// order of the list can be observed and Signal wakes the first.
type Cond struct {
	noCopy noCopy
	L      Locker
	list   *condWaiter
	self   *Cond
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	if c.self == nil {
		c.self = c
	}
	if c.self != c {
		panic("sync.Cond is copied")
	}
}

func (c *Cond) Wait() {
	c.check()
	ticket := condAdd(&c.list)
	c.L.Unlock()
	condWait(ticket)
	c.L.Lock()
}

func (c *Cond) Signal() {
	c.check()
	condSignal(&c.list)
}

func (c *Cond) Broadcast() {
	c.check()
	condBroadcast(&c.list)
}
