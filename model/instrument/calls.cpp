// Which calls are visible operations, or may be.

#include <algorithm>
#include <array>
#include <string_view>

#include "model/instrument/rewrite.hpp"
#include "model/types/predicates.hpp"

namespace model::instrument {
namespace {

using syntax::try_as;

/// Packages of the library without visible operations.
bool is_pure(std::string_view path) {
  static constexpr std::array<std::string_view, 21> kPure = {
      "bytes", "cmp", "container/heap", "container/list", "container/ring", "errors", "fmt",
      "iter", "maps", "math", "math/bits", "reflect", "slices", "sort", "strconv", "strings",
      "unicode", "unicode/utf8", "unsafe", "bufio", "runtime/debug"};
  return std::find(kPure.begin(), kPure.end(), path) != kPure.end();
}

struct Replacement {
  std::string_view path, receiver, name, by;
};
constexpr Replacement kReplacements[] = {
    {"time", "", "Sleep", "Sleep"},
    {"time", "", "After", "After"},
    {"time", "", "AfterFunc", "AfterFunc"},
    {"time", "", "NewTimer", "NewTimer"},
    {"time", "", "NewTicker", "NewTicker"},
    {"time", "", "Tick", "Tick"},
    {"time", "Timer", "Reset", "ResetTimer"},
    {"time", "Ticker", "Reset", "ResetTicker"},
    {"sync", "", "NewCond", "NewCond"},
    {"context", "", "WithTimeout", "WithTimeout"},
    {"context", "", "WithDeadline", "WithDeadline"},
    {"os/signal", "", "Notify", "Notify"},
    {"os/signal", "", "NotifyContext", "NotifyContext"},
};

bool is_choice(const types::Func* f) {
  const std::string& path = f->package->path;
  if (path != "math/rand" && path != "math/rand/v2") return false;
  static constexpr std::string_view kChoices[] = {"Intn", "Int31n", "Int63n", "IntN", "Int32N", "Int64N", "UintN", "Uint32N", "Uint64N"};
  return std::find(std::begin(kChoices), std::end(kChoices), f->name) != std::end(kChoices);
}

const syntax::Expr* unparenthesised(const syntax::Expr* e) {
  while (const auto* p = try_as<syntax::ParenExpr>(e)) e = p->x;
  return e;
}

std::string receiver_name(const types::Func* f) {
  const types::Signature* s = const_cast<types::Func*>(f)->signature();
  if (s == nullptr || s->recv == nullptr) return "";
  types::Type* t = types::deref(s->recv->type);
  const auto* named = types::try_unalias<types::Named>(t);
  return named != nullptr && named->obj != nullptr ? named->obj->name : "?";
}

/// Functions without visible operations, of packages that have others.
bool is_quiet(const types::Func* f, const std::string& receiver) {
  const std::string& path = f->package->path;
  if (path == "time") return receiver != "Timer" && receiver != "Ticker";
  if (path == "os") return f->name != "Exit";
  if (path == "context") return f->name == "Background" || f->name == "TODO" || f->name == "WithValue";
  return false;
}

Call of_function(const Program& program, const types::Func* f, bool instantiated) {
  if (f->package == nullptr) return {};  // error.Error
  if (program.user_packages.count(f->package->path) != 0) {
    // A method of an interface may be the library's.
    return {f->decl == nullptr ? Callee::Unknown : Callee::Plain, "", false};
  }
  const std::string receiver = receiver_name(f);
  for (const Replacement& r : kReplacements) {
    if (r.path == f->package->path && r.name == f->name && r.receiver == receiver) {
      return {Callee::Replaced, std::string(r.by), !receiver.empty()};
    }
  }
  if (is_choice(f)) return {Callee::Chosen, "", false};
  // Type arguments that are inferred would be lost.
  if (is_pure(f->package->path) || instantiated || is_quiet(f, receiver)) return {};
  const bool waits = f->package->path == "sync" && receiver == "Cond" && f->name == "Wait";
  const bool tries = f->package->path == "sync" && f->name.starts_with("Try");
  return {Callee::Operation, waits ? "Wait" : tries ? "Try" : "Call", false};
}

}  // namespace

Call classify(const Program& program, const syntax::CallExpr* call) {
  const syntax::Expr* fun = unparenthesised(call->fun);
  const types::TypeAndValue& tv = program.info.type_and_value(fun);
  if (tv.is_type() || syntax::is<syntax::FuncLit>(fun)) return {};
  const syntax::Ident* name = try_as<syntax::Ident>(fun);
  if (const auto* selector = try_as<syntax::SelectorExpr>(fun)) name = selector->sel;
  if (name == nullptr) return {};
  const types::Object* object = program.info.use(name);
  if (const auto* builtin = types::try_as<types::Builtin>(object)) {
    if (builtin->builtin == types::BuiltinId::Close) return {Callee::Close, "", false};
    if (builtin->builtin != types::BuiltinId::Len || call->args.size() != 1) return {};
    types::Type* t = program.info.type_of(call->args[0]);
    const bool channel = t != nullptr && types::core_as<types::Chan>(t) != nullptr;
    return {channel ? Callee::Len : Callee::Plain, "", false};
  }
  if (const auto* f = types::try_as<types::Func>(object)) {
    return of_function(program, f, program.info.instance(name) != nullptr);
  }
  // A variable: it may hold a function of the library, such as what cancels a context.
  if (types::is<types::Var>(object)) return {Callee::Unknown, "", false};
  return {};
}

}  // namespace model::instrument
