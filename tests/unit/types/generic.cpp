// Generic code through the whole checker: what it must accept, what it must not, and what instances
// look like.

#include <string>

#include "model/base/arena.hpp"
#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/parse.hpp"
#include "model/types/checker.hpp"
#include "model/types/instantiate.hpp"
#include "model/types/lookup.hpp"
#include "model/types/predicates.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"
#include "tests/unit/catch.hpp"

using namespace model;
using namespace model::types;

namespace {

/// A package `p` of one file.
struct Checked {
  base::FileSet files;
  base::Arena arena;
  base::Diagnostics diagnostics;
  syntax::NodeIds ids;
  Context context;
  Info info{context};
  Checker checker{info, files, diagnostics};
  Package* package;

  explicit Checked(const std::string& text) {
    files.add("p.go", "package p\n" + text);
    Source source;
    source.path = "p";
    source.files = {syntax::parse_file(files, 0, arena, diagnostics, ids)};
    package = checker.check(source);
  }
  std::string errors() const { return diagnostics.print(files); }
  Type* type(const char* name) const { return package->scope->lookup(name)->type; }
};

std::string errors_of(const std::string& text) { return Checked(text).errors(); }

}  // namespace

TEST_CASE("instances without end are an error") {
  CHECK(errors_of("func f[T any]() { f[*T]() }\n") ==
        "p.go:2:8: instantiation cycle:\n\tp.go:2:21: T instantiated as *T\n");
  CHECK(errors_of("func f[T any]() { f[T]() }\n").empty());
  CHECK(errors_of("func f[T any]() { type L struct{ x T }; f[L]() }\n") != "");
  CHECK(errors_of("type T[P any] struct{}\nfunc (T[P]) m() { var x T[[]P]; x.m() }\n") != "");
  CHECK(
      errors_of("type T[P any] struct{ next *T[P] }\nfunc (t T[P]) m() { t.next.m() }\n").empty());
}

TEST_CASE("generic types may lean on themselves and on each other") {
  CHECK(errors_of(
            "type List[T any] struct { head *Node[T] }\n"
            "type Node[T any] struct { value T; next *Node[T]; list *List[T] }\n"
            "func (l *List[T]) Push(v T) { l.head = &Node[T]{v, l.head, l} }\n"
            "func (l *List[T]) All() func(func(T) bool) {\n"
            "	return func(yield func(T) bool) {\n"
            "		for n := l.head; n != nil; n = n.next { if !yield(n.value) { return } }\n"
            "	}\n"
            "}\n"
            "func sum() (s int) { var l List[int]; l.Push(1); for v := range l.All() { s += v }; "
            "return }\n")
            .empty());
  CHECK(errors_of("type Ordered interface { ~int | ~string }\n"
                  "type Tree[K Ordered, V any] struct { left, right *Tree[K, V]; key K; value V }\n"
                  "func (t *Tree[K, V]) get(k K) (v V, ok bool) {\n"
                  "	for t != nil {\n"
                  "		switch { case k < t.key: t = t.left; case k > t.key: t = t.right;\n"
                  "		default: return t.value, true }\n"
                  "	}\n"
                  "	return\n"
                  "}\n"
                  "var n, ok = (*Tree[string, int])(nil).get(\"a\")\n")
            .empty());
  CHECK(
      errors_of("type Comparer[T any] interface { Compare(T) int }\n"
                "func max[T Comparer[T]](a, b T) T { if a.Compare(b) > 0 { return a }; return b }\n"
                "type I int\nfunc (i I) Compare(j I) int { return int(i - j) }\n"
                "var m = max(I(1), 2)\n")
          .empty());
}

TEST_CASE("operators and conversions look at every type of the type set") {
  CHECK(
      errors_of("func f[T ~[]byte | ~string](x T) (int, byte, T) { return len(x), x[0], x[1:] }\n")
          .empty());
  CHECK(errors_of("func f[T ~[]byte | ~string](x T) { x[0] = 1 }\n") ==
        "p.go:2:36: cannot assign to x[0] (neither addressable nor a map index expression)\n");
  CHECK(errors_of("func f[T ~int | ~float64](x T) T { return x % 2 }\n") ==
        "p.go:2:43: invalid operation: operator % not defined on x (variable of type T constrained "
        "by "
        "~int | ~float64)\n");
  CHECK(errors_of("func f[T ~int8 | ~int](x T) T { return x + 1 << 2 + T(3.0) }\n").empty());
  CHECK(errors_of("func f[T ~int8 | ~int]() T { return 300 }\n") ==
        "p.go:2:37: cannot use 300 (untyped int constant) as T value in return statement\n");
  CHECK(errors_of("func f[F ~int | ~float64, T ~int | ~uint8](x F) T { return T(x) }\n").empty());
  CHECK(errors_of("func f[C ~chan int | ~<-chan int](c C) int { for range c {}; return <-c }\n")
            .empty());
  CHECK(errors_of("func f[C ~chan int | ~<-chan int](c C) { c <- 1 }\n") != "");
}

TEST_CASE("a type in a generic function depends on the function's type parameters") {
  const Checked p(
      "func f[T any](x T) any {\n"
      "	type pair struct { a, b T }\n"
      "	type list[E any] struct { e E; p pair; next *list[E] }\n"
      "	return list[int]{p: pair{x, x}}\n"
      "}\n");
  REQUIRE(p.errors().empty());
  auto* f = as<Signature>(p.type("f"));
  Type* result = nullptr;
  for (Named* n : p.context.instances()) {
    if (n->obj->name == "list" && !is_type_param(n->type_args[0])) result = n;
  }
  REQUIRE(result != nullptr);
  Context& context = p.info.context();
  Type* in_f_string = substitute(context, result, f->type_params, {basic(BasicKind::String)});
  CHECK(in_f_string != result);
  auto* s = under<Struct>(in_f_string);
  REQUIRE(s != nullptr);
  CHECK(s->fields[0]->type == basic(BasicKind::Int));
  CHECK(under<Struct>(s->fields[1]->type)->fields[0]->type == basic(BasicKind::String));
  CHECK(as<Pointer>(s->fields[2]->type)->elem == in_f_string);
  CHECK_FALSE(has_type_param(in_f_string));
}

TEST_CASE("methods of instances, promoted through embedded instances") {
  const Checked p(
      "type Box[T any] struct { v T }\n"
      "func (b *Box[T]) Set(v T) { b.v = v }\n"
      "func (b Box[T]) Get() T { return b.v }\n"
      "type Named struct { *Box[string]; name string }\n"
      "var _ interface { Get() string; Set(string) } = Named{}\n");
  REQUIRE(p.errors().empty());
  const auto methods = method_set(p.type("Named"));
  REQUIRE(methods.size() == 2);
  CHECK(func_string(methods[0].method, p.package) == "Get() string");
  CHECK(func_string(methods[1].method, p.package) == "Set(string)");
  CHECK(methods[1].method->origin != nullptr);
}
