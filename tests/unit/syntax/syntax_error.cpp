// Messages, word for word as cmd/compile of Go 1.26 gives them.

#include <algorithm>
#include <string>

#include "tests/unit/catch.hpp"
#include "tests/unit/syntax/parsing.hpp"

namespace {

using parsing::body_errors;
using parsing::errors;

TEST_CASE("errors in files") {
  CHECK(errors("") == "x.go:1:1: syntax error: package statement must be first\n");
  CHECK(errors("package p\nx := 1\n") ==
        "x.go:2:1: syntax error: non-declaration statement outside function body\n");
  CHECK(errors("package p\nvar x int\nimport \"fmt\"\n") ==
        "x.go:3:1: syntax error: imports must appear before other declarations\n");
  CHECK(errors("package p\nimport fmt\n") == "x.go:2:11: syntax error: missing import path\n");
  CHECK(errors("package p\nfunc f()\n{\n}\n") ==
        "x.go:3:1: syntax error: unexpected semicolon or newline before {\n");
  CHECK(errors("package p\nfunc f() {\n") ==
        "x.go:3:1: syntax error: unexpected EOF, expected }\n");
  CHECK(errors("package p\ntype T struct { a, }\n") ==
        "x.go:2:20: syntax error: unexpected }, expected name\n");
  CHECK(errors("package p\nfunc (t T) [P any]m() {}\n") ==
        "x.go:2:12: syntax error: unexpected [, expected name\n");
  CHECK(errors("package p\nfunc (t T) m[P any]() {}\n") ==
        "x.go:2:13: syntax error: method must have no type parameters\n");
}

TEST_CASE("errors in statements") {
  CHECK(body_errors("x := := 1") == "x.go:3:6: syntax error: unexpected :=, expected expression\n");
  CHECK(
      body_errors("f(1\n2)") ==
      "x.go:3:4: syntax error: unexpected newline in argument list; possibly missing comma or )\n");
  CHECK(body_errors("if x = 1 {\n}") ==
        "x.go:3:6: syntax error: cannot use assignment x = 1 as value\n");
  CHECK(body_errors("if a == b = c {\n}") ==
        "x.go:3:11: syntax error: cannot use assignment (a == b) = c as value\n");
  CHECK(body_errors("if x := 1 {\n}") == "x.go:3:6: syntax error: cannot use x := 1 as value\n");
  CHECK(body_errors("if {\n}") == "x.go:3:4: syntax error: missing condition in if statement\n");
  CHECK(body_errors("if x; {\n}") == "x.go:3:5: syntax error: missing condition in if statement\n");
  CHECK(body_errors("if x\n{\n}") ==
        "x.go:3:5: syntax error: unexpected newline, expected { after if clause\n");
  CHECK(body_errors("if x {\n} else x()\n") ==
        "x.go:4:8: syntax error: else must be followed by if or statement block\n");
  CHECK(body_errors("if x {\n}\nelse {\n}") ==
        "x.go:5:1: syntax error: unexpected keyword else, expected }\n");
  CHECK(body_errors("for var i = 0; i < 1; i++ {\n}") ==
        "x.go:3:9: syntax error: var declaration not allowed in for initializer\n");
  CHECK(body_errors("for i := 0; i < 1; i := 2 {\n}") ==
        "x.go:3:22: syntax error: cannot declare in post statement of for loop\n");
  CHECK(body_errors("for x\n{\n}") ==
        "x.go:4:1: syntax error: unexpected {, expected for loop condition\n");
  CHECK(body_errors("switch x {\nfoo()\n}") ==
        "x.go:4:1: syntax error: unexpected name foo, expected case or default or }\n"
        "x.go:5:1: syntax error: unexpected }, expected :\n");
  CHECK(body_errors("a, b += 1, 2") ==
        "x.go:3:6: syntax error: unexpected +=, expected := or = or comma\n");
  CHECK(body_errors("go (f())") == "x.go:3:4: expression in go must not be parenthesized\n");
  CHECK(body_errors("defer f") == "x.go:3:7: expression in defer must be function call\n");
  CHECK(body_errors("x++ y") == "x.go:3:5: syntax error: unexpected name y at end of statement\n");
  CHECK(body_errors("y := x.(type)") ==
        "x.go:3:6: invalid syntax tree: use of .(type) outside type switch\n");
  CHECK(body_errors("_ = a[1::]") ==
        "x.go:3:9: middle index required in 3-index slice\n"
        "x.go:3:10: final index required in 3-index slice\n");
}

TEST_CASE("one syntax error a line, ten a run") {
  CHECK(body_errors("x := := := 1").find('\n') == body_errors("x := := := 1").size() - 1);
  std::string many;
  for (int i = 0; i < 30; ++i) many += "x = 1 2\n";
  const std::string printed = body_errors(many);
  CHECK(printed.find("too many errors\n") != std::string::npos);
  CHECK(std::count(printed.begin(), printed.end(), '\n') == 11);
}

TEST_CASE("labels") {
  CHECK(body_errors("L:\n\tf()") == "x.go:3:1: label L defined and not used\n");
  CHECK(body_errors("goto L") == "x.go:3:6: label L not defined\n");
  CHECK(body_errors("break") == "x.go:3:1: break is not in a loop, switch, or select\n");
  CHECK(body_errors("continue") == "x.go:3:1: continue is not in a loop\n");
  CHECK(body_errors("L:\n\tif x {\n\t\tfor {\n\t\t\tbreak L\n\t\t}\n\t}") ==
        "x.go:6:10: invalid break label L\n");
  CHECK(body_errors("L:\n\tswitch {\n\tcase x:\n\t\tfor {\n\t\t\tcontinue L\n\t\t}\n\t}") ==
        "x.go:7:13: invalid continue label L\n");
  CHECK(body_errors("for {\n\tbreak M\n}") == "x.go:4:8: break label not defined: M\n");
  CHECK(body_errors("goto L\n{\nL:\n}") ==
        "x.go:3:6: goto L jumps into block starting at x.go:4:1\n");
  CHECK(body_errors("goto L\nx := 1\n_ = x\nL:") ==
        "x.go:3:6: goto L jumps over declaration of x at x.go:4:3\n");
  CHECK(body_errors("goto L\n{\nx := 1\n_ = x\n}\nL:") == "");
  CHECK(body_errors("L:\nfor {\n}\nL:\nfor {\nbreak L\n}")
            .find("label L already defined at x.go:3:1") != std::string::npos);
  CHECK(body_errors("switch {\ncase a:\n\tfallthrough\ncase b:\n}") == "");
  CHECK(body_errors("switch {\ncase a:\n\tfallthrough\n}") ==
        "x.go:5:2: cannot fallthrough final case in switch\n");
  CHECK(body_errors("switch x.(type) {\ncase a:\n\tfallthrough\ncase b:\n}") ==
        "x.go:5:2: cannot fallthrough in type switch\n");
  CHECK(body_errors("switch {\ncase a:\n\tif b {\n\t\tfallthrough\n\t}\ncase b:\n}") ==
        "x.go:6:3: fallthrough statement out of place\n");
  CHECK(body_errors("L:\nfor {\nfunc() {\nfor {\nbreak L\n}\n}()\nbreak L\n}") ==
        "x.go:7:7: break label not defined: L\n");
}

}  // namespace
