#pragma once
// One schedule on the real Go runtime: an instrumented copy of the program is built with the installed Go and led through
// the schedule (gate/).

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checker/finding/cause.hpp"
#include "checker/schedule/schedule.hpp"
#include "model/compile.hpp"

namespace checker::replay {

struct Request {
  model::CompileOptions compile;
  std::size_t unit = 0;  ///< which of its units
  std::string entry;
  bool is_test = false;
  std::shared_ptr<const model::base::FileSet> files;
  schedule::Schedule schedule;   ///< with the goroutines at its end
  finding::Cause predicted;
  std::vector<model::base::Position> others;  ///< of a race: the accesses that the one at its position conflicts with
};

struct Real {
  bool done = false;      ///< the real runtime did what was predicted
  std::string error;      ///< not empty: it could not be tried; why
  std::string output;     ///< of the program
  std::string seen;       ///< the line that shows it
};

/// Is there a Go? Its version, 1.N, or nothing.
std::optional<std::uint32_t> installed_go();

/// Writes the copy to `folder` (made if need be). Returns what is wrong, or nothing.
std::string write_copy(const Request& request, const std::string& folder);
/// The same with a test that fails as long as the runtime does what was predicted.
std::string write_test(const Request& request, const std::string& folder);

/// Writes the copy to a temporary folder, builds and runs it. `attempts`: what the gates cannot lead may need several.
Real run_for_real(const Request& request, int attempts);

// judge.cpp

/// Does the output show what was predicted? Returns the line that does, or nothing.
std::string shown_in(const std::string& output, const Request& request);
/// What the output has if it does: a text, or a dump with a goroutine that stands at a place with a status.
struct Evidence {
  std::string text, place, status;
};
Evidence evidence(const Request& request);
/// Prefixes of the names of the library's functions inside of which it takes two goroutines at one time; or none.
std::vector<std::string> inside_of(const Request& request);
/// What is looked for, in words.
std::string prediction(const Request& request);

}  // namespace checker::replay
