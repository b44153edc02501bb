#pragma once
// Values of constant expressions: exact, of any size (Go spec, "Constants"; interface of
// go/constant).
//
// Integers are exact. Floats are exact fractions while these stay small, and beyond that binary
// floats of 512 bits. An Unknown value is what operations on Unknown or undefined operands give.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/syntax/token.hpp"

namespace model::types {
struct Basic;
struct Type;
}  // namespace model::types

namespace model::types::constant {

using syntax::Token;

enum class Kind : std::uint8_t { Unknown, Bool, String, Int, Float, Complex };

struct Rep;  // constant_rep.hpp

/// An immutable value; copies share.
class Value {
 public:
  Value() = default;
  explicit Value(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}

  Kind kind() const;
  bool known() const { return rep_ != nullptr; }
  explicit operator bool() const { return known(); }
  const Rep* rep() const { return rep_.get(); }

 private:
  std::shared_ptr<const Rep> rep_;
};

Value make_bool(bool b);
Value make_string(std::string s);
Value make_int(std::int64_t i);
Value make_uint(std::uint64_t u);
/// Unknown for infinities and NaN.
Value make_float(double f);
/// Int, Float, Imag, Char or String literal as written; Unknown if malformed or too large.
Value from_literal(Token token, std::string_view text);

bool bool_value(const Value& v);                  ///< of a Bool
const std::string& string_value(const Value& v);  ///< of a String
/// Exact value of an Int, if it fits.
std::optional<std::int64_t> int64_value(const Value& v);
std::optional<std::uint64_t> uint64_value(const Value& v);
/// The low 64 bits (two's complement) of an Int of any size.
std::uint64_t low_bits(const Value& v);
/// Nearest float of an Int or Float; infinite beyond the range. float32_value rounds once, to
/// float.
double float64_value(const Value& v);
float float32_value(const Value& v);
/// -1, 0, 1; for Complex 0 iff zero. Unknown: 1.
int sign(const Value& v);
/// Bits of the absolute value of an Int.
std::size_t bit_length(const Value& v);

/// Parts of a Complex (or other number): Int or Float.
Value real(const Value& v);
Value imag(const Value& v);
Value make_imag(const Value& v);  ///< v·i
Value make_complex(const Value& re, const Value& im);

/// As an Int, Float, Complex if the value is one exactly; otherwise Unknown.
Value to_int(const Value& v);
Value to_float(const Value& v);
Value to_complex(const Value& v);

/// + - ^ ! of a value. For ^ of an unsigned type `bits` limits the result (0: no limit).
Value unary_op(Token op, const Value& y, unsigned bits = 0);
/// + - * / % & | ^ &^ && ||. Operands are matched first. `integer_division`: / truncates (both
/// Int); `/` of Ints is otherwise exact. Division by zero is the caller's to exclude.
Value binary_op(const Value& x, Token op, const Value& y, bool integer_division = false);
/// x << n, x >> n of an Int.
Value shift(const Value& x, Token op, unsigned n);
/// == != < <= > >=. Operands are matched first.
bool compare(const Value& x, Token op, const Value& y);

/// Is `v` a value of the type, after rounding if it is a float? Then `rounded` (if given) is the
/// value it has there.
bool representable(const Value& v, const Basic* type, Value* rounded = nullptr);

/// As the compiler's messages print it: strings quoted and cut at 72 characters, floats short,
/// integers whole.
std::string to_string(const Value& v);
/// Exact: integers whole, floats as fractions or decimal.
std::string exact_string(const Value& v);
/// UTF-8 text of a code point; U+FFFD if invalid. string(x) of an integer constant.
std::string rune_string(const Value& v);

}  // namespace model::types::constant
