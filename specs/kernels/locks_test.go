// Kernels with mutexes: taken twice, in two orders, not given back.
package kernels

import (
	"errors"
	"sync"
	"testing"
)

// A method that locks calls another one that does.

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

func (a *account) WithdrawTwice(n int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.Balance() < n {
		return false
	}
	a.balance -= n
	return true
}

func (a *account) Withdraw(n int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.balance < n {
		return false
	}
	a.balance -= n
	return true
}

//chancheck:want deadlock
func TestDoubleLockBuggy(t *testing.T) {
	a := &account{balance: 3}
	a.WithdrawTwice(2)
}

func TestDoubleLockFixed(t *testing.T) {
	a := &account{balance: 3}
	if !a.Withdraw(2) || a.Balance() != 1 {
		t.Error("wrong balance")
	}
}

// A callback runs under the lock of who calls it, and calls back.

type registry struct {
	mu    sync.Mutex
	hooks []func(*registry)
	names map[string]int
}

func (r *registry) Set(name string, v int) {
	r.mu.Lock()
	r.names[name] = v
	r.mu.Unlock()
}

func (r *registry) FireLocked() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, hook := range r.hooks {
		hook(r)
	}
}

func (r *registry) Fire() {
	r.mu.Lock()
	hooks := append([]func(*registry){}, r.hooks...)
	r.mu.Unlock()
	for _, hook := range hooks {
		hook(r)
	}
}

func newRegistry() *registry {
	r := &registry{names: map[string]int{}}
	r.hooks = append(r.hooks, func(r *registry) { r.Set("fired", 1) })
	return r
}

//chancheck:want leak
func TestCallbackUnderLockBuggy(t *testing.T) {
	r := newRegistry()
	go r.FireLocked()
}

func TestCallbackUnderLockFixed(t *testing.T) {
	r := newRegistry()
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Fire()
	}()
	<-done
	if r.names["fired"] != 1 {
		t.Error("not fired")
	}
}

// Two accounts are locked in the order of the arguments.

func transferInCallOrder(from, to *account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.balance -= n
	to.balance += n
}

type numbered struct {
	account
	id int
}

func transferInFixedOrder(from, to *numbered, n int) {
	first, second := from, to
	if second.id < first.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	from.balance -= n
	to.balance += n
}

//chancheck:want deadlock
func TestLockOrderBuggy(t *testing.T) {
	a, b := &account{balance: 5}, &account{balance: 5}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); transferInCallOrder(a, b, 1) }()
	go func() { defer wg.Done(); transferInCallOrder(b, a, 2) }()
	wg.Wait()
}

func TestLockOrderFixed(t *testing.T) {
	a, b := &numbered{account{balance: 5}, 1}, &numbered{account{balance: 5}, 2}
	a.balance = 5
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); transferInFixedOrder(a, b, 1) }()
	go func() { defer wg.Done(); transferInFixedOrder(b, a, 2) }()
	wg.Wait()
	if a.balance != 6 || b.balance != 4 {
		t.Error(a.balance, b.balance)
	}
}

// An error path returns without unlocking.

type queue struct {
	mu    sync.Mutex
	items []int
	limit int
}

var errFull = errors.New("full")

func (q *queue) PutForgets(v int) error {
	q.mu.Lock()
	if len(q.items) >= q.limit {
		return errFull
	}
	q.items = append(q.items, v)
	q.mu.Unlock()
	return nil
}

func (q *queue) Put(v int) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) >= q.limit {
		return errFull
	}
	q.items = append(q.items, v)
	return nil
}

//chancheck:want deadlock
func TestMissedUnlockBuggy(t *testing.T) {
	q := &queue{limit: 1}
	for i := 0; i < 3; i++ {
		_ = q.PutForgets(i)
	}
}

func TestMissedUnlockFixed(t *testing.T) {
	q := &queue{limit: 1}
	failed := 0
	for i := 0; i < 3; i++ {
		if err := q.Put(i); errors.Is(err, errFull) {
			failed++
		}
	}
	if failed != 2 {
		t.Error(failed)
	}
}

// A panic that is recovered higher up leaves the lock taken.

func guarded(f func()) {
	defer func() { _ = recover() }()
	f()
}

func (q *queue) FirstNoDefer() int {
	q.mu.Lock()
	v := q.items[0]
	q.mu.Unlock()
	return v
}

func (q *queue) First() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.items[0]
}

//chancheck:want deadlock
func TestPanicKeepsLockBuggy(t *testing.T) {
	q := &queue{limit: 2}
	guarded(func() { q.FirstNoDefer() })
	_ = q.Put(1)
}

func TestPanicKeepsLockFixed(t *testing.T) {
	q := &queue{limit: 2}
	guarded(func() { q.First() })
	if err := q.Put(1); err != nil {
		t.Error(err)
	}
}

// A struct with a mutex is copied, and the copy's lock guards nothing.

type counter struct {
	mu sync.Mutex
	n  *int
}

func (c counter) IncCopied() {
	c.mu.Lock()
	*c.n++
	c.mu.Unlock()
}

func (c *counter) Inc() {
	c.mu.Lock()
	*c.n++
	c.mu.Unlock()
}

//chancheck:want race
func TestCopiedMutexBuggy(t *testing.T) {
	c := counter{n: new(int)}
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); c.IncCopied() }()
	}
	wg.Wait()
}

func TestCopiedMutexFixed(t *testing.T) {
	c := counter{n: new(int)}
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); c.Inc() }()
	}
	wg.Wait()
	if *c.n != 2 {
		t.Error(*c.n)
	}
}

// Unlock in a loop that may have unlocked already.

//chancheck:want fatal unlock of unlocked mutex
func TestUnlockTwiceBuggy(t *testing.T) {
	var mu sync.Mutex
	items := []int{1, -1, 2}
	mu.Lock()
	defer mu.Unlock()
	for _, v := range items {
		if v < 0 {
			mu.Unlock()
			return
		}
	}
}

func TestUnlockTwiceFixed(t *testing.T) {
	var mu sync.Mutex
	items := []int{1, -1, 2}
	mu.Lock()
	defer mu.Unlock()
	for _, v := range items {
		if v < 0 {
			return
		}
	}
	t.Error("no negative item")
}

// Check, then act: the lock is given back between the two.

type inventory struct {
	mu    sync.Mutex
	stock int
}

func (i *inventory) available() bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.stock > 0
}

func (i *inventory) takeLate() {
	if i.available() {
		i.mu.Lock()
		i.stock--
		i.mu.Unlock()
	}
}

func (i *inventory) take() bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.stock == 0 {
		return false
	}
	i.stock--
	return true
}

//chancheck:want assertion sold
func TestCheckThenActBuggy(t *testing.T) {
	inv := &inventory{stock: 1}
	var wg sync.WaitGroup
	for n := 0; n < 2; n++ {
		wg.Add(1)
		go func() { defer wg.Done(); inv.takeLate() }()
	}
	wg.Wait()
	if inv.stock < 0 {
		t.Error("sold what was not there")
	}
}

func TestCheckThenActFixed(t *testing.T) {
	inv := &inventory{stock: 1}
	var wg sync.WaitGroup
	for n := 0; n < 2; n++ {
		wg.Add(1)
		go func() { defer wg.Done(); inv.take() }()
	}
	wg.Wait()
	if inv.stock != 0 {
		t.Error(inv.stock)
	}
}
