// Literals to constants (Go spec, "Integer literals" to "String literals").

#include <cmath>
#include <cstdint>

#include "model/syntax/unicode.hpp"
#include "model/types/constant.hpp"
#include "model/types/constant_rep.hpp"

namespace model::types::constant {

namespace mp = boost::multiprecision;

namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

/// Digits of `base`, nothing else; empty is zero.
bool parse_digits(std::string_view text, int base, Integer& result) {
  result = 0;
  // In chunks that fit into 64 bits, as multiplying big integers by the digit is quadratic with a
  // large constant.
  std::uint64_t chunk = 0, scale = 1;
  for (const char c : text) {
    const int d = digit(c);
    if (d >= base) return false;
    chunk = chunk * static_cast<std::uint64_t>(base) + static_cast<std::uint64_t>(d);
    scale *= static_cast<std::uint64_t>(base);
    if (scale > std::uint64_t{1} << 56) {
      result = result * scale + chunk;
      chunk = 0;
      scale = 1;
    }
  }
  result = result * scale + chunk;
  return true;
}

Value int_literal(std::string_view text) {
  Integer i;
  if (text.size() > 1 && text[0] == '0') {
    const char prefix = static_cast<char>(text[1] | 0x20);
    const int base = prefix == 'x' ? 16 : prefix == 'b' ? 2 : 8;
    const bool marked = prefix == 'x' || prefix == 'b' || prefix == 'o';
    return parse_digits(text.substr(marked ? 2 : 1), base, i) ? wrap(std::move(i)) : Value{};
  }
  return !text.empty() && parse_digits(text, 10, i) ? wrap(std::move(i)) : Value{};
}

Big power_of_ten(long n) {
  Big result = 1, square = 10;
  for (unsigned long m = n < 0 ? 0ul - static_cast<unsigned long>(n)
                               : static_cast<unsigned long>(n);
       m != 0; m >>= 1) {
    if (m & 1) result *= square;
    if (m > 1) square *= square;
  }
  return n < 0 ? Big(1) / result : result;
}

Value float_literal(std::string_view text) {
  const bool hex = text.size() > 1 && text[0] == '0' && (text[1] | 0x20) == 'x';
  if (hex) text.remove_prefix(2);
  const char exponent_mark = hex ? 'p' : 'e';
  std::string digits;
  long exponent = 0;  // of 10 or 2
  std::size_t i = 0;
  bool fraction = false;
  for (; i < text.size() && (text[i] | 0x20) != exponent_mark; ++i) {
    if (text[i] == '.') {
      if (fraction) return {};
      fraction = true;
      continue;
    }
    digits += text[i];
    if (fraction) exponent -= hex ? 4 : 1;
  }
  if (i < text.size()) {
    ++i;
    bool negative = false;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) negative = text[i++] == '-';
    if (i == text.size()) return {};
    long e = 0;
    for (; i < text.size(); ++i) {
      if (digit(text[i]) > 9) return {};
      if (e < 100'000'000'000) e = e * 10 + digit(text[i]);
    }
    exponent += negative ? -e : e;
  }
  Integer mantissa;
  if (digits.empty() || !parse_digits(digits, hex ? 16 : 10, mantissa)) return {};
  if (mantissa == 0) return wrap(Fraction{0, 1});
  // Size of the value in bits, roughly: beyond what a float of 512 bits holds it is too large, or
  // zero.
  const double magnitude = static_cast<double>(bits(mantissa)) - 1 +
                           static_cast<double>(exponent) * (hex ? 1.0 : 3.321928094887362);
  if (magnitude > static_cast<double>(kLargestExponent)) return {};
  if (magnitude < -static_cast<double>(kLargestExponent)) return wrap(Fraction{0, 1});
  const auto limit = static_cast<double>(kFractionBits);
  if (std::fabs(magnitude) < limit && std::labs(exponent) < 4 * static_cast<long>(kFractionBits)) {
    Fraction f{mantissa, 1};
    const auto n = static_cast<unsigned>(std::labs(exponent));
    const Integer scale = hex ? Integer(1) << n : Integer(mp::pow(Integer(10), n));
    if (exponent >= 0) {
      f.numerator *= scale;
    } else {
      f.denominator = scale;
    }
    return wrap(std::move(f));
  }
  if (hex) return wrap(Big(mp::ldexp(Big(mantissa), exponent)));
  return wrap(Big(mantissa) * power_of_ten(exponent));
}

/// One character or escape at text[i]; `is_byte`: \x or octal, a byte rather than a code point.
bool unquote_char(std::string_view text, std::size_t& i, std::uint32_t& rune, bool& is_byte) {
  is_byte = false;
  if (text[i] != '\\') {
    const syntax::Decoded c = syntax::decode_utf8(text.substr(i));
    rune = c.value;
    i += c.size;
    return c.valid;
  }
  if (++i == text.size()) return false;
  const char c = text[i++];
  int count = 0, base = 16;
  switch (c) {
    case 'a':
      rune = '\a';
      return true;
    case 'b':
      rune = '\b';
      return true;
    case 'f':
      rune = '\f';
      return true;
    case 'n':
      rune = '\n';
      return true;
    case 'r':
      rune = '\r';
      return true;
    case 't':
      rune = '\t';
      return true;
    case 'v':
      rune = '\v';
      return true;
    case '\\':
    case '\'':
    case '"':
      rune = static_cast<unsigned char>(c);
      return true;
    case 'x':
      count = 2;
      is_byte = true;
      break;
    case 'u':
      count = 4;
      break;
    case 'U':
      count = 8;
      break;
    default:
      if (c < '0' || c > '7') return false;
      --i;
      count = 3;
      base = 8;
      is_byte = true;
  }
  rune = 0;
  for (; count > 0; --count, ++i) {
    if (i == text.size() || digit(text[i]) >= base) return false;
    rune = rune * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit(text[i]));
  }
  return is_byte ? rune < 256 : rune <= 0x10FFFF;
}

