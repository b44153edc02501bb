// Where Go's grammar is ambiguous, what trees look like, where nodes are.

#include <string>

#include "model/syntax/print.hpp"
#include "tests/unit/catch.hpp"
#include "tests/unit/syntax/parsing.hpp"

namespace {

using namespace model::syntax;
using parsing::errors;
using parsing::Parsed;

template <typename T>
const T* declaration(const Parsed& p, std::size_t i) {
  return try_as<T>(p.file->decls.at(i));
}

const TypeSpec* type_spec(const Parsed& p) {
  return as<TypeSpec>(declaration<GenDecl>(p, 0)->specs[0]);
}

const Expr* value_of(const Parsed& p) {
  return as<ValueSpec>(declaration<GenDecl>(p, 0)->specs[0])->values.at(0);
}

TEST_CASE("array length or type parameters") {
  const auto parameters = [](const std::string& declaration) {
    const Parsed p("package p\ntype " + declaration + "\n");
    CAPTURE(declaration, p.errors());
    REQUIRE(p.diagnostics.empty());
    std::string result;
    const TypeSpec* spec = type_spec(p);
    if (spec->type_params == nullptr) return "none: " + to_string(spec->type);
    for (const Field* f : spec->type_params->list) {
      for (const Ident* name : f->names) result += name->name + " ";
      result += to_string(f->type) + "; ";
    }
    return result + to_string(spec->type);
  };
  CHECK(parameters("T[P any] struct{}") == "P any; struct{}");
  CHECK(parameters("T[P, Q any, R int] []P") == "P Q any; R int; []P");
  CHECK(parameters("T[P *C] int") == "none: [P * C]int");
  CHECK(parameters("T[P *C,] int") == "P *C; int");
  CHECK(parameters("T[P *C, Q any] int") == "P *C; Q any; int");
  CHECK(parameters("T[P *struct{}] int") == "P *struct{}; int");
  CHECK(parameters("T[P (C)] int") == "none: [P(C)]int");
  CHECK(parameters("T[P (C),] int") == "P C; int");
  CHECK(parameters("T[P *int|~string] int") == "P *int | ~string; int");
  CHECK(parameters("T[P []E, E any] int") == "P []E; E any; int");
  CHECK(parameters("T[P interface{ ~int | m.S }] int") == "P interface{~int | m.S}; int");
  CHECK(parameters("T[P any] = []P") == "P any; []P");
  CHECK(parameters("T[N]int") == "none: [N]int");
  CHECK(parameters("T[2*N]int") == "none: [2 * N]int");
  CHECK(parameters("T[N * 2]int") == "none: [N * 2]int");
  CHECK(parameters("T []int") == "none: []int");
}

TEST_CASE("channel arrows go to the leftmost chan") {
  const auto type = [](const std::string& t) {
    const Parsed p("package p\nvar _ = " + t + "(nil)\n");
    return p.diagnostics.empty() ? to_string(as<CallExpr>(value_of(p))->fun) : p.errors();
  };
  CHECK(type("(<-chan int)") == "(<-chan int)");
  CHECK(type("(chan<- chan int)") == "(chan<- chan int)");
  CHECK(type("(chan (<-chan int))") == "(chan (<-chan int))");
  const Parsed nested("package p\nvar x <-chan chan<- int\n");
  CHECK(nested.diagnostics.empty());
  const Parsed receive("package p\nvar x = <-(chan int)(nil)\n");
  CHECK(is<UnaryExpr>(value_of(receive)));
  const Parsed redirected("package p\nvar x = f(<-chan<- chan int)\n");
  CHECK(to_string(value_of(redirected)) == "f(<-chan <-chan int)");
  CHECK(errors("package p\nvar x <-<-chan int\n") ==
        "x.go:2:9: syntax error: unexpected <-, expected keyword chan\n");
}

TEST_CASE("literal or block") {
  CHECK(parsing::body_errors("if x == (T{}) {}\nfor _, y := range []T{{1}} {}\nswitch (T{}) {}") ==
        "");
  CHECK(parsing::body_errors(
            "if f(T{1}) {}\nif a[T{1}.i] {}\nif func() bool { return T{} == x }() {}") == "");
  CHECK(parsing::body_errors(
            "_ = T[int]{}\n_ = m.T[int, string]{1, 2}\n_ = [...]int{1}\n_ = &T{}") == "");
  CHECK(parsing::body_errors("if x == T{} {}") != "");
  CHECK(parsing::body_errors("for T[i] {}\nfor x := range xs[i] {}") == "");
}

TEST_CASE("types in expressions") {
  CHECK(parsing::body_errors("f[int, map[string]T](x)\ng[[]int](y)\n_ = h[func(int) string]\n"
                             "_ = (*T).Method\n_ = chan int(nil)\n_ = interface{ m() }(nil)") ==
        "");
}

TEST_CASE("parameters") {
  const auto signature = [](const std::string& s) {
    const Parsed p("package p\nfunc f" + s + "\n");
    return p.diagnostics.empty() ? to_string(declaration<FuncDecl>(p, 0)->type) : p.errors();
  };
  CHECK(signature("(a, b int, c ...string) (x, y error)") ==
        "func(a, b int, c ...string) (x, y error)");
  CHECK(signature("(int, m.T, []x, ...y) func()") == "func(int, m.T, []x, ...y) func()");
  CHECK(signature("(a T[int], b [n]E, c []E)") == "func(a T[int], b [n]E, c []E)");
  CHECK(signature("(T[int], U[a, b])") == "func(T[int], U[a, b])");
  CHECK(signature("(a, b)") == "func(a, b)");
  CHECK(signature("(a, b int, []string)") == "x.go:2:18: syntax error: missing parameter name\n");
  CHECK(signature("(a int, b)") == "x.go:2:16: syntax error: missing parameter type\n");
  CHECK(signature("(a ...int, b int)") == "x.go:2:10: can only use ... with final parameter\n");
}

TEST_CASE("constants repeat the line before") {
  const Parsed p("package p\nconst (\n\ta, b = iota, 1\n\tc, d\n\t_, _\n\te = 2\n\tf\n)\n");
  REQUIRE(p.diagnostics.empty());
  const auto& specs = declaration<GenDecl>(p, 0)->specs;
  const auto at = [&](std::size_t i) { return as<ValueSpec>(specs[i]); };
  CHECK(at(0)->repeats == nullptr);
  CHECK(at(2)->repeats == at(0));
  CHECK(at(2)->iota == 2);
  CHECK(at(4)->repeats == at(3));
}

TEST_CASE("positions") {
  const Parsed p("package p\n\nvar x = a.b(c) + d\n");
  const auto* sum = as<BinaryExpr>(value_of(p));
  CHECK(sum->position == model::base::Position{0, 3, 9});
  CHECK(sum->op_position.column == 16);
  CHECK(sum->end.column == 19);
  const auto* call = as<CallExpr>(sum->x);
  CHECK(call->lparen.column == 12);
  CHECK(call->rparen.column == 14);
  CHECK(as<SelectorExpr>(call->fun)->sel->position.column == 11);
}

TEST_CASE("documentation is right before its declaration") {
  const Parsed p(
      "// about p\npackage p\n\n// lost\n\n// about f\n// more\nfunc f() {}\n\nfunc g() {} // "
      "after g\n");
  REQUIRE(p.file->doc != nullptr);
  const auto* f = declaration<FuncDecl>(p, 0);
  REQUIRE(f->doc != nullptr);
  CHECK(f->doc->size() == 2);
  CHECK(declaration<FuncDecl>(p, 1)->doc == nullptr);
  CHECK(p.file->comments.size() == 4);
}

TEST_CASE("statements") {
  const Parsed p(
      "package p\nfunc f() {\nL:\n\tfor k, v := range m {\n\t\tcontinue L\n\t}\n"
      "\tswitch y := x.(type) {\n\tcase int, nil:\n\tdefault:\n\t}\n"
      "\tselect {\n\tcase v, ok := <-c:\n\tcase c <- 1:\n\tdefault:\n\t}\n"
      "\tfor range 10 {\n\t}\n\tfor {\n\t}\n\tfor i := 0; i < 3; i++ {\n\t}\n}\n");
  REQUIRE(p.errors() == "");
  const auto& list = declaration<FuncDecl>(p, 0)->body->list;
  const auto* range = as<RangeStmt>(as<LabeledStmt>(list[0])->stmt);
  CHECK(as<BranchStmt>(range->body->list[0])->target == range);
  const auto* types = as<TypeSwitchStmt>(list[1]);
  CHECK(types->bind->name == "y");
  CHECK(types->clauses[0]->list.size() == 2);
  CHECK(types->clauses[1]->is_default);
  const auto* select = as<SelectStmt>(list[2]);
  CHECK(is<AssignStmt>(select->clauses[0]->comm));
  CHECK(is<SendStmt>(select->clauses[1]->comm));
  CHECK(select->clauses[2]->comm == nullptr);
  CHECK(as<RangeStmt>(list[3])->key == nullptr);
  CHECK(as<ForStmt>(list[4])->cond == nullptr);
  CHECK(is<IncDecStmt>(as<ForStmt>(list[5])->post));
}

TEST_CASE("deep nesting is an error, wide files are none") {
  const auto repeated = [](std::string_view s, int n) {
    std::string result;
    for (int i = 0; i < n; ++i) result += s;
    return result;
  };
  for (const char* piece : {"(", "[", "{", "- ", "<- ", "func() { ", "[]", "*", "x(", "T{", "map[",
                            "if x {", "+a", ".b", "[1]"}) {
    CAPTURE(piece);
    const std::string many = repeated(piece, 100000);
    CHECK(errors("package p\nvar x = a" + many).size() < 200);
    CHECK(errors("package p\nvar x = " + many).size() < 200);
    CHECK(errors("package p\nvar x " + many).size() < 200);
    CHECK(errors("package p\nfunc f() { " + many).size() < 200);
  }
  CHECK(errors("package p\nvar x = 1" + repeated(" + 1", 4000) + "\n") == "");
  CHECK(errors("package p\nfunc f() {\n" + repeated("f()\n", 100000) + "}\n") == "");
}

}  // namespace
