#pragma once
// Inside of constant::Value. Only for constant*.cpp, as Boost.Multiprecision is heavy.

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <string>
#include <variant>

#include "model/types/constant.hpp"

namespace model::types::constant {

using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;
using Big =
    boost::multiprecision::number<boost::multiprecision::cpp_bin_float<
                                      512, boost::multiprecision::digit_base_2, void, std::int64_t,
                                      -(std::int64_t{1} << 32), std::int64_t{1} << 32>,
                                  boost::multiprecision::et_off>;

/// numerator / denominator in lowest terms, the latter positive.
struct Fraction {
  Integer numerator;
  Integer denominator = 1;
};

struct Pair {
  Value re, im;  // Int or Float
};

struct Rep {
  std::variant<bool, std::string, Integer, Fraction, Big, Pair> v;
};

/// Values of 2 to this power and more are too large, as for the Go compiler.
inline constexpr long kLargestExponent = 2147483647;

/// Numerators and denominators beyond this many bits become Big.
inline constexpr std::size_t kFractionBits = 4096;

std::size_t bits(const Integer& i);
Value wrap(Integer i);
/// Reduced; Big if large.
Value wrap(Fraction f);
/// Unknown unless finite.
Value wrap(Big b);
const Integer& as_integer(const Value& v);
Big as_big(const Value& v);

/// The value as numerator * 2^exponent / denominator, of an Int or Float.
struct Scaled {
  Integer numerator;
  Integer denominator = 1;
  long exponent = 0;
};
Scaled scaled(const Value& v);

}  // namespace model::types::constant
