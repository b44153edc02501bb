// Making constants and looking at them.

#include "model/types/constant.hpp"

#include <cassert>
#include <cmath>
#include <limits>

#include "model/types/constant_rep.hpp"

namespace model::types::constant {

namespace mp = boost::multiprecision;

namespace {

template <typename T>
Value make(T v) {
  return Value(std::make_shared<const Rep>(Rep{std::move(v)}));
}

template <typename T>
const T* get(const Value& v) {
  return v.known() ? std::get_if<T>(&v.rep()->v) : nullptr;
}

Integer gcd_of(Integer a, Integer b) { return mp::gcd(a, b); }

/// Correctly rounded (nearest, ties to even) binary float with `digits` bits of mantissa; exponents
/// as C counts them.
double round_to_float(const Value& v, int digits, int min_exponent, int max_exponent) {
  Scaled s = scaled(v);
  if (s.numerator == 0) return 0;
  const bool negative = s.numerator < 0;
  if (negative) s.numerator = -s.numerator;
  // quotient of digits + 2 .. digits + 3 bits
  long up = static_cast<long>(digits) + 2 + static_cast<long>(bits(s.denominator)) -
            static_cast<long>(bits(s.numerator));
  const long top = s.exponent - up + digits + 3;  // value < 2^top
  if (top > max_exponent + 8) {
    return negative ? -std::numeric_limits<double>::infinity()
                    : std::numeric_limits<double>::infinity();
  }
  if (top < min_exponent - digits - 8) return negative ? -0.0 : 0.0;
  if (up > 0) {
    s.numerator <<= static_cast<unsigned>(up);
  } else if (up < 0) {
    s.denominator <<= static_cast<unsigned>(-up);
  }
  Integer quotient, remainder;
  mp::divide_qr(s.numerator, s.denominator, quotient, remainder);
  bool sticky = remainder != 0;
  long exponent = s.exponent - up;  // value = quotient * 2^exponent
  // drop to `digits` bits, or fewer if subnormal
  const long length = static_cast<long>(bits(quotient));
  long drop = length - digits;
  const long lowest = min_exponent - digits;  // exponent of the last bit of a subnormal
  if (exponent + drop < lowest) drop = lowest - exponent;
  if (drop > 0) {
    const auto n = static_cast<unsigned>(drop);
    const Integer mask = (Integer(1) << n) - 1;
    const Integer low = quotient & mask;
    const Integer half = Integer(1) << (n - 1);
    quotient >>= n;
    const bool up_one = low > half || (low == half && (sticky || (quotient & 1) != 0));
    if (up_one) quotient += 1;
    exponent += drop;
  }
  const double mantissa = static_cast<double>(static_cast<std::uint64_t>(quotient));
  double result = std::ldexp(mantissa, static_cast<int>(exponent));
  if (result >= std::ldexp(1.0, max_exponent - 1) * 2) {
    result = std::numeric_limits<double>::infinity();
  }
  return negative ? -result : result;
}

}  // namespace

std::size_t bits(const Integer& i) {
  if (i == 0) return 0;
  return mp::msb(i < 0 ? Integer(-i) : i) + 1;
}

Value wrap(Integer i) { return make(std::move(i)); }

Value wrap(Fraction f) {
  assert(f.denominator != 0);
  if (f.denominator < 0) {
    f.denominator = -f.denominator;
    f.numerator = -f.numerator;
  }
  const Integer common = gcd_of(f.numerator, f.denominator);
  if (common > 1) {
    f.numerator /= common;
    f.denominator /= common;
  }
  if (bits(f.numerator) > kFractionBits || bits(f.denominator) > kFractionBits) {
    return wrap(Big(f.numerator) / Big(f.denominator));
  }
  return make(std::move(f));
}

Value wrap(Big b) {
  if (!mp::isfinite(b)) return {};
  long exponent = 0;
  (void)mp::frexp(b, &exponent);
  if (exponent > kLargestExponent) return {};
  if (exponent < -kLargestExponent) b = 0;
  return make(std::move(b));
}

const Integer& as_integer(const Value& v) {
  const Integer* i = get<Integer>(v);
  assert(i != nullptr);
  return *i;
}

Big as_big(const Value& v) {
  if (const auto* i = get<Integer>(v)) return Big(*i);
  if (const auto* f = get<Fraction>(v)) return Big(f->numerator) / Big(f->denominator);
  const auto* b = get<Big>(v);
  assert(b != nullptr);
  return *b;
}

Scaled scaled(const Value& v) {
  if (const auto* i = get<Integer>(v)) return {*i, 1, 0};
  if (const auto* f = get<Fraction>(v)) return {f->numerator, f->denominator, 0};
  const auto* b = get<Big>(v);
  assert(b != nullptr);
  long exponent = 0;
  const Big mantissa = mp::frexp(*b, &exponent);
  return {Integer(mp::ldexp(mantissa, 512)), 1, exponent - 512};
}

Kind Value::kind() const {
  if (rep_ == nullptr) return Kind::Unknown;
  switch (rep_->v.index()) {
    case 0:
      return Kind::Bool;
    case 1:
      return Kind::String;
    case 2:
      return Kind::Int;
    case 3:
    case 4:
      return Kind::Float;
    default:
      return Kind::Complex;
  }
}

Value make_bool(bool b) { return make(b); }
Value make_string(std::string s) { return make(std::move(s)); }
Value make_int(std::int64_t i) { return wrap(Integer(i)); }
Value make_uint(std::uint64_t u) { return wrap(Integer(u)); }

Value make_float(double f) {
  if (!std::isfinite(f)) return {};
  int exponent = 0;
  const double mantissa = std::frexp(f, &exponent);
  const Integer digits(static_cast<std::int64_t>(std::ldexp(mantissa, 53)));
  exponent -= 53;
  Fraction fraction{digits, 1};
  if (exponent >= 0) {
    fraction.numerator <<= static_cast<unsigned>(exponent);
  } else {
    fraction.denominator <<= static_cast<unsigned>(-exponent);
  }
  return wrap(std::move(fraction));
}

bool bool_value(const Value& v) {
  const bool* b = get<bool>(v);
  assert(b != nullptr);
  return *b;
}

const std::string& string_value(const Value& v) {
  const auto* s = get<std::string>(v);
  assert(s != nullptr);
  return *s;
}

std::optional<std::int64_t> int64_value(const Value& v) {
  const auto* i = get<Integer>(v);
  if (i == nullptr) return std::nullopt;
  if (*i < std::numeric_limits<std::int64_t>::min() ||
      *i > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*i);
}

std::optional<std::uint64_t> uint64_value(const Value& v) {
  const auto* i = get<Integer>(v);
  if (i == nullptr || *i < 0 || bits(*i) > 64) return std::nullopt;
  return static_cast<std::uint64_t>(*i);
}

std::uint64_t low_bits(const Value& v) {
  const Integer& i = as_integer(v);
  const bool negative = i < 0;
  const Integer magnitude = (negative ? Integer(-i) : i) & Integer(~std::uint64_t{0});
  const auto low = static_cast<std::uint64_t>(magnitude);
  return negative ? std::uint64_t{0} - low : low;
}

double float64_value(const Value& v) { return round_to_float(v, 53, -1021, 1024); }

float float32_value(const Value& v) { return static_cast<float>(round_to_float(v, 24, -125, 128)); }

int sign(const Value& v) {
  if (const auto* i = get<Integer>(v)) return i->sign();
  if (const auto* f = get<Fraction>(v)) return f->numerator.sign();
  if (const auto* b = get<Big>(v)) return b->sign();
  if (const auto* c = get<Pair>(v)) return sign(c->re) | sign(c->im);
  return 1;
}

std::size_t bit_length(const Value& v) { return bits(as_integer(v)); }

Value real(const Value& v) {
  if (const auto* c = get<Pair>(v)) return c->re;
  return v;
}

Value imag(const Value& v) {
  if (const auto* c = get<Pair>(v)) return c->im;
  return v.known() ? make_int(0) : v;
}

Value make_imag(const Value& v) { return make_complex(make_int(0), v); }

Value make_complex(const Value& re, const Value& im) {
  if (!re.known() || !im.known()) return {};
  return make(Pair{re, im});
}

Value to_int(const Value& v) {
  switch (v.kind()) {
    case Kind::Int:
      return v;
    case Kind::Float: {
      if (const auto* f = get<Fraction>(v)) {
        return f->denominator == 1 ? wrap(f->numerator) : Value{};
      }
      // As go/constant: beyond 4096 bits an integer is too large to be one; below, rounding errors
      // in the last bits are forgiven.
      const Big& b = *get<Big>(v);
      long exponent = 0;
      (void)mp::frexp(b, &exponent);
      if (exponent > static_cast<long>(kFractionBits)) return {};
      if (b == mp::trunc(b)) return wrap(Integer(b));
      const Big nearest = mp::round(b);
      if (nearest != 0 && mp::fabs((b - nearest) / nearest) < mp::ldexp(Big(1), -508)) {
        return wrap(Integer(nearest));
      }
      return {};
    }
    case Kind::Complex: {
      const Pair& c = *get<Pair>(v);
      return sign(c.im) == 0 ? to_int(c.re) : Value{};
    }
    case Kind::Unknown:
    case Kind::Bool:
    case Kind::String:
      return {};
  }
  return {};
}

Value to_float(const Value& v) {
  switch (v.kind()) {
    case Kind::Int:
      return wrap(Fraction{as_integer(v), 1});
    case Kind::Float:
      return v;
    case Kind::Complex: {
      const Pair& c = *get<Pair>(v);
      return sign(c.im) == 0 ? to_float(c.re) : Value{};
    }
    case Kind::Unknown:
    case Kind::Bool:
    case Kind::String:
      return {};
  }
  return {};
}

Value to_complex(const Value& v) {
  switch (v.kind()) {
    case Kind::Int:
    case Kind::Float:
      return make_complex(v, make_int(0));
    case Kind::Complex:
      return v;
    case Kind::Unknown:
    case Kind::Bool:
    case Kind::String:
      return {};
  }
  return {};
}

}  // namespace model::types::constant
