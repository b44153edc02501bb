// A panic ends the process when the output of the test, and of those around it, has been told and their cleanups have run.
//
// Harness: no-go a test
package main

import (
	"fmt"
	"testing"
)

//chancheck:want panic nil map
func TestPanics(t *testing.T) {
	t.Cleanup(func() { fmt.Println("outer cleanup") })
	t.Log("outer")
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { panic("cleanup") })
		t.Cleanup(func() { t.Log("in cleanup") })
		t.Log("inner")
		t.Run("deep", func(t *testing.T) {
			var m map[string]int
			m["x"]++
		})
	})
}

// Outcomes:
//	exit 2 "outer cleanup\n--- FAIL: TestPanics (0.00s)\n    outer\n    --- FAIL: TestPanics/sub (0.00s)\n        inner\n        --- FAIL: TestPanics/sub/deep (0.00s)\n        in cleanup\n        cleanup panicked with cleanup\n" assignment to entry in nil map [recovered, repanicked]
