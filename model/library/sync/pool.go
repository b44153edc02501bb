package sync

import (
	"internal/caller"
	"internal/machine"
)

// A Pool hands out values that were put in, or new ones: which is a choice, for the collector may have dropped any. Put(x)
// synchronises with the Get that returns x, and goes by x's own cell.
type Pool struct {
	noCopy noCopy
	word   int32
	items  []*poolItem
	New    func() any
}

type poolItem struct {
	value any
	put   int32
}

func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	item := &poolItem{value: x}
	step(&p.word)
	machine.Publish(&item.put)
	p.items = append(p.items, item)
}

func (p *Pool) Get() any {
	if item := p.take(); item != nil {
		return item.value
	}
	if make := caller.Load(&p.New); make != nil {
		return make()
	}
	return nil
}

// take chooses first: a choice is an operation of its own, and what is chosen may be gone when the step comes.
func (p *Pool) take() *poolItem {
	step(&p.word)
	n := len(p.items)
	if n == 0 {
		return nil
	}
	i := machine.Choose(n + 1)
	step(&p.word)
	if i >= len(p.items) {
		return nil
	}
	item := p.items[i]
	machine.Observe(&item.put)
	rest := make([]*poolItem, 0, len(p.items)-1)
	rest = append(rest, p.items[:i]...)
	p.items = append(rest, p.items[i+1:]...)
	return item
}
