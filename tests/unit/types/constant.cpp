// Constants: exactness, limits, rounding, text.

#include "model/types/constant.hpp"

#include <cmath>
#include <limits>

#include "model/types/type.hpp"
#include "model/types/universe.hpp"
#include "tests/unit/catch.hpp"

using namespace model::types;
using namespace model::types::constant;
using model::syntax::Token;

namespace {

Value integer(const char* text) { return from_literal(Token::Int, text); }
Value floating(const char* text) { return from_literal(Token::Float, text); }
bool fits(const Value& v, BasicKind kind) { return representable(v, basic(kind)); }

}  // namespace

TEST_CASE("integer literals have all bases") {
  CHECK(to_string(integer("0x_ff")) == "255");
  CHECK(to_string(integer("0b1010")) == "10");
  CHECK(to_string(integer("0o17")) == "15");
  CHECK(to_string(integer("017")) == "15");
  CHECK(to_string(integer("1_000_000")) == "1000000");
  CHECK(to_string(integer("0")) == "0");
  CHECK(to_string(integer("123456789012345678901234567890")) == "123456789012345678901234567890");
  CHECK_FALSE(integer("08").known());
}

TEST_CASE("shifts are exact") {
  const Value big = shift(make_int(1), Token::Shl, 500);
  CHECK(bit_length(big) == 501);
  CHECK(to_string(shift(big, Token::Shr, 498)) == "4");
  CHECK(to_string(shift(make_int(-5), Token::Shr, 1)) == "-3");
  CHECK(to_string(shift(make_int(-1), Token::Shr, 100)) == "-1");
}

TEST_CASE("division is exact for floats and truncates for integers") {
  const Value third = binary_op(make_int(1), Token::Quo, make_int(3));
  CHECK(exact_string(third) == "1/3");
  const Value one = binary_op(third, Token::Mul, make_int(3));
  CHECK(to_int(one).known());
  CHECK(to_string(binary_op(make_int(-7), Token::Quo, make_int(2), true)) == "-3");
  CHECK(to_string(binary_op(make_int(-7), Token::Rem, make_int(2))) == "-1");
  CHECK_FALSE(binary_op(make_int(1), Token::Quo, make_int(0)).known());
}

TEST_CASE("bit operations are those of two's complement") {
  CHECK(to_string(binary_op(make_int(-6), Token::And, make_int(11))) == "10");
  CHECK(to_string(binary_op(make_int(-6), Token::Or, make_int(3))) == "-5");
  CHECK(to_string(binary_op(make_int(-6), Token::Xor, make_int(3))) == "-7");
  CHECK(to_string(binary_op(make_int(-6), Token::AndNot, make_int(3))) == "-8");
  CHECK(to_string(unary_op(Token::Xor, make_int(0))) == "-1");
  CHECK(to_string(unary_op(Token::Xor, make_int(1), 8)) == "254");
  CHECK(low_bits(make_int(-1)) == ~std::uint64_t{0});
  CHECK(low_bits(shift(make_int(-3), Token::Shl, 62)) == std::uint64_t{1} << 62);
}

TEST_CASE("representability") {
  CHECK(fits(make_int(255), BasicKind::Uint8));
  CHECK_FALSE(fits(make_int(256), BasicKind::Uint8));
  CHECK(fits(make_int(-128), BasicKind::Int8));
  CHECK_FALSE(fits(make_int(-129), BasicKind::Int8));
  CHECK_FALSE(fits(make_int(-1), BasicKind::Uint));
  CHECK(fits(integer("18446744073709551615"), BasicKind::Uint64));
  CHECK_FALSE(fits(integer("18446744073709551616"), BasicKind::Uint64));
  CHECK(fits(integer("9223372036854775807"), BasicKind::Int));
  CHECK_FALSE(fits(integer("9223372036854775808"), BasicKind::Int));
  CHECK(fits(floating("1e3"), BasicKind::Int16));
  CHECK_FALSE(fits(floating("1.5"), BasicKind::Int));
  CHECK(fits(floating("1e308"), BasicKind::Float64));
  CHECK_FALSE(fits(floating("1e309"), BasicKind::Float64));
  CHECK(fits(floating("3.4e38"), BasicKind::Float32));
  CHECK_FALSE(fits(floating("3.5e38"), BasicKind::Float32));
  CHECK(fits(from_literal(Token::Imag, "0i"), BasicKind::Int));
  CHECK_FALSE(fits(from_literal(Token::Imag, "1i"), BasicKind::Int));
  CHECK(fits(make_string("x"), BasicKind::String));
  CHECK_FALSE(fits(make_string("x"), BasicKind::Int));
  Value rounded;
  REQUIRE(representable(floating("0.1"), basic(BasicKind::Float32), &rounded));
  CHECK(float64_value(rounded) == static_cast<double>(0.1f));
}

