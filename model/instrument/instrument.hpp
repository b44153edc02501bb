#pragma once
// A copy of a program in which a gate stands before each visible operation, so that the real runtime can be led through a
// schedule (checker/replay). The rewritten text keeps its lines: whatever is inserted stands on the line it belongs to, and
// each file starts with a //line directive, so positions in panics and dumps are those of the original.

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "model/base/position.hpp"
#include "model/compile.hpp"

namespace model::instrument {

/// The name under which the copy imports the package of gates.
inline constexpr const char* kGate = "chancheckgate";

/// A file of the copy; `path` is relative to its folder.
struct SourceFile {
  std::string path;
  std::string text;
};

/// Where gates stand. Operations that start at one position share a gate.
struct Site {
  enum class Kind : std::uint8_t {
    Operation,  ///< a channel operation, a call into the library
    Select,
    Deferred,   ///< a deferred call: the schedule may place it at the function's end instead
    Access,     ///< a statement with plain accesses that the schedule orders
    Store,      ///< the write of a statement whose read is an Access
  };
  Kind kind{};
  base::Position position, end;
};

struct Copy {
  std::vector<SourceFile> files;
  std::vector<Site> sites;  ///< a site's number is its index
  std::string module;       ///< module path of the copy
  std::string package;      ///< folder of the entry's package, relative
  std::uint32_t go_version = 0;
  std::string error;  ///< not empty: why there is no copy
};

/// Where the schedule's steps are in the source, and which of them are plain accesses.
struct Steps {
  std::set<base::Position> operations, accesses;
};

/// Instruments the program of the `unit`-th unit of `options` (as compile() counts them) for runs of `entry`.
Copy instrument(const CompileOptions& options, std::size_t unit, const std::string& entry,
                const Steps& steps);

}  // namespace model::instrument
