// Relations between types, made by hand.

#include "model/types/relations.hpp"

#include "model/types/infer.hpp"
#include "model/types/instantiate.hpp"
#include "model/types/lookup.hpp"
#include "model/types/predicates.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"
#include "tests/unit/catch.hpp"

using namespace model::types;

namespace {

/// A package `main` to put types in.
struct World {
  Context context;
  Package* main = context.package("main", "main");
  Basic* integer = basic(BasicKind::Int);
  Basic* text = basic(BasicKind::String);

  Named* named(const char* name, Type* rhs) {
    auto* obj = context.object<TypeName>({0, 1, 1}, main, name, nullptr);
    main->scope->insert(obj);
    return context.named(obj, rhs);
  }
  Var* field(const char* name, Type* type, bool embedded = false) {
    Var* f = context.var(VarKind::Field, {}, main, name, type);
    f->embedded = embedded;
    return f;
  }
  Signature* signature(const std::vector<Type*>& params, const std::vector<Type*>& results) {
    return context.signature(nullptr, context.tuple_of(params), context.tuple_of(results), false);
  }
  Func* method(Named* on, const char* name, bool pointer, Signature* s) {
    s->recv = context.var(VarKind::Receiver, {}, main, "r",
                          pointer ? static_cast<Type*>(context.pointer(on)) : on);
    auto* f = context.object<Func>({}, main, name, s);
    f->pointer_receiver = pointer;
    on->methods.push_back(f);
    return f;
  }
  Interface* interface(const std::vector<std::pair<const char*, Signature*>>& methods,
                       std::vector<Type*> embeddeds = {}) {
    std::vector<Func*> list;
    for (const auto& [name, s] : methods) list.push_back(context.object<Func>({}, main, name, s));
    return context.interface(std::move(list), std::move(embeddeds));
  }
  TypeParam* parameter(const char* name, int index, Type* bound) {
    return context.type_param(context.object<TypeName>({}, main, name, nullptr), index, bound);
  }
  Operand value(Type* t) {
    Operand x;
    x.mode = Mode::Value;
    x.type = t;
    return x;
  }
  Operand constant(model::types::constant::Value v, BasicKind kind) {
    Operand x;
    x.mode = Mode::Constant;
    x.type = basic(kind);
    x.value = std::move(v);
    return x;
  }
};

std::string why_not(const std::function<bool(Cause)>& relation, const Package* current) {
  std::string cause;
  CHECK_FALSE(relation({&cause, current}));
  return cause;
}

}  // namespace

TEST_CASE("identity is by structure, of defined types by declaration") {
  World w;
  CHECK(identical(w.context.slice(w.integer), w.context.slice(w.integer)));
  CHECK_FALSE(identical(w.context.slice(w.integer), w.context.slice(w.text)));
  CHECK(identical(universe().byte_type, basic(BasicKind::Uint8)));
  CHECK(identical(universe().any, w.context.interface({}, {})));
  CHECK_FALSE(identical(w.named("A", w.integer), w.named("B", w.integer)));
  auto* s = w.context.structure({w.field("x", w.integer)}, {"tag"});
  auto* t = w.context.structure({w.field("x", w.integer)});
  CHECK_FALSE(identical(s, t));
  CHECK(identical_ignore_tags(s, t));
  CHECK(identical(w.interface({{"A", w.signature({}, {})}, {"B", w.signature({}, {})}}),
                  w.interface({{"B", w.signature({}, {})}, {"A", w.signature({}, {})}})));
}

TEST_CASE("assignability") {
  World w;
  Named* ints = w.named("Ints", w.context.slice(w.integer));
  CHECK(type_assignable_to(w.context.slice(w.integer), ints));
  CHECK_FALSE(type_assignable_to(w.integer, w.named("Int", w.integer)));
  auto* both = w.context.chan(ChanDir::Both, w.integer);
  auto* send = w.context.chan(ChanDir::Send, w.integer);
  CHECK(type_assignable_to(both, send));
  CHECK_FALSE(type_assignable_to(send, both));
  CHECK(type_assignable_to(basic(BasicKind::UntypedNil), both));
  CHECK_FALSE(type_assignable_to(basic(BasicKind::UntypedNil), w.integer));
  CHECK(assignable_to(w.constant(constant::make_int(1), BasicKind::UntypedInt),
                      basic(BasicKind::Float64)));
  CHECK_FALSE(assignable_to(w.constant(constant::make_int(300), BasicKind::UntypedInt),
                            basic(BasicKind::Uint8)));
}

