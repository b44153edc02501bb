// Defer in practice: resources released in reverse, errors of closing joined, locks, timing of evaluation.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type file struct {
	name string
	log  *[]string
	bad  bool
}

func open(name string, log *[]string) (*file, error) {
	if name == "" {
		return nil, errors.New("no name")
	}
	*log = append(*log, "open "+name)
	return &file{name: name, log: log, bad: name == "bad"}, nil
}

func (f *file) Close() error {
	*f.log = append(*f.log, "close "+f.name)
	if f.bad {
		return errors.New("closing " + f.name)
	}
	return nil
}

func use(log *[]string, names ...string) (err error) {
	for _, n := range names {
		f, e := open(n, log)
		if e != nil {
			return fmt.Errorf("use: %w", e)
		}
		defer func() { err = errors.Join(err, f.Close()) }()
	}
	if len(names) > 2 {
		panic("too many")
	}
	return nil
}

func safe(log *[]string, names ...string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v with %v", r, err)
		}
	}()
	return use(log, names...)
}

type account struct {
	mu  sync.Mutex
	sum int
}

func (a *account) with(f func(*int) error) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	old := a.sum
	if err := f(&a.sum); err != nil {
		a.sum = old
		return err
	}
	return nil
}

func main() {
	for _, names := range [][]string{{"a", "b"}, {"a", ""}, {"bad", "b"}, {"a", "b", "c"}} {
		var log []string
		err := safe(&log, names...)
		fmt.Println(log, err)
	}
	var a account
	fmt.Println(a.with(func(n *int) error { *n += 5; return nil }), a.sum)
	fmt.Println(a.with(func(n *int) error { *n -= 10; return errors.New("overdrawn") }), a.sum)
	func() {
		defer func() { fmt.Println(recover(), a.mu.TryLock()) }()
		a.with(func(n *int) error { panic("inside") })
	}()
}

// Outcomes:
//	exit 0 "[open a open b close b close a] <nil>\n[open a close a] use: no name\n[open bad open b close b close bad] closing bad\n[open a open b open c close c close b close a] recovered too many with <nil>\n<nil> 5\noverdrawn 5\ninside true\n"