TEST_CASE("floats round to nearest, ties to even") {
  CHECK(float64_value(floating("0.1")) == 0.1);
  CHECK(float64_value(floating("1.7976931348623157e308")) == std::numeric_limits<double>::max());
  CHECK(float64_value(floating("5e-324")) == std::numeric_limits<double>::denorm_min());
  CHECK(float64_value(floating("2e-324")) == 0);
  CHECK(float64_value(integer("9007199254740993")) == 9007199254740992.0);
  CHECK(float64_value(integer("9007199254740995")) == 9007199254740996.0);
  CHECK(float64_value(floating("2.2250738585072011e-308")) == 2.2250738585072011e-308);
  CHECK(float32_value(floating("16777217.0")) == 16777216.0f);
  CHECK(float32_value(floating("1e-45")) == std::numeric_limits<float>::denorm_min());
  CHECK(std::isinf(float64_value(floating("1e400"))));
  CHECK(float64_value(unary_op(Token::Sub, floating("0.1"))) == -0.1);
  CHECK(float64_value(floating("0x1p-1074")) == std::numeric_limits<double>::denorm_min());
  CHECK(float64_value(floating("0x1.8p1")) == 3.0);
}

TEST_CASE("huge exponents neither take for ever nor lose their order") {
  const Value huge = floating("1e100000000");
  REQUIRE(huge.known());
  CHECK(compare(huge, Token::Gtr, floating("1e99999999")));
  CHECK_FALSE(floating("1e10000000000").known());
  CHECK_FALSE(floating("1e646456994").known());
  CHECK_FALSE(binary_op(floating("1e646456992"), Token::Mul, floating("1e9")).known());
  CHECK(sign(floating("1e-10000000000")) == 0);
  const Value one = binary_op(huge, Token::Quo, huge);
  CHECK(compare(one, Token::Eql, make_int(1)));
  CHECK(to_string(huge).find("e+100000000") != std::string::npos);
  Value x = floating("1.0000001");
  for (int i = 0; i < 40; ++i) x = binary_op(x, Token::Mul, x);
  CHECK(sign(x) != 0);
}

TEST_CASE("complex arithmetic") {
  const Value i = from_literal(Token::Imag, "1i");
  CHECK(to_string(binary_op(i, Token::Mul, i)) == "(-1 + 0i)");
  CHECK(compare(binary_op(i, Token::Mul, i), Token::Eql, make_int(-1)));
  const Value z = binary_op(make_int(1), Token::Add, from_literal(Token::Imag, "2i"));
  CHECK(to_string(binary_op(z, Token::Quo, z)) == "(1 + 0i)");
  CHECK(to_string(imag(from_literal(Token::Imag, "0123i"))) == "123");
  CHECK(to_string(imag(from_literal(Token::Imag, "0x10i"))) == "16");
}

TEST_CASE("text is that of the compiler's messages") {
  CHECK(to_string(floating("0.1")) == "0.1");
  CHECK(to_string(floating("1e6")) == "1e+06");
  CHECK(to_string(floating("123456789.5")) == "1.23457e+08");
  CHECK(to_string(floating("100000.5")) == "100000.5");
  CHECK(to_string(floating("3.14159265358979")) == "3.14159");
  CHECK(to_string(floating("2.0")) == "2");
  CHECK(to_string(floating("1e1000")) == "1e+1000");
  CHECK(to_string(floating("1e646456992")) == "1e+646456992");
  CHECK(to_string(make_string("a\n\"\x01\xff")) == R"("a\n\"\x01\xff")");
  CHECK(to_string(make_string(std::string(100, 'x'))) == "\"" + std::string(68, 'x') + "...");
  CHECK(to_string(make_bool(true)) == "true");
}

TEST_CASE("character and string literals") {
  CHECK(to_string(from_literal(Token::Char, R"('\u00e9')")) == "233");
  CHECK(to_string(from_literal(Token::Char, R"('\'')")) == "39");
  CHECK(to_string(from_literal(Token::Char, R"('\377')")) == "255");
  CHECK(to_string(from_literal(Token::Char, "'世'")) == "19990");
  CHECK(string_value(from_literal(Token::String, R"("a\x00\u4e16\n")")) ==
        std::string("a\0世\n", 6));
  CHECK(string_value(from_literal(Token::String, "`a\\n\r`")) == "a\\n");
  CHECK(rune_string(make_int(0x4e16)) == "世");
  CHECK(rune_string(make_int(-1)) == "\xEF\xBF\xBD");
}
