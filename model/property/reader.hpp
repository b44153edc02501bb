#pragma once
// Characters of an annotation with their columns, for the small languages of protocols and formulas.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"

namespace model::property {

class Reader {
 public:
  Reader(std::string_view text, base::Position start, base::Diagnostics& diagnostics)
      : text_(text), start_(start), diagnostics_(diagnostics) {}

  bool failed() const { return failed_; }
  std::size_t offset() const { return at_; }
  void seek(std::size_t offset) { at_ = offset; }
  std::string_view text() const { return text_; }
  base::Position here() const { return position(at_); }
  base::Position position(std::size_t offset) const {
    base::Position p = start_;
    p.column += static_cast<std::uint32_t>(offset);
    return p;
  }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool at_end() {
    skip_blanks();
    return at_ == text_.size();
  }
  bool at(std::string_view token) {
    skip_blanks();
    return text_.substr(at_, token.size()) == token;
  }
  bool got(std::string_view token) {
    if (!at(token)) return false;
    at_ += token.size();
    return true;
  }
  /// The identifier at hand, not yet taken; empty if there is none.
  std::string_view peek_word() {
    skip_blanks();
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end], end > at_)) ++end;
    return text_.substr(at_, end - at_);
  }
  std::string_view word() {
    const std::string_view w = peek_word();
    at_ += w.size();
    return w;
  }

  /// Reports the first error only.
  void error(base::Position at, std::string message) {
    if (!failed_) diagnostics_.error(at, "Annotation", std::move(message));
    failed_ = true;
  }
  /// What stands here instead of what is wanted.
  void unexpected(const std::string& wanted) {
    skip_blanks();
    std::string found = at_ == text_.size() ? "its end" : std::string(1, text_[at_]);
    if (const std::string_view w = peek_word(); !w.empty()) found = std::string(w);
    error(here(), "unexpected " + found + ", expected " + wanted);
  }

 private:
  static bool is_letter(char c, bool digits) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0 ||
           (digits && c >= '0' && c <= '9');
  }

  std::string_view text_;
  base::Position start_;
  base::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace model::property