TEST_CASE("missing methods are told in the compiler's words") {
  World w;
  Named* t = w.named("T", w.context.structure({}));
  w.method(t, "M", true, w.signature({}, {}));
  w.method(t, "N", false, w.signature({w.integer}, {}));
  Named* i = w.named("I", w.interface({{"M", w.signature({}, {})}}));
  Named* j = w.named("J", w.interface({{"N", w.signature({w.text}, {})}}));
  Named* k = w.named("K", w.interface({{"P", w.signature({}, {})}}));
  CHECK(implements(w.context.pointer(t), i));
  const auto words = [&](Type* interface) {
    return why_not([&](Cause c) { return implements(t, interface, false, c); }, w.main);
  };
  CHECK(words(i) == "T does not implement I (method M has pointer receiver)");
  CHECK(words(j) ==
        "T does not implement J (wrong type for method N)\n\t\thave N(int)\n\t\twant N(string)");
  CHECK(words(k) == "T does not implement K (missing method P)");
  CHECK(why_not([&](Cause c) { return assignable_to(w.value(k), i, c); }, w.main) ==
        "K does not implement I (missing method M)");
}

TEST_CASE("selectors: the shallowest, and only one at that depth") {
  World w;
  Named* inner = w.named("Inner", w.context.structure({w.field("x", w.integer)}));
  w.method(inner, "M", false, w.signature({}, {}));
  w.method(inner, "P", true, w.signature({}, {}));
  Named* other = w.named("Other", w.context.structure({w.field("x", w.text)}));
  Named* outer = w.named("Outer", w.context.structure({w.field("Inner", inner, true)}));
  const Lookup x = lookup_field_or_method(outer, true, w.main, "x");
  REQUIRE(x);
  CHECK(x.index == std::vector<int>{0, 0});
  Named* both =
      w.named("Both", w.context.structure({w.field("Inner", w.context.pointer(inner), true),
                                           w.field("Other", other, true)}));
  const Lookup ambiguous = lookup_field_or_method(both, true, w.main, "x");
  CHECK_FALSE(ambiguous);
  CHECK_FALSE(ambiguous.index.empty());
  CHECK(lookup_field_or_method(both, false, w.main, "P"));  // through the embedded pointer
  const Lookup p = lookup_field_or_method(outer, false, w.main, "P");
  CHECK_FALSE(p);
  CHECK(p.indirect);
  CHECK(method_set(outer).size() == 1);
  CHECK(method_set(w.context.pointer(outer)).size() == 2);
  CHECK(method_set(both).size() == 2);
  auto* recursive = w.named("R", nullptr);
  recursive->rhs = w.context.structure({w.field("R", w.context.pointer(recursive), true)});
  CHECK_FALSE(lookup_field_or_method(recursive, true, w.main, "nothing"));
}

TEST_CASE("instances are shared and expand as far as asked for") {
  World w;
  Named* list = w.named("List", nullptr);
  TypeParam* p = w.parameter("P", 0, universe().any);
  list->type_params = {p};
  list->rhs = w.context.structure(
      {w.field("value", p), w.field("next", w.context.pointer(w.context.instance(list, {p})))});
  Named* ints = w.context.instance(list, {w.integer});
  CHECK(ints == w.context.instance(list, {w.integer}));
  CHECK(w.context.instance(list, {w.context.slice(w.integer)}) ==
        w.context.instance(list, {w.context.slice(w.integer)}));
  auto* s = under<Struct>(ints);
  REQUIRE(s != nullptr);
  CHECK(s->fields[0]->type == w.integer);
  CHECK(as<Pointer>(s->fields[1]->type)->elem == ints);
  CHECK(type_string(ints, w.main) == "List[int]");
  CHECK(runtime_type_string(w.context.instance(list, {ints})) == "main.List[main.List[int]]");
}

