// Diagnostics in the Go compiler's format and order.

#include "model/base/diagnostic.hpp"

#include <algorithm>
#include <utility>

namespace model::base {

void Diagnostics::error(Position position, std::string_view code, std::string message) {
  if (list_.size() >= kKept) return;
  for (const Diagnostic& d : list_) {
    if (d.position.file == position.file && d.position.line == position.line &&
        d.message == message) {
      return;
    }
  }
  list_.push_back({position, std::string(code), std::move(message)});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = list_;
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.position < b.position;
  });
  return result;
}

std::string Diagnostics::print(const FileSet& files) const {
  std::string result;
  std::size_t printed = 0;
  for (const Diagnostic& d : sorted()) {
    if (printed++ == kLimit) return result + "too many errors\n";
    if (d.position.valid()) {
      result += files.describe(d.position);
      result += ": ";
    }
    result += d.message;
    result += '\n';
  }
  return result;
}

}  // namespace model::base
