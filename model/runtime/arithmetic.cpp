// Go spec, "Arithmetic operators", "Comparison operators", "Conversions between numeric types": integers wrap to their
// width, float32 rounds after every operation, division by zero and negative shift counts panic.

#include <bit>
#include <cassert>
#include <cmath>
#include <complex>
#include <limits>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

using program::BinaryOp;
using program::Instruction;
using program::Op;
using program::TypeKind;
using program::UnaryOp;

bool is_signed(TypeKind k) { return k >= TypeKind::Int && k <= TypeKind::Int64; }
bool is_integer(TypeKind k) { return k >= TypeKind::Int && k <= TypeKind::Uintptr; }

int width_of(TypeKind k) {
  switch (k) {
    case TypeKind::Int8:
    case TypeKind::Uint8:
      return 8;
    case TypeKind::Int16:
    case TypeKind::Uint16:
      return 16;
    case TypeKind::Int32:
    case TypeKind::Uint32:
    case TypeKind::Float32:
      return 32;
    default:
      return 64;
  }
}

std::uint64_t wrap(TypeKind kind, std::uint64_t bits) {
  switch (kind) {
    case TypeKind::Int8:
      return static_cast<std::uint64_t>(std::int64_t{static_cast<std::int8_t>(bits)});
    case TypeKind::Int16:
      return static_cast<std::uint64_t>(std::int64_t{static_cast<std::int16_t>(bits)});
    case TypeKind::Int32:
      return static_cast<std::uint64_t>(std::int64_t{static_cast<std::int32_t>(bits)});
    case TypeKind::Uint8:
      return static_cast<std::uint8_t>(bits);
    case TypeKind::Uint16:
      return static_cast<std::uint16_t>(bits);
    case TypeKind::Uint32:
      return static_cast<std::uint32_t>(bits);
    default:
      return bits;
  }
}

double float_of(TypeKind kind, std::uint64_t bits) {
  if (kind == TypeKind::Float32 || kind == TypeKind::Complex64) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
  }
  return std::bit_cast<double>(bits);
}

std::uint64_t float_bits(TypeKind kind, double value) {
  if (kind == TypeKind::Float32 || kind == TypeKind::Complex64) {
    return std::bit_cast<std::uint32_t>(static_cast<float>(value));
  }
  return std::bit_cast<std::uint64_t>(value);
}

namespace {

template <class T>
bool compare(BinaryOp op, const T& a, const T& b) {
  switch (op) {
    case BinaryOp::Eq:
      return a == b;
    case BinaryOp::Ne:
      return !(a == b);
    case BinaryOp::Lt:
      return a < b;
    case BinaryOp::Le:
      return a <= b;
    case BinaryOp::Gt:
      return a > b;
    default:
      return a >= b;
  }
}

bool is_comparison(BinaryOp op) { return op >= BinaryOp::Eq; }

double float_operation(BinaryOp op, double a, double b) {
  switch (op) {
    case BinaryOp::Add:
      return a + b;
    case BinaryOp::Sub:
      return a - b;
    case BinaryOp::Mul:
      return a * b;
    default:
      return a / b;
  }
}

/// Division as Go (and C99's Annex G in the infinite cases) does it: runtime.complex128div.
std::complex<double> divide(std::complex<double> n, std::complex<double> m) {
  const bool n_nan = std::isnan(n.real()) || std::isnan(n.imag());
  const bool m_nan = std::isnan(m.real()) || std::isnan(m.imag());
  const double nan = std::numeric_limits<double>::quiet_NaN();
  if (n_nan || m_nan) return {nan, nan};
  double e, f;
  if (std::fabs(m.real()) >= std::fabs(m.imag())) {
    const double ratio = m.imag() / m.real(), d = m.real() + ratio * m.imag();
    e = (n.real() + n.imag() * ratio) / d;
    f = (n.imag() - n.real() * ratio) / d;
  } else {
    const double ratio = m.real() / m.imag(), d = m.imag() + ratio * m.real();
    e = (n.real() * ratio + n.imag()) / d;
    f = (n.imag() * ratio - n.real()) / d;
  }
  if (std::isnan(e) && std::isnan(f)) {
    double a = n.real(), b = n.imag(), c = m.real(), d = m.imag();
    const auto unit = [](double x) { return std::copysign(std::isinf(x) ? 1.0 : 0.0, x); };
    const double inf = std::numeric_limits<double>::infinity();
    if (m == std::complex<double>(0, 0) && (!std::isnan(a) || !std::isnan(b))) {
      e = std::copysign(inf, c) * a;
      f = std::copysign(inf, c) * b;
    } else if ((std::isinf(a) || std::isinf(b)) && std::isfinite(c) && std::isfinite(d)) {
      a = unit(a);
      b = unit(b);
      e = inf * (a * c + b * d);
      f = inf * (b * c - a * d);
    } else if ((std::isinf(c) || std::isinf(d)) && std::isfinite(a) && std::isfinite(b)) {
      c = unit(c);
      d = unit(d);
      e = 0 * (a * c + b * d);
      f = 0 * (b * c - a * d);
    }
  }
  return {e, f};
}

}  // namespace

