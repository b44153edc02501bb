package sync

import "internal/machine"

// A Map is a map in which every call is one atomic step: it begins with a step on `word` and touches the entries in that
// step. What a call observes, an entry or that it is gone, is ordered after the call that
// wrote it, and after no other: each key has a cell for that, which stays when the entry goes, and Clear has one for all.
type Map struct {
	noCopy  noCopy
	word    int32
	entries map[any]any
	cells   map[any]*int32
	cleared int32
}

func (m *Map) write() {
	step(&m.word)
	if m.entries == nil {
		m.entries = make(map[any]any)
		m.cells = make(map[any]*int32)
	}
}

func (m *Map) observe(key any) (value any, ok bool) {
	if c := m.cells[key]; c != nil {
		machine.Observe(c)
	}
	if value, ok = m.entries[key]; !ok {
		machine.Observe(&m.cleared)
	}
	return
}

func (m *Map) publish(key any) {
	c := m.cells[key]
	if c == nil {
		c = new(int32)
		m.cells[key] = c
	}
	machine.Publish(c)
}

func (m *Map) Load(key any) (value any, ok bool) {
	step(&m.word)
	return m.observe(key)
}

func (m *Map) Store(key, value any) {
	m.write()
	m.entries[key] = value
	m.publish(key)
}

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.write()
	if old, ok := m.observe(key); ok {
		return old, true
	}
	m.entries[key] = value
	m.publish(key)
	return value, false
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.write()
	if value, loaded = m.observe(key); loaded {
		delete(m.entries, key)
		m.publish(key)
	}
	return
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.write()
	previous, loaded = m.observe(key)
	m.entries[key] = value
	m.publish(key)
	return
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.write()
	if v, ok := m.observe(key); ok && v == old {
		m.entries[key] = new
		m.publish(key)
		return true
	}
	return false
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.write()
	if v, ok := m.observe(key); ok && v == old {
		delete(m.entries, key)
		m.publish(key)
		return true
	}
	return false
}

func (m *Map) Clear() {
	m.write()
	clear(m.entries)
	machine.Publish(&m.cleared)
}

// Range is no snapshot: entries that come or go meanwhile may or may not be seen.
func (m *Map) Range(f func(key, value any) bool) {
	step(&m.word)
	for key := range m.entries {
		step(&m.word)
		value, ok := m.observe(key)
		if ok && !f(key, value) {
			return
		}
	}
}
