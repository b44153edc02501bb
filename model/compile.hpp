#pragma once
// Files in, a Program or errors out: the front end behind one function.

#include <memory>
#include <string>
#include <vector>

#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/machine.hpp"
#include "model/program/program.hpp"

namespace model {

struct CompileOptions {
  std::vector<std::string> patterns;  ///< files, directories, DIR/...
  std::uint32_t go_version = 26;      ///< language version where nothing else says
};

/// `//chancheck:` comments of an entry, parsed (syntax/annotation.hpp), flattened for the checker.
struct Want {
  std::string kind;
  std::string text;
  base::Position position;
};
struct Ignore {
  std::string what;    ///< kind or code
  std::string reason;
  base::Position position;   ///< of the comment
  std::uint32_t line = 0;    ///< the line it applies to
};
struct EntryInfo {
  program::Entry entry;
  std::vector<Want> wants;
};

/// One package with entries, compiled.
struct Unit {
  std::string name;  ///< as the user named it: the file, or the package's directory
  std::shared_ptr<const base::FileSet> files;
  std::shared_ptr<const program::Program> program;
  std::vector<EntryInfo> entries;
  std::vector<Ignore> ignores;
  std::uint32_t go_version = 26;
  std::vector<base::Diagnostic> errors;  ///< not empty: program is null
};

std::vector<Unit> compile(const CompileOptions& options);

/// The state machine of one entry. `program` must outlive it.
std::unique_ptr<Machine> make_machine(std::shared_ptr<const program::Program> program,
                                      const program::Entry& entry, const MachineOptions& options);

}  // namespace model
