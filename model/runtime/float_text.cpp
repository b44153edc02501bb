#include "model/runtime/float_text.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace model::runtime {
namespace {

/// Decimal digits without trailing zeros and the position of the point: value = 0.d1d2d3... * 10^point.
struct Decimal {
  std::string digits;
  int point = 0;
};

Decimal to_decimal(double value, int precision, int bits) {
  char buffer[1200];
  const auto result =
      precision < 0
          ? (bits == 32 ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<float>(value),
                                        std::chars_format::scientific)
                        : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific))
          : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, precision);
  const std::string_view text(buffer, static_cast<std::size_t>(result.ptr - buffer));
  const std::size_t e = text.find('e');
  Decimal d;
  for (const char c : text.substr(0, e)) {
    if (c != '.') d.digits.push_back(c);
  }
  d.point = std::stoi(std::string(text.substr(e + 1))) + 1;
  while (!d.digits.empty() && d.digits.back() == '0') d.digits.pop_back();
  if (d.digits.empty()) d.point = 0;
  return d;
}

std::string exponent_form(const Decimal& d, int precision, char e) {
  const auto digit = [&](std::size_t i) { return i < d.digits.size() ? d.digits[i] : '0'; };
  std::string out(1, digit(0));
  if (precision > 0) {
    out += '.';
    for (int i = 1; i <= precision; ++i) out += digit(static_cast<std::size_t>(i));
  }
  int exponent = d.digits.empty() ? 0 : d.point - 1;
  out += e;
  out += exponent < 0 ? '-' : '+';
  exponent = std::abs(exponent);
  if (exponent < 10) out += '0';
  return out + std::to_string(exponent);
}

std::string fixed_form(const Decimal& d, int precision) {
  std::string out;
  if (d.point > 0) {
    for (int i = 0; i < d.point; ++i) {
      out += static_cast<std::size_t>(i) < d.digits.size() ? d.digits[static_cast<std::size_t>(i)] : '0';
    }
  } else {
    out = "0";
  }
  if (precision > 0) {
    out += '.';
    for (int i = 0; i < precision; ++i) {
      const int at = d.point + i;
      out += at >= 0 && static_cast<std::size_t>(at) < d.digits.size() ? d.digits[static_cast<std::size_t>(at)]
                                                                       : '0';
    }
  }
  return out;
}

/// Mantissa with its hidden bit, and the power of two of its first bit.
struct Binary {
  std::uint64_t mantissa = 0;
  int exponent = 0;
  int bits = 52;  ///< of the mantissa after the first
};

Binary to_binary(double value, int bits) {
  const bool narrow = bits == 32;
  const std::uint64_t word = narrow ? std::bit_cast<std::uint32_t>(static_cast<float>(value)) : std::bit_cast<std::uint64_t>(value);
  Binary b;
  b.bits = narrow ? 23 : 52;
  const int exponent_bits = narrow ? 8 : 11;
  const int exponent = static_cast<int>((word >> b.bits) & ((1U << exponent_bits) - 1));
  b.mantissa = word & ((std::uint64_t{1} << b.bits) - 1);
  if (exponent != 0) b.mantissa |= std::uint64_t{1} << b.bits;
  b.exponent = std::max(exponent, 1) - ((1 << (exponent_bits - 1)) - 1);
  return b;
}

/// %x: 0x1.8p+00; rounds to even.
std::string hexadecimal_form(Binary b, int precision, bool upper) {
  constexpr std::uint64_t kOne = std::uint64_t{1} << 60;
  b.mantissa <<= 60 - b.bits;
  if (b.mantissa == 0) b.exponent = 0;
  for (; b.mantissa != 0 && (b.mantissa & kOne) == 0; --b.exponent) b.mantissa <<= 1;
  if (precision >= 0 && precision < 15) {
    const int shift = precision * 4;
    const std::uint64_t extra = (b.mantissa << shift) & (kOne - 1);
    b.mantissa >>= 60 - shift;
    if ((extra | (b.mantissa & 1)) > kOne / 2) ++b.mantissa;
    b.mantissa <<= 60 - shift;
    if ((b.mantissa & (kOne << 1)) != 0) {
      b.mantissa >>= 1;
      ++b.exponent;
    }
  }
  const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string out = upper ? "0X" : "0x";
  out += digits[(b.mantissa >> 60) & 1];
  b.mantissa <<= 4;
  if (precision > 0 || (precision < 0 && b.mantissa != 0)) out += '.';
  for (int i = 0; precision < 0 ? b.mantissa != 0 : i < precision; ++i, b.mantissa <<= 4) {
    out += digits[(b.mantissa >> 60) & 15];
  }
  out += upper ? 'P' : 'p';
  out += b.exponent < 0 ? '-' : '+';
  const int exponent = std::abs(b.exponent);
  return out + (exponent < 10 ? "0" : "") + std::to_string(exponent);
}

}  // namespace

