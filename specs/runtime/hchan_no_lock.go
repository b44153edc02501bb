// The model of hchan.go without the channel's lock: two senders dequeue the same waiting receiver and wake it
// twice, and a waiter can be queued after the other side has looked: both sleep.
package main

import (
	"fmt"
	"sync/atomic"
)

const (
	running = iota
	waiting
	runnable
)

type g struct {
	status     atomic.Int32
	selectDone atomic.Bool
	park       chan wakeup // capacity 1: the thread's semaphore
}

type wakeup struct {
	sg   *sudog
	elem int
	ok   bool
}

type sudog struct {
	g        *g
	c        *hchan
	isSelect bool
	elem     int
	next     atomic.Pointer[sudog]
}

type waitq struct{ first atomic.Pointer[sudog] }

type hchan struct {
	closed atomic.Bool
	recvq  waitq
	sendq  waitq
}

func (c *hchan) lock()   {}
func (c *hchan) unlock() {}

func (q *waitq) enqueue(sg *sudog) {
	p := &q.first
	for s := p.Load(); s != nil; s = p.Load() {
		p = &s.next
	}
	p.Store(sg)
}

// dequeue skips a select that another channel has woken already.
func (q *waitq) dequeue() *sudog {
	for {
		sg := q.first.Load()
		if sg == nil {
			return nil
		}
		q.first.Store(sg.next.Load())
		if sg.isSelect && !sg.g.selectDone.CompareAndSwap(false, true) {
			continue
		}
		return sg
	}
}

func (q *waitq) remove(sg *sudog) {
	p := &q.first
	for s := p.Load(); s != nil; s = p.Load() {
		if s == sg {
			p.Store(sg.next.Load())
			return
		}
		p = &s.next
	}
}

func gopark(me *g, unlock func()) wakeup {
	me.status.Store(waiting)
	unlock()
	w := <-me.park
	me.status.Store(running)
	return w
}

func goready(sg *sudog, elem int, ok bool) {
	if !sg.g.status.CompareAndSwap(waiting, runnable) {
		panic("goready: bad g status")
	}
	sg.g.park <- wakeup{sg, elem, ok}
}

func chansend(me *g, c *hchan, elem int) {
	c.lock()
	if c.closed.Load() {
		c.unlock()
		panic("send on closed channel")
	}
	if sg := c.recvq.dequeue(); sg != nil {
		c.unlock()
		goready(sg, elem, true)
		return
	}
	c.sendq.enqueue(&sudog{g: me, c: c, elem: elem})
	if w := gopark(me, c.unlock); !w.ok {
		panic("send on closed channel")
	}
}

func chanrecv(me *g, c *hchan) (int, bool) {
	c.lock()
	if c.closed.Load() {
		c.unlock()
		return 0, false
	}
	if sg := c.sendq.dequeue(); sg != nil {
		c.unlock()
		goready(sg, 0, true)
		return sg.elem, true
	}
	c.recvq.enqueue(&sudog{g: me, c: c})
	w := gopark(me, c.unlock)
	return w.elem, w.ok
}

func closechan(c *hchan) {
	c.lock()
	c.closed.Store(true)
	for sg := c.recvq.dequeue(); sg != nil; sg = c.recvq.dequeue() {
		goready(sg, 0, false)
	}
	c.unlock()
}

// selectgo receives from a or b. It locks both in a fixed order, looks for a sender, queues itself on both,
// parks, and takes itself off the queue of the case that lost.
func selectgo(me *g, a, b *hchan) (*hchan, int) {
	lock := func() { a.lock(); b.lock() }
	unlock := func() { b.unlock(); a.unlock() }
	lock()
	for _, c := range [...]*hchan{a, b} {
		if sg := c.sendq.dequeue(); sg != nil {
			unlock()
			goready(sg, 0, true)
			return c, sg.elem
		}
	}
	me.selectDone.Store(false)
	sgs := [...]*sudog{{g: me, c: a, isSelect: true}, {g: me, c: b, isSelect: true}}
	for _, sg := range sgs {
		sg.c.recvq.enqueue(sg)
	}
	w := gopark(me, unlock)
	lock()
	for _, sg := range sgs {
		if sg != w.sg {
			sg.c.recvq.remove(sg)
		}
	}
	unlock()
	return w.sg.c, w.elem
}

func newg() *g { return &g{park: make(chan wakeup, 1)} }

//chancheck:want panic goready: bad g status
//chancheck:want deadlock all goroutines are asleep
func main() {
	a, b := new(hchan), new(hchan)
	go chansend(newg(), a, 1)
	go chansend(newg(), a, 2)
	go chansend(newg(), b, 4)
	me := newg()
	sum, _ := chanrecv(me, a)
	c, v := selectgo(me, a, b)
	sum += v
	if c == a {
		v, _ = chanrecv(me, b)
	} else {
		v, _ = chanrecv(me, a)
	}
	sum += v
	closechan(a)
	v, ok := chanrecv(me, a)
	fmt.Println(sum, v, ok)
}

// Outcomes:
//	exit 0 "7 0 false\n"
//	exit 2 "" all goroutines are asleep - deadlock!
//	exit 2 "" goready: bad g status
