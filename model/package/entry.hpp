#pragma once
// Entries: where a check starts.

#include "model/package/package.hpp"

namespace model::package {

/// Adds the entries of `package` to the unit: main.main, TestXxx(t *testing.T), and TestMain.
/// Reports a test of a wrong signature as `go test` does.
void add_entries(Unit& unit, const Package& package, bool with_main);

}  // namespace model::package
