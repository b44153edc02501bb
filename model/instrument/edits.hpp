#pragma once
// Insertions into a text, made while its tree is walked from the outside in.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "model/base/position.hpp"

namespace model::instrument {

class Edits {
 public:
  Edits(const base::FileSet& files, std::uint32_t file) : files_(files), file_(file) {}

  std::size_t offset(base::Position p) const;
  std::string_view text(base::Position from, base::Position to) const;
  /// Before what starts at `p`; of several the first said stands first: outer ones first.
  void before(base::Position p, const std::string& text) { at_[offset(p)].before += text; }
  /// After what ends at `p`; of several the first said stands last.
  void after(base::Position p, const std::string& text) {
    std::string& all = at_[offset(p)].after;
    all.insert(0, text);
  }
  /// The text of [from, to) is left out.
  void drop(base::Position from, base::Position to) { at_[offset(from)].skip = offset(to) - offset(from); }
  void at_end(const std::string& text) { tail_ += text; }

  std::string apply() const;

 private:
  struct Edit {
    std::string after, before;
    std::size_t skip = 0;
  };
  const base::FileSet& files_;
  std::uint32_t file_;
  std::map<std::size_t, Edit> at_;
  std::string tail_;
};

}  // namespace model::instrument
