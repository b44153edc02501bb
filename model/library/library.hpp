#pragma once
// Go's standard packages as models: Go source, embedded into the executable.
//
// What the models promise to who compiles and runs them:
// - A package-level variable's initialiser has no effect but its value, and there are no init functions: variables that the
//   entry cannot reach may be left out, with their initialisers.
// - A function without a body is in model/program/natives.def.
// - overlay/PATH is no model: functions that replace those of package PATH of the Go tree.
// - Data of `sync`, `sync/atomic`, `context`, `time`, `testing` and the like is consistent by construction, so its plain
//   accesses are no races. The data of other packages belongs to their callers (a shared strings.Builder does race):
//   accesses_count(). So does that of packages compiled from a Go tree.

#include <span>
#include <string_view>

namespace model::library {

struct SourceFile {
  std::string_view name;  ///< sync/mutex.go
  std::string_view text;
};

struct Package {
  std::string_view path;  ///< sync/atomic
  std::span<const SourceFile> files;
};

/// All packages, sorted by path.
std::span<const Package> packages();

/// The package's files; empty if there is no such package.
std::span<const SourceFile> find(std::string_view path);

/// May what the model lacks be taken from the Go tree, bodies and all? The model's names then mean what they mean there.
bool bodies_fit(std::string_view path);

/// Is the file for where there is no Go tree? Its functions are taken from the tree otherwise, as what the model lacks.
bool stands_in(std::string_view file);

/// Do plain accesses in this package's code count for data races, as those of user code do?
bool accesses_count(std::string_view path);

}  // namespace model::library
