// AllocsPerRun calls its function once to warm up and then as often as asked.
//
// Harness: no-go a test
package main

import "testing"

func TestAllocs(t *testing.T) {
	n := 0
	testing.AllocsPerRun(10, func() { n++ })
	if n != 11 {
		t.Fatal("calls", n)
	}
}

// Outcomes:
//	exit 0 "PASS\n"