Interpreter::Flow Interpreter::binary(const Instruction& in) {
  const auto op = static_cast<BinaryOp>(in.sub);
  const Slot left = slot(in.b), right = slot(in.c);
  const auto boolean = [&](bool b) {
    slot(in.a) = scalar(b ? 1 : 0);
    return Flow::Next;
  };
  if (is_integer(in.kind)) {
    const std::uint64_t a = left.bits, b = right.bits;
    if (is_comparison(op)) {
      return boolean(is_signed(in.kind) ? compare(op, static_cast<std::int64_t>(a),
                                                  static_cast<std::int64_t>(b))
                                        : compare(op, a, b));
    }
    std::uint64_t r = 0;
    switch (op) {
      case BinaryOp::Add:
        r = a + b;
        break;
      case BinaryOp::Sub:
        r = a - b;
        break;
      case BinaryOp::Mul:
        r = a * b;
        break;
      case BinaryOp::Div:
      case BinaryOp::Rem:
        if (b == 0) {
          panic_runtime("integer divide by zero");
          return Flow::Stay;
        }
        if (is_signed(in.kind)) {
          const auto x = static_cast<std::int64_t>(a), y = static_cast<std::int64_t>(b);
          if (y == -1) {
            r = op == BinaryOp::Div ? 0 - a : 0;
          } else {
            r = static_cast<std::uint64_t>(op == BinaryOp::Div ? x / y : x % y);
          }
        } else {
          r = op == BinaryOp::Div ? a / b : a % b;
        }
        break;
      case BinaryOp::And:
        r = a & b;
        break;
      case BinaryOp::Or:
        r = a | b;
        break;
      case BinaryOp::Xor:
        r = a ^ b;
        break;
      case BinaryOp::AndNot:
        r = a & ~b;
        break;
      case BinaryOp::ShiftLeft:
      case BinaryOp::ShiftRight: {
        if (is_signed(static_cast<TypeKind>(in.d)) && static_cast<std::int64_t>(b) < 0) {
          panic_runtime("negative shift amount");
          return Flow::Stay;
        }
        if (op == BinaryOp::ShiftLeft) {
          r = b >= 64 ? 0 : a << b;
        } else if (is_signed(in.kind)) {
          r = static_cast<std::uint64_t>(static_cast<std::int64_t>(a) >> (b >= 63 ? 63 : b));
        } else {
          r = b >= 64 ? 0 : a >> b;
        }
        break;
      }
      default:
        break;
    }
    slot(in.a) = scalar(wrap(in.kind, r));
    return Flow::Next;
  }
  switch (in.kind) {
    case TypeKind::Float32:
    case TypeKind::Float64: {
      const double a = float_of(in.kind, left.bits), b = float_of(in.kind, right.bits);
      if (is_comparison(op)) return boolean(compare(op, a, b));
      slot(in.a) = scalar(float_bits(in.kind, float_operation(op, a, b)));
      return Flow::Next;
    }
    case TypeKind::Complex64:
    case TypeKind::Complex128: {
      const std::complex<double> a{float_of(in.kind, left.bits),
                                   float_of(in.kind, slot(in.b + 1).bits)};
      const std::complex<double> b{float_of(in.kind, right.bits),
                                   float_of(in.kind, slot(in.c + 1).bits)};
      if (op == BinaryOp::Eq) return boolean(a == b);
      if (op == BinaryOp::Ne) return boolean(a != b);
      std::complex<double> r;
      if (op == BinaryOp::Add) r = a + b;
      if (op == BinaryOp::Sub) r = a - b;
      if (op == BinaryOp::Mul) {
        r = {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
      }
      if (op == BinaryOp::Div) r = divide(a, b);
      slot(in.a) = scalar(float_bits(in.kind, r.real()));
      slot(in.a + 1) = scalar(float_bits(in.kind, r.imag()));
      return Flow::Next;
    }
    case TypeKind::String: {
      if (op == BinaryOp::Eq) return boolean(left.bits == right.bits);
      if (op == BinaryOp::Ne) return boolean(left.bits != right.bits);
      if (is_comparison(op)) return boolean(compare(op, text(left), text(right)));
      slot(in.a) = string_slot(text(left) + text(right));
      return Flow::Next;
    }
    case TypeKind::Bool:
      if (op == BinaryOp::And) return boolean((left.bits & right.bits) != 0);
      if (op == BinaryOp::Or) return boolean((left.bits | right.bits) != 0);
      [[fallthrough]];
    default:  // pointers, channels, maps and functions against nil
      return boolean((left == right) == (op == BinaryOp::Eq));
  }
}

Interpreter::Flow Interpreter::unary(const Instruction& in) {
  const Slot operand = slot(in.b);
  switch (static_cast<UnaryOp>(in.sub)) {
    case UnaryOp::Not:
      slot(in.a) = scalar(operand.bits == 0 ? 1 : 0);
      break;
    case UnaryOp::Complement:
      slot(in.a) = scalar(wrap(in.kind, ~operand.bits));
      break;
    case UnaryOp::Negate:
      if (is_integer(in.kind)) {
        slot(in.a) = scalar(wrap(in.kind, 0 - operand.bits));
        break;
      }
      if (in.kind == TypeKind::Complex64 || in.kind == TypeKind::Complex128) {
        const Slot imag = slot(in.b + 1);
        slot(in.a + 1) = scalar(float_bits(in.kind, -float_of(in.kind, imag.bits)));
      }
      slot(in.a) = scalar(float_bits(in.kind, -float_of(in.kind, operand.bits)));
      break;
  }
  return Flow::Next;
}

Interpreter::Flow Interpreter::convert(const Instruction& in) {
  if (in.op == Op::ComplexMake) {
    const Slot real = slot(in.b), imag = slot(in.c);
    slot(in.a) = real;
    slot(in.a + 1) = imag;
    return Flow::Next;
  }
  const auto from = static_cast<TypeKind>(in.d);
  const std::uint64_t bits = slot(in.b).bits;
  const bool to_float = in.kind == TypeKind::Float32 || in.kind == TypeKind::Float64;
  const bool from_float = from == TypeKind::Float32 || from == TypeKind::Float64;
  if (from == TypeKind::Complex64 || from == TypeKind::Complex128) {
    const std::uint64_t imag = slot(in.b + 1).bits;
    slot(in.a) = scalar(float_bits(in.kind, float_of(from, bits)));
    slot(in.a + 1) = scalar(float_bits(in.kind, float_of(from, imag)));
  } else if (from_float && to_float) {
    slot(in.a) = scalar(float_bits(in.kind, float_of(from, bits)));
  } else if (from_float) {
    // amd64: CVTTSD2SQ gives 1 << 63 for what does not fit; uint64 is done in two halves.
    const double d = float_of(from, bits);
    std::uint64_t r = std::uint64_t{1} << 63;
    if (in.kind == TypeKind::Uint64 || in.kind == TypeKind::Uint || in.kind == TypeKind::Uintptr) {
      if (d >= 9223372036854775808.0) {
        const double rest = d - 9223372036854775808.0;
        r = rest < 9223372036854775808.0
                ? static_cast<std::uint64_t>(static_cast<std::int64_t>(rest)) ^ (std::uint64_t{1} << 63)
                : std::uint64_t{1} << 63;
      } else if (d > -9223372036854775809.0) {
        r = static_cast<std::uint64_t>(static_cast<std::int64_t>(d));
      }
    } else if (d < 9223372036854775808.0 && d >= -9223372036854775808.0) {
      r = static_cast<std::uint64_t>(static_cast<std::int64_t>(d));
    }
    slot(in.a) = scalar(wrap(in.kind, r));
  } else if (to_float) {
    if (is_signed(from)) {
      const auto i = static_cast<std::int64_t>(bits);
      slot(in.a) = scalar(in.kind == TypeKind::Float32
                              ? std::bit_cast<std::uint32_t>(static_cast<float>(i))
                              : std::bit_cast<std::uint64_t>(static_cast<double>(i)));
    } else {
      slot(in.a) = scalar(in.kind == TypeKind::Float32
                              ? std::bit_cast<std::uint32_t>(static_cast<float>(bits))
                              : std::bit_cast<std::uint64_t>(static_cast<double>(bits)));
    }
  } else {
    slot(in.a) = scalar(wrap(in.kind, bits));
  }
  return Flow::Next;
}

}  // namespace model::runtime
