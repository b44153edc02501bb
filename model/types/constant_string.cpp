// Constants as text.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "model/syntax/unicode.hpp"
#include "model/types/constant.hpp"
#include "model/types/constant_rep.hpp"

namespace model::types::constant {

namespace mp = boost::multiprecision;

namespace {

std::string format(const char* pattern, double x) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, pattern, x);
  return buffer;
}

/// As Go's %g: the fewest digits that tell the float from its neighbours.
std::string shortest(double x) {
  for (int digits = 1; digits <= 17; ++digits) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, x);
    if (std::strtod(buffer, nullptr) == x) {
      // %g switches to an exponent by the digits asked for, Go at 21.
      std::snprintf(buffer, sizeof buffer, "%.*e", digits - 1, x);
      const int exponent =
          std::atoi(std::string(buffer).substr(std::string(buffer).find('e') + 1).c_str());
      if (exponent < -4 || exponent >= 21) return buffer;
      std::snprintf(buffer, sizeof buffer, "%.*f", std::max(0, digits - 1 - exponent), x);
      return buffer;
    }
  }
  return format("%.17g", x);
}

std::string float_string(const Value& v) {
  const double x = float64_value(v);
  if ((sign(v) == 0) == (x == 0) && std::isfinite(x)) {
    std::string s = format("%.6g", x);
    if (!to_int(v).known() && s.find('.') == std::string::npos) s = shortest(x);
    return s;
  }
  // Beyond float64: m * 10^e, roughly.
  long exponent2 = 0;
  double m = static_cast<double>(mp::frexp(as_big(v), &exponent2));
  const double d = static_cast<double>(exponent2) * std::log10(2.0);
  auto e = static_cast<long>(d);
  m *= std::pow(10.0, d - static_cast<double>(e));
  if (std::fabs(m) < 1 - 0.5e-6) {
    m *= 10;
    --e;
  } else if (std::fabs(m) >= 10) {
    m /= 10;
    ++e;
  }
  return format("%.6g", m) + (e < 0 ? "e" : "e+") + std::to_string(e);
}

/// strconv.Quote; what is printable beyond ASCII is approximated.
std::string quote(const std::string& s) {
  static const char* hex = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t i = 0; i < s.size();) {
    const syntax::Decoded c = syntax::decode_utf8(std::string_view(s).substr(i));
    const std::uint32_t rune = c.value;
    const std::size_t n = c.size;
    if (!c.valid) {
      const auto b = static_cast<unsigned char>(s[i++]);
      out += "\\x";
      out += hex[b >> 4];
      out += hex[b & 15];
      continue;
    }
    if (rune == '"' || rune == '\\') {
      out += '\\';
      out += static_cast<char>(rune);
    } else if (rune >= ' ' && rune < 0x7F) {
      out += static_cast<char>(rune);
    } else if (rune < 0x80) {
      static const char* names = "abtnvfr";
      if (rune >= 7 && rune <= 13) {
        out += '\\';
        out += names[rune - 7];
      } else {
        out += "\\x";
        out += hex[rune >> 4];
        out += hex[rune & 15];
      }
    } else if (rune <= 0xA0 || rune == 0xAD || (rune >= 0x2000 && rune <= 0x200F) ||
               (rune >= 0x2028 && rune <= 0x202F) || rune == 0xFEFF ||
               (rune >= 0xE000 && rune <= 0xF8FF) || rune == 0x3000) {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += hex[rune >> shift & 15];
    } else {
      out.append(s, i, n);
    }
    i += n;
  }
  return out + '"';
}

}  // namespace

std::string to_string(const Value& v) {
  switch (v.kind()) {
    case Kind::Unknown:
      return "unknown";
    case Kind::Bool:
      return bool_value(v) ? "true" : "false";
    case Kind::String: {
      constexpr std::size_t kLimit = 72;
      const std::string s = quote(string_value(v));
      std::size_t runes = 0, cut = s.size();
      for (std::size_t i = 0; i < s.size(); ++i) {
        if ((static_cast<unsigned char>(s[i]) & 0xC0) == 0x80) continue;
        if (runes++ == kLimit - 3) cut = i;
      }
      return runes > kLimit ? s.substr(0, cut) + "..." : s;
    }
    case Kind::Int:
      return as_integer(v).str();
    case Kind::Float:
      return float_string(v);
    case Kind::Complex:
      return "(" + to_string(real(v)) + " + " + to_string(imag(v)) + "i)";
  }
  return {};
}

std::string exact_string(const Value& v) {
  switch (v.kind()) {
    case Kind::String:
      return quote(string_value(v));
    case Kind::Float:
      if (const auto* f = std::get_if<Fraction>(&v.rep()->v)) {
        return f->denominator == 1 ? f->numerator.str()
                                   : f->numerator.str() + "/" + f->denominator.str();
      }
      return as_big(v).str(0, std::ios_base::scientific);
    case Kind::Complex:
      return "(" + exact_string(real(v)) + " + " + exact_string(imag(v)) + "i)";
    case Kind::Unknown:
    case Kind::Bool:
    case Kind::Int:
      return to_string(v);
  }
  return {};
}

}  // namespace model::types::constant