std::string format_float(double value, char format, int precision, int bits) {
  if (bits == 32) value = static_cast<float>(value);
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  const std::string sign = std::signbit(value) ? "-" : "";
  value = std::fabs(value);
  const bool shortest = precision < 0;
  const char lower = format == 'E' ? 'e' : format == 'G' ? 'g' : format == 'F' ? 'f' : format;
  const char e = format == 'E' || format == 'G' ? 'E' : 'e';
  if (lower == 'e') {
    const Decimal d = to_decimal(value, precision, bits);
    return sign + exponent_form(d, shortest ? std::max(0, static_cast<int>(d.digits.size()) - 1) : precision, e);
  }
  if (lower == 'f') {
    if (shortest) {
      const Decimal d = to_decimal(value, -1, bits);
      return sign + fixed_form(d, std::max(0, static_cast<int>(d.digits.size()) - d.point));
    }
    std::string out(400 + static_cast<std::size_t>(precision), '\0');
    const auto end = std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::fixed, precision);
    out.resize(static_cast<std::size_t>(end.ptr - out.data()));
    return sign + out;
  }
  if (lower == 'x' || lower == 'X') return sign + hexadecimal_form(to_binary(value, bits), precision, lower == 'X');
  if (lower == 'b') {
    const Binary b = to_binary(value, bits);
    const int exponent = b.exponent - b.bits;
    return sign + std::to_string(b.mantissa) + "p" + (exponent >= 0 ? "+" : "") + std::to_string(exponent);
  }
  if (lower != 'g') return "%" + std::string(1, format);
  if (precision == 0) precision = 1;
  const Decimal d = to_decimal(value, shortest ? -1 : precision - 1, bits);
  const int count = static_cast<int>(d.digits.size());
  int threshold = shortest ? 6 : precision;
  if (threshold > count && count >= d.point) threshold = count;
  if (shortest) threshold = 6;
  const int exponent = d.point - 1;
  if (exponent < -4 || exponent >= threshold) {
    if (!d.digits.empty() || exponent >= threshold) return sign + exponent_form(d, std::max(0, count - 1), e);
  }
  return sign + fixed_form(d, std::max(0, count - d.point));
}

ParsedFloat parse_float(std::string_view text, int bits) {
  ParsedFloat out;
  const auto syntax = [] { return ParsedFloat{0, 1}; };
  std::string_view s = text;
  bool negative = false;
  if (!s.empty() && (s[0] == '+' || s[0] == '-')) {
    negative = s[0] == '-';
    s.remove_prefix(1);
  }
  std::string lower(s);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const double infinity = std::numeric_limits<double>::infinity();
  if (lower == "inf" || lower == "infinity") return {negative ? -infinity : infinity, 0};
  if (lower == "nan") return s.size() == text.size() ? ParsedFloat{std::nan(""), 0} : syntax();
  if (lower.empty() || !((lower[0] >= '0' && lower[0] <= '9') || lower[0] == '.')) return syntax();
  const bool hex = lower.starts_with("0x");
  const char* first = lower.data() + (hex ? 2 : 0);
  const char* last = lower.data() + lower.size();
  if (hex && lower.find('p') == std::string::npos) return syntax();
  const auto format = hex ? std::chars_format::hex : std::chars_format::general;
  std::from_chars_result result{};
  double value = 0;
  if (bits == 32) {
    float f = 0;
    result = std::from_chars(first, last, f, format);
    value = f;
  } else {
    result = std::from_chars(first, last, value, format);
  }
  if (result.ptr != last || result.ec == std::errc::invalid_argument) return syntax();
  if (result.ec == std::errc::result_out_of_range) {
    // Too small is the nearest that there is, too large is an error.
    out.value = bits == 32 ? std::strtof(lower.c_str(), nullptr) : std::strtod(lower.c_str(), nullptr);
    out.status = std::isinf(out.value) ? 2 : 0;
  } else {
    out.value = value;
  }
  if (negative) out.value = -out.value;
  return out;
}

}  // namespace model::runtime
