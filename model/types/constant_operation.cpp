// Operators on constants (Go spec, "Constant expressions"), and which types can hold them.

#include <cassert>
#include <cmath>

#include "model/types/constant.hpp"
#include "model/types/constant_rep.hpp"
#include "model/types/type.hpp"

namespace model::types::constant {

namespace mp = boost::multiprecision;

namespace {

bool is_fraction(const Value& v) { return std::holds_alternative<Fraction>(v.rep()->v); }

/// Both as fractions, if neither is Big.
bool as_fractions(const Value& x, const Value& y, Fraction& a, Fraction& b) {
  auto as_fraction = [](const Value& v, Fraction& f) {
    if (v.kind() == Kind::Int) {
      if (bit_length(v) > kFractionBits) return false;
      f = {as_integer(v), 1};
      return true;
    }
    if (!is_fraction(v)) return false;
    f = std::get<Fraction>(v.rep()->v);
    return true;
  };
  return as_fraction(x, a) && as_fraction(y, b);
}

Integer not_of(const Integer& i) { return -i - 1; }

/// Bitwise operation on two's complement integers without end, which cpp_int has for non-negative
/// ones only.
Integer bitwise(const Integer& x, Token op, const Integer& y) {
  const auto width = static_cast<unsigned>(std::max(bits(x), bits(y)) + 1);
  const Integer modulus = Integer(1) << width;
  const Integer a = x < 0 ? Integer(x + modulus) : x;
  const Integer b = y < 0 ? Integer(y + modulus) : y;
  Integer result;
  switch (op) {
    case Token::And:
      result = a & b;
      break;
    case Token::Or:
      result = a | b;
      break;
    case Token::Xor:
      result = a ^ b;
      break;
    default:
      result = a & (modulus - 1 - b);
      break;  // AndNot
  }
  return mp::bit_test(result, width - 1) ? Integer(result - modulus) : result;
}

Value int_op(const Integer& x, Token op, const Integer& y, bool integer_division) {
  switch (op) {
    case Token::Add:
      return wrap(Integer(x + y));
    case Token::Sub:
      return wrap(Integer(x - y));
    case Token::Mul:
      return wrap(Integer(x * y));
    case Token::Quo:
      if (y == 0) return {};
      return integer_division ? wrap(Integer(x / y)) : wrap(Fraction{x, y});
    case Token::Rem:
      return y == 0 ? Value{} : wrap(Integer(x % y));
    case Token::And:
    case Token::Or:
    case Token::Xor:
    case Token::AndNot:
      return wrap(bitwise(x, op, y));
    default:
      return {};
  }
}

Value float_op(const Value& x, Token op, const Value& y) {
  Fraction a, b;
  if (as_fractions(x, y, a, b)) {
    switch (op) {
      case Token::Add:
        return wrap(Fraction{a.numerator * b.denominator + b.numerator * a.denominator,
                             a.denominator * b.denominator});
      case Token::Sub:
        return wrap(Fraction{a.numerator * b.denominator - b.numerator * a.denominator,
                             a.denominator * b.denominator});
      case Token::Mul:
        return wrap(Fraction{a.numerator * b.numerator, a.denominator * b.denominator});
      case Token::Quo:
        if (b.numerator == 0) return {};
        return wrap(Fraction{a.numerator * b.denominator, a.denominator * b.numerator});
      default:
        return {};
    }
  }
  const Big p = as_big(x), q = as_big(y);
  switch (op) {
    case Token::Add:
      return wrap(Big(p + q));
    case Token::Sub:
      return wrap(Big(p - q));
    case Token::Mul:
      return wrap(Big(p * q));
    case Token::Quo:
      return q == 0 ? Value{} : wrap(Big(p / q));
    default:
      return {};
  }
}

Value complex_op(const Value& x, Token op, const Value& y) {
  const Value a = real(x), b = imag(x), c = real(y), d = imag(y);
  auto add = [](const Value& p, const Value& q) { return binary_op(p, Token::Add, q); };
  auto sub = [](const Value& p, const Value& q) { return binary_op(p, Token::Sub, q); };
  auto mul = [](const Value& p, const Value& q) { return binary_op(p, Token::Mul, q); };
  switch (op) {
    case Token::Add:
      return make_complex(add(a, c), add(b, d));
    case Token::Sub:
      return make_complex(sub(a, c), sub(b, d));
    case Token::Mul:
      return make_complex(sub(mul(a, c), mul(b, d)), add(mul(b, c), mul(a, d)));
    case Token::Quo: {
      const Value norm = add(mul(c, c), mul(d, d));
      if (sign(norm) == 0) return {};
      return make_complex(binary_op(add(mul(a, c), mul(b, d)), Token::Quo, norm),
                          binary_op(sub(mul(b, c), mul(a, d)), Token::Quo, norm));
    }
    default:
      return {};
  }
}

int compare_numbers(const Value& x, const Value& y) {
  if (x.kind() == Kind::Int && y.kind() == Kind::Int) {
    return as_integer(x).compare(as_integer(y));
  }
  Fraction a, b;
  if (as_fractions(x, y, a, b)) {
    return Integer(a.numerator * b.denominator).compare(Integer(b.numerator * a.denominator));
  }
  return as_big(x).compare(as_big(y));
}

bool holds(int order, Token op) {
  switch (op) {
    case Token::Eql:
      return order == 0;
    case Token::Neq:
      return order != 0;
    case Token::Lss:
      return order < 0;
    case Token::Leq:
      return order <= 0;
    case Token::Gtr:
      return order > 0;
    case Token::Geq:
      return order >= 0;
    default:
      return false;
  }
}

}  // namespace

Value unary_op(Token op, const Value& y, unsigned bits_of_type) {
  if (!y.known()) return y;
  switch (op) {
    case Token::Add:
      return y;
    case Token::Sub:
      switch (y.kind()) {
        case Kind::Int:
          return wrap(Integer(-as_integer(y)));
        case Kind::Float: {
          if (is_fraction(y)) {
            Fraction f = std::get<Fraction>(y.rep()->v);
            f.numerator = -f.numerator;
            return wrap(std::move(f));
          }
          return wrap(Big(-as_big(y)));
        }
        case Kind::Complex:
          return make_complex(unary_op(op, real(y)), unary_op(op, imag(y)));
        case Kind::Unknown:
        case Kind::Bool:
        case Kind::String:
          return {};
      }
      return {};
    case Token::Xor: {
      if (y.kind() != Kind::Int) return {};
      Integer result = not_of(as_integer(y));
      if (bits_of_type > 0 && result < 0) result += Integer(1) << bits_of_type;
      return wrap(std::move(result));
    }
    case Token::Not:
      return y.kind() == Kind::Bool ? make_bool(!bool_value(y)) : Value{};
    default:
      return {};
  }
}

Value binary_op(const Value& x, Token op, const Value& y, bool integer_division) {
  if (!x.known() || !y.known()) return {};
  const Kind kind = std::max(x.kind(), y.kind());
  if (kind <= Kind::String && x.kind() != y.kind()) return {};
  if (kind > Kind::String && std::min(x.kind(), y.kind()) <= Kind::String) return {};
  switch (kind) {
    case Kind::Bool:
      if (op == Token::LAnd) return make_bool(bool_value(x) && bool_value(y));
      if (op == Token::LOr) return make_bool(bool_value(x) || bool_value(y));
      return {};
    case Kind::String:
      return op == Token::Add ? make_string(string_value(x) + string_value(y)) : Value{};
    case Kind::Int:
      return int_op(as_integer(x), op, as_integer(y), integer_division);
    case Kind::Float:
      return float_op(x, op, y);
    case Kind::Complex:
      return complex_op(x, op, y);
    case Kind::Unknown:
      return {};
  }
  return {};
}

Value shift(const Value& x, Token op, unsigned n) {
  if (x.kind() != Kind::Int) return {};
  const Integer& i = as_integer(x);
  if (op == Token::Shl) return wrap(Integer(i << n));
  if (i >= 0) return wrap(Integer(i >> n));
  return wrap(not_of(Integer(not_of(i) >> n)));  // towards minus infinity
}

bool compare(const Value& x, Token op, const Value& y) {
  if (!x.known() || !y.known()) return false;
  const Kind kind = std::max(x.kind(), y.kind());
  if (kind <= Kind::String && x.kind() != y.kind()) return false;
  switch (kind) {
    case Kind::Bool:
      return holds(bool_value(x) == bool_value(y) ? 0 : 1, op);
    case Kind::String:
      return holds(string_value(x).compare(string_value(y)), op);
    case Kind::Int:
    case Kind::Float:
      return holds(compare_numbers(x, y), op);
    case Kind::Complex: {
      const bool same =
          compare_numbers(real(x), real(y)) == 0 && compare_numbers(imag(x), imag(y)) == 0;
      return holds(same ? 0 : 1, op);
    }
    case Kind::Unknown:
      return false;
  }
  return false;
}

namespace {

bool fits_integer(const Value& v, BasicKind kind) {
  unsigned width = 64;
  bool is_signed = true;
  switch (kind) {
    case BasicKind::Int8:
      width = 8;
      break;
    case BasicKind::Int16:
      width = 16;
      break;
    case BasicKind::Int32:
      width = 32;
      break;
    case BasicKind::Int:
    case BasicKind::Int64:
      break;
    case BasicKind::Uint8:
      width = 8;
      is_signed = false;
      break;
    case BasicKind::Uint16:
      width = 16;
      is_signed = false;
      break;
    case BasicKind::Uint32:
      width = 32;
      is_signed = false;
      break;
    case BasicKind::Uint:
    case BasicKind::Uintptr:
    case BasicKind::Uint64:
      is_signed = false;
      break;
    default:
      return true;  // untyped
  }
  const Integer& i = as_integer(v);
  if (!is_signed) return i >= 0 && bits(i) <= width;
  return bits(i < 0 ? not_of(i) : i) <= width - 1;
}

/// Rounded to a float32 or float64; Unknown if too large. An untyped float stays as it is.
Value round_float(const Value& v, BasicKind kind) {
  switch (kind) {
    case BasicKind::Float32:
    case BasicKind::Complex64:
      return make_float(static_cast<double>(float32_value(v)));
    case BasicKind::Float64:
    case BasicKind::Complex128:
      return make_float(float64_value(v));
    default:
      return v;
  }
}

}  // namespace

bool representable(const Value& v, const Basic* type, Value* rounded) {
  if (!v.known()) return true;  // an error has been reported
  auto set = [rounded](const Value& r) {
    if (!r.known()) return false;
    if (rounded != nullptr) *rounded = r;
    return true;
  };
  if (type->info & IsInteger) {
    const Value i = to_int(v);
    return i.known() && set(i) && fits_integer(i, type->basic);
  }
  if (type->info & IsFloat) {
    const Value f = to_float(v);
    return f.known() && set(round_float(f, type->basic));
  }
  if (type->info & IsComplex) {
    const Value c = to_complex(v);
    if (!c.known()) return false;
    if (type->basic == BasicKind::UntypedComplex) return set(c);
    return set(make_complex(round_float(to_float(real(c)), type->basic),
                            round_float(to_float(imag(c)), type->basic)));
  }
  if (type->info & IsString) return v.kind() == Kind::String;
  if (type->info & IsBoolean) return v.kind() == Kind::Bool;
  return false;
}

}  // namespace model::types::constant
