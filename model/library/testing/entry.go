package testing

import "internal/machine"

// runTest is the test binary with one test. It returns the exit code.
func runTest(name string, test func(t *T)) int {
	root := &common{barrier: make(chan bool)}
	t := newTest(name, root)
	go tRunner(t, test)
	<-t.signal
	if len(root.sub) > 0 {
		close(root.barrier)
		<-t.signal
	}
	root.done.Store(true)
	if root.failed {
		machine.Print("FAIL\n")
		return 1
	}
	machine.Print("PASS\n")
	return 0
}

// runEntry is what main does to check one test; a test that passed ends as main.main does when it returns.
func runEntry(name string, test func(t *T)) {
	if code := runTest(name, test); code != 0 {
		machine.Exit(code)
	}
}

// M is what TestMain gets.
type M struct {
	name string
	test func(t *T)
	code int
}

func (m *M) Run() int {
	m.code = runTest(m.name, m.test)
	return m.code
}

// runMain is runEntry with a TestMain.
func runMain(main func(m *M), name string, test func(t *T)) {
	m := &M{name: name, test: test}
	main(m)
	if m.code != 0 {
		machine.Exit(m.code)
	}
}

func Short() bool       { return false }
func Verbose() bool     { return false }
func Testing() bool     { return true }
func CoverMode() string { return "" }

// AllocsPerRun: what Go allocates on the heap depends on its compiler.
func AllocsPerRun(runs int, f func()) float64 {
	machine.Unmodelled("testing.AllocsPerRun")
	return 0
}
