// TestMain's os.Exit(m.Run()) is what main does without one: it hides no leak of a test that passed.
//
// Harness: no-go a test
package main

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	os.Exit(m.Run())
}

//chancheck:want leak
func TestForgets(t *testing.T) {
	answer := make(chan int)
	go func() { answer <- 42 }()
}

//chancheck:want assertion asked
func TestFails(t *testing.T) {
	answer := make(chan int)
	go func() { answer <- 42 }()
	t.Error("asked")
}

// Outcomes:
//	exit 0 "PASS\n"
//	exit 1 "--- FAIL: TestFails (0.00s)\n    asked\nFAIL\n"
