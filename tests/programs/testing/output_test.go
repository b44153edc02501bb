// What is written to a test's Output comes in whole lines, each indented; a Log ends the line that was begun.
//
// Harness: no-go a test
package main

import (
	"fmt"
	"testing"
)

//chancheck:want assertion
func TestOutput(t *testing.T) {
	w := t.Output()
	fmt.Fprint(w, "one")
	t.Run("sub", func(t *testing.T) {
		fmt.Fprint(w, " two\nthree")
		fmt.Fprint(t.Output(), "of a subtest that passes")
	})
	fmt.Fprint(w, "four")
	t.Log("several\nlines")
	fmt.Fprint(w, "five")
	t.Fail()
}

// Outcomes:
//	exit 1 "--- FAIL: TestOutput (0.00s)\n    one two\n    three\n    four\n    several\n        lines\n    five\nFAIL\n"
