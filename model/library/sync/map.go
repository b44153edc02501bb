package sync

import "sync/atomic"

// A Map is a map in which every call is one atomic step. A call begins with an operation on `writes` (a load if it only
// reads, a swap if it writes) and touches the entries in the same step; so a write is ordered before what observes it.
type Map struct {
	noCopy  noCopy
	writes  atomic.Bool
	entries map[any]any
}

func (m *Map) write() {
	m.writes.Swap(true)
	if m.entries == nil {
		m.entries = make(map[any]any)
	}
}

func (m *Map) Load(key any) (value any, ok bool) {
	m.writes.Load()
	value, ok = m.entries[key]
	return
}

func (m *Map) Store(key, value any) {
	m.write()
	m.entries[key] = value
}

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.write()
	if old, ok := m.entries[key]; ok {
		return old, true
	}
	m.entries[key] = value
	return value, false
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.write()
	value, loaded = m.entries[key]
	delete(m.entries, key)
	return
}

func (m *Map) Delete(key any) {
	m.write()
	delete(m.entries, key)
}

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.write()
	previous, loaded = m.entries[key]
	m.entries[key] = value
	return
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.write()
	if v, ok := m.entries[key]; ok && v == old {
		m.entries[key] = new
		return true
	}
	return false
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.write()
	if v, ok := m.entries[key]; ok && v == old {
		delete(m.entries, key)
		return true
	}
	return false
}

func (m *Map) Clear() {
	m.write()
	clear(m.entries)
}

// Range is no snapshot: entries that come or go meanwhile may or may not be seen.
func (m *Map) Range(f func(key, value any) bool) {
	m.writes.Load()
	for key := range m.entries {
		m.writes.Load()
		value, ok := m.entries[key]
		if ok && !f(key, value) {
			return
		}
	}
}
