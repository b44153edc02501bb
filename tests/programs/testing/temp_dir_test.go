// Each TempDir of a test is another one.
//
// Harness: no-go a test
package main

import (
	"path"
	"testing"
)

func TestDirs(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	if path.Dir(first) != path.Dir(second) || path.Base(first) != "001" || path.Base(second) != "002" {
		t.Error(first, second)
	}
	t.Run("a subtest/ö", func(t *testing.T) {
		if d := t.TempDir(); path.Base(d) != "001" || path.Dir(d) == path.Dir(first) {
			t.Error(d)
		}
	})
}

// Outcomes:
//	exit 0 "PASS\n"
