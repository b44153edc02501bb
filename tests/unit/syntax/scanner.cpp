// Tokens, automatic semicolons, literals and their values.

#include "model/syntax/scanner.hpp"

#include <string>
#include <vector>

#include "tests/unit/catch.hpp"

namespace {

using model::base::Position;
using namespace model::syntax;

struct Scan {
  std::string tokens;  // separated by blanks
  std::vector<std::string> errors;
  std::size_t comments = 0;
};

Scan scan(std::string_view text) {
  Scan result;
  Scanner s(text, {0, 1, 1}, [&](Position p, std::string message) {
    result.errors.push_back(std::to_string(p.line) + ":" + std::to_string(p.column) + ": " +
                            std::move(message));
  });
  for (s.next(); s.token != Token::Eof; s.next()) {
    if (!result.tokens.empty()) result.tokens += ' ';
    const bool has_text =
        s.token == Token::Ident || (s.token >= Token::Int && s.token <= Token::String);
    result.tokens += has_text                      ? std::string(s.text)
                     : s.token == Token::Semicolon ? "<" + std::string(s.text) + ">"
                                                   : std::string(token_text(s.token));
    result.comments += s.take_comments().size();
  }
  return result;
}

std::string tokens(std::string_view text) { return scan(text).tokens; }

std::string first_error(std::string_view text) {
  const Scan s = scan(text);
  return s.errors.empty() ? "" : s.errors[0];
}

TEST_CASE("semicolons end lines after names, literals, some keywords and closing brackets") {
  CHECK(tokens("a\n") == "a <newline>");
  CHECK(tokens("a") == "a <EOF>");
  CHECK(tokens("a;\n") == "a <semicolon>");
  CHECK(tokens("a +\nb\n") == "a + b <newline>");
  CHECK(tokens("return\nbreak\ncontinue\nfallthrough\nif\n") ==
        "return <newline> break <newline> continue <newline> fallthrough <newline> if");
  CHECK(tokens(")\n]\n}\n++\n--\n,\n") ==
        ") <newline> ] <newline> } <newline> ++ <newline> -- <newline> ,");
  CHECK(tokens("1\n'x'\n\"s\"\n`r`\n") ==
        "1 <newline> 'x' <newline> \"s\" <newline> `r` <newline>");
  CHECK(tokens("a // c\nb /* d */ c\n") == "a <newline> b c <newline>");
  CHECK(tokens("a /* x\ny */ b") == "a <newline> b <EOF>");
  CHECK(tokens("a /* x */ /* y\n */\n") == "a <newline>");
  CHECK(tokens("a // c") == "a <EOF>");
  CHECK(tokens("a\r\nb\r\n") == "a <newline> b <newline>");
}

TEST_CASE("the longest operator wins") {
  CHECK(tokens("&^= &^ &= && & <<= << <= <- < ... . := : |= || ~ !") ==
        "&^= &^ &= && & <<= << <= <- < ... . := : |= || ~ !");
  CHECK(tokens("a<-b...c..d") == "a <- b ... c . . d <EOF>");
  CHECK(tokens("x.5 x .5.6") == "x .5 x .5 .6 <EOF>");
}

TEST_CASE("numbers") {
  for (const char* good :
       {"0",      "017",     "0b101",  "0o17", "0x_1F", "1_000",  "1.",    ".5",  "1e9",  "1E+9",
        "0x1p-2", "0x1.8p0", "0X.8P1", "1i",   "0123i", "1.5e3i", "089.5", "0_7", "09e1", "0b1i"}) {
    CAPTURE(good);
    CHECK(scan(good).errors.empty());
    CHECK(tokens(good) == std::string(good) + " <EOF>");
  }
  CHECK(first_error("0b12") == "1:4: invalid digit '2' in binary literal");
  CHECK(first_error("089") == "1:2: invalid digit '8' in octal literal");
  CHECK(first_error("0x") == "1:3: hexadecimal literal has no digits");
  CHECK(first_error("1__0") == "1:3: '_' must separate successive digits");
  CHECK(first_error("1_") == "1:2: '_' must separate successive digits");
  CHECK(first_error("0x1.5") == "1:6: hexadecimal mantissa requires a 'p' exponent");
  CHECK(first_error("1p3") == "1:2: 'p' exponent requires hexadecimal mantissa");
  CHECK(first_error("0b1e3") == "1:4: 'e' exponent requires decimal mantissa");
  CHECK(first_error("1e") == "1:3: exponent has no digits");
  CHECK(first_error("0o1.5") == "1:4: invalid radix point in octal literal");
}

TEST_CASE("runes and strings mean bytes") {
  CHECK(string_value(R"("a\n\x41\101\u00e9\U0001F600\\\"")") ==
        "a\nAA\xc3\xa9\xf0\x9f\x98\x80\\\"");
  CHECK(string_value("\"\\xff\\377\"") == "\xff\xff");
  CHECK(string_value("`a\\n\r\nb`") == "a\\n\nb");
  CHECK(char_value("'x'") == 'x');
  CHECK(char_value("'\\''") == '\'');
  CHECK(char_value("'\xe4\xb8\x96'") == 0x4e16);
  CHECK(char_value("'\\xff'") == 0xff);
  CHECK(char_value("'\\000'") == 0);
  CHECK(char_value("'\\u4e16'") == 0x4e16);

  CHECK(first_error("''") == "1:2: empty rune literal or unescaped '");
  CHECK(first_error("'ab'") == "1:1: more than one character in rune literal");
  CHECK(first_error("'a\n") == "1:3: newline in rune literal");
  CHECK(first_error("'a") == "1:1: rune literal not terminated");
  CHECK(first_error("\"a\n") == "1:3: newline in string");
  CHECK(first_error("`a\n") == "1:1: string not terminated");
  CHECK(first_error("\"\\q\"") == "1:3: unknown escape");
  CHECK(first_error("'\\\"'") == "1:3: unknown escape");
  CHECK(first_error("\"\\400\"") == "1:6: octal escape value 256 > 255");
  CHECK(first_error("\"\\ud800\"") == "1:8: escape is invalid Unicode code point U+D800");
  CHECK(first_error("\"\\xg\"") == "1:4: invalid character 'g' in hexadecimal escape");
  CHECK(first_error("/* x") == "1:1: comment not terminated");
}

TEST_CASE("characters beyond ASCII") {
  CHECK(tokens("\xce\xb1\xce\xb2 _\xe4\xb8\x96"
               "1") ==
        "\xce\xb1\xce\xb2 _\xe4\xb8\x96"
        "1 <EOF>");
  CHECK(tokens("\xef\xbb\xbfx") == "x <EOF>");
  CHECK(first_error("x\xef\xbb\xbf") == "1:2: invalid BOM in the middle of the file");
  CHECK(first_error(std::string_view("a\0b", 3)) == "1:2: invalid NUL character");
  CHECK(first_error("\n \xff") == "2:2: invalid UTF-8 encoding");
  CHECK(first_error("\"\xc0\x80\"") == "1:2: invalid UTF-8 encoding");
  CHECK(first_error("\xd9\xa1x") == "1:1: identifier cannot begin with digit U+0661 '\xd9\xa1'");
  CHECK(first_error("#") == "1:1: invalid character U+0023 '#'");
  CHECK(first_error("x\xe2\x82\xac") ==
        "1:2: invalid character U+20AC '\xe2\x82\xac' in identifier");
}

TEST_CASE("comments are kept") { CHECK(scan("// a\n/* b */ x // c\n").comments == 3); }

}  // namespace
