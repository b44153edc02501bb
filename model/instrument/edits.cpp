// Applying insertions.

#include "model/instrument/edits.hpp"

namespace model::instrument {

std::size_t Edits::offset(base::Position p) const {
  const std::string_view all = files_.text(file_);
  const std::string_view line = files_.line(file_, p.line);
  if (line.data() == nullptr) return all.size();
  return static_cast<std::size_t>(line.data() - all.data()) + p.column - 1;
}

std::string_view Edits::text(base::Position from, base::Position to) const {
  return files_.text(file_).substr(offset(from), offset(to) - offset(from));
}

std::string Edits::apply() const {
  const std::string_view all = files_.text(file_);
  std::string out;
  std::size_t from = 0;
  for (const auto& [at, edit] : at_) {
    if (at < from) continue;  // of what is left out
    out += all.substr(from, at - from);
    out += edit.after + edit.before;
    // What is left out keeps its line breaks.
    for (std::size_t i = at; i < at + edit.skip; ++i) {
      if (all[i] == '\n') out += '\n';
    }
    from = at + edit.skip;
  }
  if (from < all.size()) out += all.substr(from);
  return out + tail_;
}

}  // namespace model::instrument
