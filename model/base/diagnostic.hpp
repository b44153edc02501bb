#pragma once
// What is wrong with the user's program, collected and printed as the Go compiler does.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/position.hpp"

namespace model::base {

struct Diagnostic {
  Position position;
  std::string code;     ///< short and stable: Syntax, UnusedVar, MismatchedTypes, ...
  std::string message;  ///< as the Go compiler words it

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects diagnostics. Of those on one line with one text only the first is kept.
class Diagnostics {
 public:
  static constexpr std::size_t kLimit = 10;  ///< as many are printed as text, as by the Go compiler

  void error(Position position, std::string_view code, std::string message);

  bool empty() const { return list_.empty(); }
  std::size_t count() const { return list_.size(); }
  /// True once no more are kept: work that only finds more may stop.
  bool full() const { return list_.size() >= kKept; }

  /// All, by position.
  std::vector<Diagnostic> sorted() const;
  /// One line each, `file:line:column: message`, for the first kLimit; then `too many errors`.
  std::string print(const FileSet& files) const;

 private:
  static constexpr std::size_t kKept = 1000;

  std::vector<Diagnostic> list_;
};

}  // namespace model::base
