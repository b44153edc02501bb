package sync

import (
	"internal/machine"
	"sync/atomic"
)

// A Pool hands out values that were put in, or new ones: which is a choice, for the collector may have dropped any. The
// lock only makes a Get one step; what Put(x) synchronises with is the Get that returns x, and that goes by x's own cell.
type Pool struct {
	noCopy noCopy
	lock   int32
	items  []*poolItem
	New    func() any
}

type poolItem struct {
	value any
	put   atomic.Bool
}

func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	item := &poolItem{value: x}
	item.put.Store(true)
	quietLock(&p.lock)
	p.items = append(p.items, item)
	quietUnlock(&p.lock)
}

func (p *Pool) Get() any {
	quietLock(&p.lock)
	n := len(p.items)
	if n > 0 {
		if i := machine.Choose(n + 1); i < n {
			item := p.items[i]
			rest := make([]*poolItem, 0, n-1)
			rest = append(rest, p.items[:i]...)
			p.items = append(rest, p.items[i+1:]...)
			quietUnlock(&p.lock)
			item.put.Load()
			return item.value
		}
	}
	quietUnlock(&p.lock)
	if p.New != nil {
		return p.New()
	}
	return nil
}
