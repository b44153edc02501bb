#pragma once
// Text to tokens (Go spec, "Lexical elements").

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/position.hpp"
#include "model/syntax/token.hpp"
#include "model/syntax/tree.hpp"

namespace model::syntax {

/// After next() the fields describe the token at hand.
class Scanner {
 public:
  using ErrorHandler = std::function<void(Position, std::string)>;

  /// `start` is the position of the text's first byte.
  Scanner(std::string_view text, Position start, ErrorHandler on_error);

  void next();
  /// Nothing but Eof from here on.
  void stop();

  Token token = Token::Illegal;
  Position position;
  Position end;
  std::uint32_t offset = 0;  ///< of the token's first byte in the text
  /// Names and literals: as written. Semicolon: "semicolon", "newline" or "EOF", what stands there.
  std::string_view text;
  bool bad = false;  ///< a literal with a reported error

  /// Comments since the last call, in order.
  std::vector<Comment> take_comments();
  bool has_comments() const { return !comments_.empty(); }

 private:
  char at(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool at_end() const { return at_ >= text_.size(); }
  Position here() const { return position_of(at_); }
  Position position_of(std::size_t offset) const {
    return {file_, line_, static_cast<std::uint32_t>(offset - line_start_ + 1)};
  }
  void error(Position p, std::string message) { on_error_(p, std::move(message)); }
  void error_here(std::string message) { on_error_(here(), std::move(message)); }
  void newline() {
    ++line_;
    line_start_ = at_ + 1;
  }
  void advance_char();

  void check_encoding();
  void finish(Token t, bool ends_statement);
  bool skip_blanks(bool newline_ends);
  bool skip_comment(bool newline_ends);
  void scan_identifier();
  void scan_operator();
  void scan_number();
  int scan_digits(int base, std::size_t* invalid);
  void scan_char();
  void scan_string();
  void scan_raw_string();
  bool scan_escape(char quote);

  std::string_view text_;
  std::uint32_t file_;
  ErrorHandler on_error_;
  std::size_t at_ = 0;  // next byte
  std::uint32_t line_;
  std::size_t line_start_;  // offset of column 1 (wraps below 0 when the text starts mid-line)
  bool ends_statement_ = false;
  std::vector<Comment> comments_;
};

/// The bytes a string literal (interpreted or raw, scanned without error) means.
std::string string_value(std::string_view literal);
/// The code point of a rune literal scanned without error.
char32_t char_value(std::string_view literal);

/// As Go's %#U: U+0040 '@'.
std::string describe_char(char32_t c);

}  // namespace model::syntax
