// The scanner: blanks, comments, automatic semicolons, names and operators. Literals are in
// scan_literal.cpp. Messages are worded as cmd/compile's.

#include "model/syntax/scanner.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <utility>

#include "model/syntax/unicode.hpp"

namespace model::syntax {

namespace {

constexpr char32_t kByteOrderMark = 0xfeff;

bool is_ascii_letter(char c) { return c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

Token keyword(std::string_view name) {
  struct Entry {
    std::string_view text;
    Token token;
  };
  static constexpr Entry kKeywords[] = {
#define KEYWORD(name, text) {text, Token::name},
#include "model/syntax/token.def"
  };
  if (name.size() < 2 || name.size() > 11) return Token::Ident;
  for (const Entry& e : kKeywords) {
    if (e.text[0] == name[0] && e.text == name) return e.token;
  }
  return Token::Ident;
}

/// Operators by length, longest first, so that the first that fits is the token.
struct Operator {
  std::string_view text;
  Token token;
};
const std::array<std::vector<Operator>, 128>& operators() {
  static const auto table = [] {
    std::array<std::vector<Operator>, 128> t;
    static constexpr Operator kAll[] = {
#define OPERATOR(name, text) {text, Token::name},
#include "model/syntax/token.def"
    };
    for (const Operator& o : kAll) t[static_cast<unsigned char>(o.text[0])].push_back(o);
    for (auto& list : t) {
      std::stable_sort(list.begin(), list.end(), [](const Operator& a, const Operator& b) {
        return a.text.size() > b.text.size();
      });
    }
    return t;
  }();
  return table;
}

bool operator_ends_statement(Token t) {
  return t == Token::Rparen || t == Token::Rbrack || t == Token::Rbrace || t == Token::Inc ||
         t == Token::Dec;
}

}  // namespace

std::string describe_char(char32_t c) {
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
  std::string result = code;
  const bool printable =
      (c >= 0x20 && c < 0x7f) || (c > 0xa0 && c != 0xad && c != kByteOrderMark && c <= 0x10ffff &&
                                  !(c >= 0x2000 && c < 0x2010) && !(c >= 0xd800 && c < 0xf900));
  if (printable) {
    result += " '";
    append_utf8(result, c);
    result += "'";
  }
  return result;
}

Scanner::Scanner(std::string_view text, Position start, ErrorHandler on_error)
    : text_(text),
      file_(start.file),
      on_error_(std::move(on_error)),
      line_(start.line),
      line_start_(std::size_t{0} - (start.column - 1)) {
  check_encoding();
}

/// Reports what may stand nowhere in a file; from then on the scanner passes over it in silence.
void Scanner::check_encoding() {
  bool suspicious = false;
  for (const char c : text_) {
    if (static_cast<signed char>(c) <= 0) {
      suspicious = true;
      break;
    }
  }
  if (!suspicious) return;
  const std::size_t line_start = line_start_;
  const std::uint32_t line = line_;
  int reported = 0;
  for (at_ = 0; at_ < text_.size() && reported < 20;) {
    const char c = text_[at_];
    if (c == '\n') newline();
    if (c > 0) {
      ++at_;
      continue;
    }
    const Decoded d = decode_utf8(text_.substr(at_));
    if (c == 0) {
      error_here("invalid NUL character");
      ++reported;
    } else if (!d.valid) {
      error_here("invalid UTF-8 encoding");
      ++reported;
    } else if (d.value == kByteOrderMark && at_ != 0) {
      error_here("invalid BOM in the middle of the file");
      ++reported;
    }
    at_ += d.size;
  }
  at_ = 0;
  line_ = line;
  line_start_ = line_start;
}

std::vector<Comment> Scanner::take_comments() { return std::exchange(comments_, {}); }

void Scanner::stop() {
  at_ = text_.size();
  ends_statement_ = false;
  comments_.clear();
  next();
}

/// Passes one character, of any length, that is no newline.
void Scanner::advance_char() {
  if (at_end()) return;
  if (static_cast<signed char>(text_[at_]) > 0) {
    ++at_;
  } else {
    at_ += decode_utf8(text_.substr(at_)).size;
  }
}

void Scanner::finish(Token t, bool ends_statement) {
  token = t;
  text = text_.substr(offset, at_ - offset);
  end = here();
  ends_statement_ = ends_statement;
}

/// Passes blanks and comments. True if there a statement ends: at a newline, at a comment that has
/// one, at the end.
bool Scanner::skip_blanks(bool newline_ends) {
  for (;;) {
    if (at_end()) return newline_ends;
    const char c = text_[at_];
    if (c == '\n') {
      if (newline_ends) return true;
      newline();
      ++at_;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\0') {
      ++at_;
    } else if (c == '/' && (at(1) == '/' || at(1) == '*')) {
      if (skip_comment(newline_ends)) return true;
    } else if (static_cast<signed char>(c) < 0) {
      const Decoded d = decode_utf8(text_.substr(at_));
      if (d.valid && d.value != kByteOrderMark) return false;
      at_ += d.size;
    } else {
      return false;
    }
  }
}

/// Passes a comment; true if it acts like a newline that ends a statement (`offset` is then its
/// start).
bool Scanner::skip_comment(bool newline_ends) {
  const std::size_t start = at_;
  const Position where = here();
  if (at(1) == '/') {
    const std::size_t eol = std::min(text_.find('\n', at_), text_.size());
    std::size_t stop = eol;
    if (stop > start && text_[stop - 1] == '\r') --stop;
    at_ = eol;
    comments_.push_back({where, text_.substr(start, stop - start), line_});
    return false;
  }
  const std::size_t close = text_.find("*/", at_ + 2);
  const std::size_t stop = close == std::string_view::npos ? text_.size() : close + 2;
  for (; at_ < stop; ++at_) {
    if (text_[at_] == '\n') newline();
  }
  if (close == std::string_view::npos) {
    error(where, "comment not terminated");
    return false;
  }
  comments_.push_back({where, text_.substr(start, stop - start), line_});
  if (newline_ends && line_ > where.line) {
    offset = static_cast<std::uint32_t>(start);
    position = where;
    return true;
  }
  return false;
}

void Scanner::next() {
  bad = false;
  position = {};
  for (;;) {
    if (skip_blanks(ends_statement_)) {
      if (position.valid()) {  // a comment of several lines
        finish(Token::Semicolon, false);
        text = "newline";
        return;
      }
      offset = static_cast<std::uint32_t>(at_);
      position = here();
      const bool eof = at_end();
      finish(Token::Semicolon, false);
      if (!eof) {
        newline();
        ++at_;
      }
      text = eof ? "EOF" : "newline";
      return;
    }
    offset = static_cast<std::uint32_t>(at_);
    position = here();
    if (at_end()) return finish(Token::Eof, false);
    const char c = text_[at_];
    if (is_ascii_letter(c) || static_cast<signed char>(c) < 0) {
      return scan_identifier();
    }
    if (is_ascii_digit(c) || (c == '.' && is_ascii_digit(at(1)))) return scan_number();
    if (c == '"') return scan_string();
    if (c == '`') return scan_raw_string();
    if (c == '\'') return scan_char();
    if (c > 0 && !operators()[static_cast<unsigned char>(c)].empty()) return scan_operator();
    error_here("invalid character " + describe_char(static_cast<unsigned char>(c)));
    ++at_;
    position = {};
  }
}

void Scanner::scan_identifier() {
  while (!at_end()) {
    const char c = text_[at_];
    if (is_ascii_letter(c) || is_ascii_digit(c)) {
      ++at_;
      continue;
    }
    if (static_cast<signed char>(c) >= 0) break;
    const Decoded d = decode_utf8(text_.substr(at_));
    if (d.valid && is_digit(d.value) && at_ == offset) {
      error_here("identifier cannot begin with digit " + describe_char(d.value));
    } else if (d.valid && !is_letter(d.value) && !is_digit(d.value) && d.value != kByteOrderMark) {
      error_here("invalid character " + describe_char(d.value) + " in identifier");
    }
    at_ += d.size;
  }
  const Token t = keyword(text_.substr(offset, at_ - offset));
  finish(t, t == Token::Ident || t == Token::Break || t == Token::Continue ||
                t == Token::Fallthrough || t == Token::Return);
}

void Scanner::scan_operator() {
  const std::string_view rest = text_.substr(at_);
  for (const Operator& o : operators()[static_cast<unsigned char>(rest[0])]) {
    if (rest.substr(0, o.text.size()) != o.text) continue;
    at_ += o.text.size();
    finish(o.token, operator_ends_statement(o.token));
    if (o.token == Token::Semicolon) text = "semicolon";
    return;
  }
}

}  // namespace model::syntax
