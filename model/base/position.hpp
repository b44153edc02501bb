#pragma once
// Places in source text, counted as Go's compiler counts them: lines and columns from 1, columns in
// bytes.

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace model::base {

struct Position {
  std::uint32_t file = 0;  ///< index in the FileSet
  std::uint32_t line = 0;  ///< 0: no position
  std::uint32_t column = 0;

  bool valid() const { return line != 0; }
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// The files of one run: names and texts. What it hands out (views) stays valid as long as it
/// lives.
class FileSet {
 public:
  /// Adds a file; `name` is what messages show. Returns its index.
  std::uint32_t add(std::string name, std::string text);
  std::uint32_t size() const { return static_cast<std::uint32_t>(files_.size()); }

  std::string_view name(std::uint32_t file) const;
  std::string_view text(std::uint32_t file) const;
  /// Line `line` (from 1) without its newline; empty beyond the end.
  std::string_view line(std::uint32_t file, std::uint32_t line) const;
  /// `file:line:column`; `file` alone without a line; `-` for no file.
  std::string describe(Position position) const;

 private:
  struct File {
    std::string name;
    std::string text;
    mutable std::vector<std::uint32_t> line_starts;  // filled at the first question for a line
  };
  std::vector<std::unique_ptr<File>> files_;
};

}  // namespace model::base