TEST_CASE("type sets") {
  World w;
  auto* u = w.context.union_of({{true, w.integer}, {false, w.text}});
  Named* number = w.named("Number", w.context.interface({}, {u}));
  Named* my = w.named("My", w.integer);
  CHECK(implements(my, number, true));
  CHECK(why_not([&](Cause c) { return implements(w.named("S", w.text), number, true, c); },
                w.main) == "S does not satisfy Number (possibly missing ~ for string in Number)");
  CHECK(why_not([&](Cause c) { return implements(basic(BasicKind::Bool), number, true, c); },
                w.main) == "bool does not satisfy Number (bool missing in ~int | string)");
  TypeParam* p = w.parameter("P", 0, number);
  CHECK(all_ordered(p));
  CHECK_FALSE(all_integer(p));
  CHECK(core_type(p) == nullptr);
  CHECK(comparable(p, false));
  CHECK(implements(w.context.interface({}, {}), universe().comparable, true));
  CHECK_FALSE(implements(w.context.slice(w.integer), universe().comparable, true));
  CHECK(is_constraint_interface(number));
}

TEST_CASE("inference") {
  World w;
  TypeParam* s = w.parameter("S", 0, nullptr);
  TypeParam* e = w.parameter("E", 1, universe().any);
  s->bound = w.context.union_of({{true, w.context.slice(e)}});
  Named* ints = w.named("Ints", w.context.slice(w.integer));
  InferenceInput input;
  input.parameters = {s, e};
  input.current = w.main;

  SECTION("from an argument and a constraint") {
    input.params = w.context.tuple_of({s});
    input.operands = {w.value(ints)};
    const Inference found = infer(w.context, input);
    REQUIRE(found.ok());
    CHECK(found.arguments[0] == ints);
    CHECK(found.arguments[1] == w.integer);
  }
  SECTION("from untyped constants, the largest kind") {
    TypeParam* t = w.parameter("T", 0, universe().any);
    input.parameters = {t};
    input.params = w.context.tuple_of({t, t});
    input.operands = {w.constant(constant::make_int(1), BasicKind::UntypedInt),
                      w.constant(constant::make_float(2.5), BasicKind::UntypedFloat)};
    const Inference found = infer(w.context, input);
    REQUIRE(found.ok());
    CHECK(found.arguments[0] == basic(BasicKind::Float64));
  }
  SECTION("from functions, with the type argument in its result") {
    TypeParam* a = w.parameter("A", 0, universe().any);
    TypeParam* b = w.parameter("B", 1, universe().any);
    input.parameters = {a, b};
    input.params = w.context.tuple_of({w.context.slice(a), w.signature({a}, {b})});
    input.operands = {w.value(ints), w.value(w.signature({w.integer}, {w.text}))};
    const Inference found = infer(w.context, input);
    REQUIRE(found.ok());
    CHECK(found.arguments == Arguments{w.integer, w.text});
  }
  SECTION("what cannot be inferred is told") {
    const Inference found = infer(w.context, input);
    CHECK(found.error == "cannot infer S");
  }
  SECTION("a directed channel") {
    TypeParam* t = w.parameter("T", 0, universe().any);
    input.parameters = {t};
    input.params = w.context.tuple_of({w.context.chan(ChanDir::Recv, t)});
    input.operands = {w.value(w.context.chan(ChanDir::Both, w.integer))};
    const Inference found = infer(w.context, input);
    REQUIRE(found.ok());
    CHECK(found.arguments[0] == w.integer);
  }
}

TEST_CASE("types as text") {
  World w;
  CHECK(runtime_type_string(universe().empty_interface) == "interface {}");
  CHECK(type_string(universe().any, nullptr) == "any");
  auto* f = w.signature({w.integer, w.context.slice(w.text)}, {universe().error});
  f->variadic = true;
  CHECK(runtime_type_string(f) == "func(int, ...string) error");
  CHECK(runtime_type_string(w.interface({{"M", w.signature({}, {})}})) == "interface { M() }");
  CHECK(runtime_type_string(w.context.structure({w.field("A", w.integer), w.field("b", w.text)})) ==
        "struct { A int; b string }");
  CHECK(type_string(w.context.structure({w.field("A", w.integer), w.field("b", w.text)}), w.main) ==
        "struct{A int; b string}");
  CHECK(type_string(w.context.chan(ChanDir::Both, w.context.chan(ChanDir::Recv, w.integer)),
                    nullptr) == "chan (<-chan int)");
  CHECK(runtime_type_string(
            w.context.map(universe().rune_type, w.context.pointer(w.named("T", w.integer)))) ==
        "map[int32]*main.T");
}
