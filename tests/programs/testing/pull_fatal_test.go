// Fatal in a sequence ends the test that pulls.
//
// Harness: no-go a test
package main

import (
	"iter"
	"testing"
)

//chancheck:want assertion bad source
func TestPull(t *testing.T) {
	next, stop := iter.Pull(func(yield func(int) bool) {
		t.Fatal("bad source")
	})
	defer stop()
	next()
	panic("not reached")
}

// Outcomes:
//	exit 1 "--- FAIL: TestPull (0.00s)\n    bad source\nFAIL\n"