Value string_literal(std::string_view text) {
  if (text.size() < 2) return {};
  const bool raw = text[0] == '`';
  text = text.substr(1, text.size() - 2);
  std::string result;
  if (raw) {
    for (const char c : text) {
      if (c != '\r') result += c;
    }
    return make_string(std::move(result));
  }
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '\\') {
      result += text[i++];
      continue;
    }
    std::uint32_t rune = 0;
    bool is_byte = false;
    if (!unquote_char(text, i, rune, is_byte)) return {};
    if (is_byte) {
      result += static_cast<char>(rune);
    } else {
      syntax::append_utf8(result, rune);
    }
  }
  return make_string(std::move(result));
}

}  // namespace

Value from_literal(Token token, std::string_view text) {
  if (token == Token::String) return string_literal(text);
  if (token == Token::Char) {
    if (text.size() < 3) return {};
    text = text.substr(1, text.size() - 2);
    std::size_t i = 0;
    std::uint32_t rune = 0;
    bool is_byte = false;
    if (!unquote_char(text, i, rune, is_byte) || i != text.size()) return {};
    return make_int(rune);
  }
  std::string digits;
  for (const char c : text) {
    if (c != '_') digits += c;
  }
  if (token == Token::Int) return int_literal(digits);
  if (token == Token::Float) return float_literal(digits);
  if (token == Token::Imag && !digits.empty()) {
    digits.pop_back();  // i
    // 0b1i and 0x1i have their base, but 017i is decimal, as it was before other bases came.
    const bool based =
        digits.size() > 1 && digits[0] == '0' && digit(digits[1]) > 9 && (digits[1] | 0x20) != 'e';
    if (based && digits.find_first_of("pP.") == std::string::npos) {
      const Value i = int_literal(digits);
      return i.known() ? make_imag(to_float(i)) : Value{};
    }
    const Value f = float_literal(digits);
    return f.known() ? make_imag(f) : Value{};
  }
  return {};
}

std::string rune_string(const Value& v) {
  std::string text;
  const auto i = int64_value(v);
  syntax::append_utf8(text, i && *i >= 0 && *i <= 0x10FFFF ? static_cast<char32_t>(*i) : 0xFFFD);
  return text;
}

}  // namespace model::types::constant
