// Literals: numbers, runes, strings; their form and what strings and runes mean (Go spec, "Integer
// literals" to "String literals").

#include <cstdint>
#include <string>

#include "model/syntax/scanner.hpp"
#include "model/syntax/unicode.hpp"

namespace model::syntax {

namespace {

bool is_decimal(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return static_cast<char>(c | 0x20); }
bool is_hex(char c) { return is_decimal(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }
int digit_value(char c) { return is_decimal(c) ? c - '0' : lower(c) - 'a' + 10; }

const char* base_name(int base) {
  return base == 2 ? "binary" : base == 8 ? "octal" : base == 10 ? "decimal" : "hexadecimal";
}

std::string quoted(char c) { return std::string("'") + c + "'"; }

/// Index of the first `_` that does not separate digits, or npos. A base prefix counts as a digit.
std::size_t misplaced_separator(std::string_view x) {
  bool hex = false;
  char previous = '.';  // '0': a digit
  std::size_t i = 0;
  if (x.size() >= 2 && x[0] == '0' &&
      (lower(x[1]) == 'x' || lower(x[1]) == 'o' || lower(x[1]) == 'b')) {
    hex = lower(x[1]) == 'x';
    previous = '0';
    i = 2;
  }
  for (; i < x.size(); ++i) {
    if (x[i] == '_') {
      if (previous != '0') return i;
      previous = '_';
    } else if (is_decimal(x[i]) || (hex && is_hex(x[i]))) {
      previous = '0';
    } else {
      if (previous == '_') return i - 1;
      previous = '.';
    }
  }
  return previous == '_' ? x.size() - 1 : std::string_view::npos;
}

constexpr int kDigit = 1;
constexpr int kSeparator = 2;

/// Reads an escape after its backslash; `i` moves past it. Octal and \x escapes are bytes, not
/// characters.
char32_t read_escape(std::string_view text, std::size_t& i, bool& is_byte) {
  is_byte = false;
  const char c = text[i++];
  const auto number = [&](int digits, unsigned base) {
    char32_t value = 0;
    for (; digits > 0 && i < text.size(); --digits) {
      value = value * base + static_cast<char32_t>(digit_value(text[i++]));
    }
    return value;
  };
  if (c == 'a') return 7;
  if (c == 'b') return 8;
  if (c == 'f') return 12;
  if (c == 'n') return 10;
  if (c == 'r') return 13;
  if (c == 't') return 9;
  if (c == 'v') return 11;
  if (c == 'u') return number(4, 16);
  if (c == 'U') return number(8, 16);
  if (c == 'x') {
    is_byte = true;
    return number(2, 16);
  }
  if (is_decimal(c)) {
    --i;
    is_byte = true;
    return number(3, 8);
  }
  return static_cast<unsigned char>(c);
}

}  // namespace

/// Passes digits of `base` and separators. Up to base 10 all decimal digits pass; the first too big
/// one goes to `invalid`.
int Scanner::scan_digits(int base, std::size_t* invalid) {
  int seen = 0;
  for (;; ++at_) {
    const char c = at();
    if (c == '_') {
      seen |= kSeparator;
    } else if (base == 16 ? is_hex(c) : is_decimal(c)) {
      seen |= kDigit;
      if (base <= 10 && c >= '0' + base && invalid != nullptr &&
          *invalid == std::string_view::npos) {
        *invalid = at_;
      }
    } else {
      return seen;
    }
  }
}

void Scanner::scan_number() {
  bool ok = true;
  const auto fail = [&](std::string message) {
    if (ok) error_here(std::move(message));
    ok = false;
  };
  Token kind = Token::Int;
  int base = 10;
  char prefix = 0;  // 'x', 'o', 'b', '0' (leading zero) or 0
  int seen = 0;
  std::size_t invalid = std::string_view::npos;

  if (at() != '.') {
    if (at() == '0') {
      ++at_;
      const char p = lower(at());
      if (p == 'x' || p == 'o' || p == 'b') {
        ++at_;
        base = p == 'x' ? 16 : p == 'o' ? 8 : 2;
        prefix = p;
      } else {
        base = 8;
        prefix = '0';
        seen = kDigit;
      }
    }
    seen |= scan_digits(base, &invalid);
  }
  if (at() == '.') {
    if (prefix == 'o' || prefix == 'b') {
      fail(std::string("invalid radix point in ") + base_name(base) + " literal");
    }
    ++at_;
    kind = Token::Float;
    seen |= scan_digits(base, &invalid);
  }
  if ((seen & kDigit) == 0) fail(std::string(base_name(base)) + " literal has no digits");

  const char e = lower(at());
  if (e == 'e' || e == 'p') {
    if (e == 'e' && prefix != 0 && prefix != '0') {
      fail(quoted(at()) + " exponent requires decimal mantissa");
    } else if (e == 'p' && prefix != 'x') {
      fail(quoted(at()) + " exponent requires hexadecimal mantissa");
    }
    ++at_;
    kind = Token::Float;
    if (at() == '+' || at() == '-') ++at_;
    const int exponent = scan_digits(10, nullptr);
    if ((exponent & kDigit) == 0) fail("exponent has no digits");
    seen = exponent | (seen & kSeparator);
  } else if (prefix == 'x' && kind == Token::Float) {
    fail("hexadecimal mantissa requires a 'p' exponent");
  }
  if (at() == 'i') {
    kind = Token::Imag;
    ++at_;
  }
  finish(kind, true);
  if (kind == Token::Int && invalid != std::string_view::npos && ok) {
    error(position_of(invalid),
          "invalid digit " + quoted(text_[invalid]) + " in " + base_name(base) + " literal");
    ok = false;
  }
  if ((seen & kSeparator) != 0 && ok) {
    const std::size_t i = misplaced_separator(text);
    if (i != std::string_view::npos) {
      error(position_of(offset + i), "'_' must separate successive digits");
      ok = false;
    }
  }
  bad = !ok;
}

void Scanner::scan_char() {
  bool ok = true;
  ++at_;
  for (int n = 0;; ++n) {
    if (at_end()) {
      if (ok) error(position, "rune literal not terminated");
      ok = false;
      break;
    }
    const char c = text_[at_];
    if (c == '\'') {
      if (ok && n == 0) {
        error_here("empty rune literal or unescaped '");
        ok = false;
      } else if (ok && n != 1) {
        error(position, "more than one character in rune literal");
        ok = false;
      }
      ++at_;
      break;
    }
    if (c == '\n') {
      if (ok) error_here("newline in rune literal");
      ok = false;
      break;
    }
    if (c == '\\') {
      ++at_;
      if (!scan_escape('\'')) ok = false;
    } else {
      advance_char();
    }
  }
  finish(Token::Char, true);
  bad = !ok;
}

void Scanner::scan_string() {
  bool ok = true;
  ++at_;
  for (;;) {
    if (at_end()) {
      error(position, "string not terminated");
      ok = false;
      break;
    }
    const char c = text_[at_];
    if (c == '"') {
      ++at_;
      break;
    }
    if (c == '\n') {
      error_here("newline in string");
      ok = false;
      break;
    }
    if (c == '\\') {
      ++at_;
      if (!scan_escape('"')) ok = false;
    } else {
      ++at_;
    }
  }
  finish(Token::String, true);
  bad = !ok;
}

void Scanner::scan_raw_string() {
  ++at_;
  for (; !at_end() && text_[at_] != '`'; ++at_) {
    if (text_[at_] == '\n') newline();
  }
  const bool ok = !at_end();
  if (ok) {
    ++at_;
  } else {
    error(position, "string not terminated");
  }
  finish(Token::String, true);
  bad = !ok;
}

/// Checks an escape; the backslash has been passed. What ends the file is left to the caller.
bool Scanner::scan_escape(char quote) {
  if (at_end()) return true;
  const char c = text_[at_];
  int digits = 0;
  unsigned base = 16;
  std::uint32_t max = 0x10ffff;
  if (c == quote || c == 'a' || c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't' ||
      c == 'v' || c == '\\') {
    ++at_;
    return true;
  }
  if (c >= '0' && c <= '7') {
    digits = 3, base = 8, max = 255;
  } else if (c == 'x') {
    ++at_, digits = 2, max = 255;
  } else if (c == 'u') {
    ++at_, digits = 4;
  } else if (c == 'U') {
    ++at_, digits = 8;
  } else {
    error_here("unknown escape");
    return false;
  }
  std::uint32_t value = 0;
  for (; digits > 0; --digits) {
    if (at_end()) return true;
    const char d = text_[at_];
    if (!is_hex(d) || static_cast<unsigned>(digit_value(d)) >= base) {
      const Decoded x = decode_utf8(text_.substr(at_));
      std::string shown = "'";
      if (d == '\n') {
        shown += "\\n";
      } else if (d == '\'') {
        shown += "\\'";
      } else {
        append_utf8(shown, x.value);
      }
      error_here("invalid character " + shown + "' in " + base_name(static_cast<int>(base)) +
                 " escape");
      return false;
    }
    value = value * base + static_cast<unsigned>(digit_value(d));
    ++at_;
  }
  if (value > max && base == 8) {
    error_here("octal escape value " + std::to_string(value) + " > 255");
    return false;
  }
  if (value > max || (value >= 0xd800 && value < 0xe000)) {
    error_here("escape is invalid Unicode code point " + describe_char(value));
    return false;
  }
  return true;
}

std::string string_value(std::string_view literal) {
  std::string result;
  if (literal.size() < 2) return result;
  const bool raw = literal[0] == '`';
  literal = literal.substr(1, literal.size() - 2);
  result.reserve(literal.size());
  for (std::size_t i = 0; i < literal.size();) {
    const char c = literal[i++];
    if (raw) {
      if (c != '\r') result += c;
    } else if (c != '\\' || i == literal.size()) {
      result += c;
    } else {
      bool is_byte = false;
      const char32_t value = read_escape(literal, i, is_byte);
      if (is_byte) {
        result += static_cast<char>(value);
      } else {
        append_utf8(result, value);
      }
    }
  }
  return result;
}

char32_t char_value(std::string_view literal) {
  if (literal.size() < 3) return 0;
  if (literal[1] != '\\') return decode_utf8(literal.substr(1)).value;
  std::size_t i = 2;
  bool is_byte = false;
  return read_escape(literal, i, is_byte);
}

}  // namespace model::syntax
