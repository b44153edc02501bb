#pragma once
// Files and directories.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model::package {

/// The file's bytes; nothing if it cannot be read (a directory cannot).
std::optional<std::string> read_file(const std::string& path);

/// Why a file cannot be read, in the system's words.
std::string why_unreadable(const std::string& path);

/// Names of the .go files of a directory that the go command looks at, sorted: none with a leading
/// `_` or `.`.
std::vector<std::string> go_files(const std::string& dir);

bool is_directory(const std::string& path);

/// Has the directory assembly files (.s) that the go command looks at?
bool has_assembly(const std::string& dir);

/// DIR and the directories below it that DIR/... means: not vendor, testdata, names with a leading
/// `_` or `.`, other modules. Sorted.
std::vector<std::string> directories_below(const std::string& dir);

/// `dir/name`, without a leading `./`.
std::string join(const std::string& dir, const std::string& name);

/// Absolute and without `.` and `..`.
std::string absolute_path(const std::string& path);

/// Relative to the working directory if it is below that.
std::string shorten_path(const std::string& path);

/// $GOPATH, or ~/go.
std::string go_path();

/// A module's path or version as the module cache writes it: upper case letters as `!` and lower
/// case.
std::string escape_module(const std::string& path);

/// The name after `package` in a file's text; empty if there is none.
std::string package_name_of(std::string_view text);

}  // namespace model::package
