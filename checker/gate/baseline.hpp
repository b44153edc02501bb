#pragma once
// Findings that are known: a file of fingerprints. What is in it is suppressed, and what is in it and not found is fixed.

#include <set>
#include <string>
#include <vector>

#include "checker/finding/result.hpp"

namespace checker::gate {

struct Known {
  std::string fingerprint;
  std::string description;  ///< `file:line: kind: message`, as it was
  std::string entry;        ///< `name entry`
};

/// Reads a baseline file. Returns what is wrong with it, or nothing.
std::string read_baseline(const std::string& file, std::vector<Known>& known);
/// The file for these results: all their findings that are neither wanted nor ignored.
std::string baseline_text(const std::vector<finding::Result>& results);

/// Marks the known findings, for `reason`, and settles the verdicts. Returns those that were not found again in an entry that
/// was completely explored.
std::vector<Known> apply_baseline(const std::vector<Known>& known, const std::string& reason,
                                  std::vector<finding::Result>& results);

}  // namespace checker::gate
