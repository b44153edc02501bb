// Package initialisation and entries (Go spec, "Program initialization and execution"). A package variable is initialised if
// something reachable mentions it, or if its initialiser may do more than give a value.

#include <cassert>

#include "model/lower/function.hpp"

namespace model::lower {

using namespace syntax;
using program::FunctionId;

namespace {

/// May evaluating `e` do anything but give a value?
bool has_effects(const types::Info& info, const Expr* e) {
  const auto any = [&](const std::vector<Expr*>& list) {
    for (const Expr* x : list) {
      if (has_effects(info, x)) return true;
    }
    return false;
  };
  if (e == nullptr) return false;
  const types::TypeAndValue& tv = info.type_and_value(e);
  if (tv.is_constant() || tv.is_type()) return false;
  switch (e->kind) {
    case Kind::Ident:
    case Kind::BasicLit:
    case Kind::FuncLit: return false;
    case Kind::ParenExpr: return has_effects(info, as<ParenExpr>(e)->x);
    case Kind::CompositeLit: return any(as<CompositeLit>(e)->elts);
    case Kind::KeyValueExpr: {
      const auto* pair = as<KeyValueExpr>(e);
      return (!is<Ident>(pair->key) && has_effects(info, pair->key)) || has_effects(info, pair->value);
    }
    case Kind::SelectorExpr:
      return info.selection(as<SelectorExpr>(e)) != nullptr && has_effects(info, as<SelectorExpr>(e)->x);
    case Kind::UnaryExpr:
      return as<UnaryExpr>(e)->op == Token::Arrow || has_effects(info, as<UnaryExpr>(e)->x);
    case Kind::BinaryExpr:
      return as<BinaryExpr>(e)->op == Token::Quo || as<BinaryExpr>(e)->op == Token::Rem ||
             has_effects(info, as<BinaryExpr>(e)->x) || has_effects(info, as<BinaryExpr>(e)->y);
    case Kind::CallExpr: {
      const auto* call = as<CallExpr>(e);
      const auto* name = try_as<Ident>(call->fun);
      const bool is_builtin = name != nullptr && types::is<types::Builtin>(info.use(name)) &&
                              (name->name == "make" || name->name == "new" || name->name == "len");
      if (!info.type_and_value(call->fun).is_type() && !is_builtin) return true;
      return any(call->args);
    }
    default: return true;
  }
}

}  // namespace

void Lowering::start_initializers() {
  for (std::size_t p = 0; p < info_.packages.size(); ++p) {
    const types::PackageInfo& package = info_.packages[p];
    initializers_.emplace_back(package.init_order.size(), program::kNone);
    for (std::size_t i = 0; i < package.init_order.size(); ++i) {
      for (const types::Var* v : package.init_order[i].lhs) initializer_of_[v] = {p, i};
    }
  }
  for (std::size_t p = 0; p < info_.packages.size(); ++p) {
    const types::PackageInfo& package = info_.packages[p];
    if (facts(package.package).is_library) continue;
    for (std::size_t i = 0; i < package.init_order.size(); ++i) {
      if (has_effects(info_, package.init_order[i].rhs)) activate(p, i);
    }
  }
}

/// Does evaluating `e` call what is not modelled, directly or through a variable that lacks a value?
bool Lowering::needs_unmodelled(const Expr* e) {
  const auto any = [&](const std::vector<Expr*>& list) {
    for (const Expr* x : list) {
      if (needs_unmodelled(x)) return true;
    }
    return false;
  };
  const auto object = [&](const Ident* name) {
    if (const auto* v = types::try_as<types::Var>(info_.use(name))) return lacks_value(v);
    const auto* f = types::try_as<types::Func>(info_.use(name));
    if (f == nullptr || f->package == nullptr) return false;
    return !facts(f->package).is_modelled ||
           (f->package->path == "internal/machine" && f->name == "NoValue");
  };
  if (e == nullptr || info_.type_and_value(e).is_type()) return false;
  switch (e->kind) {
    case Kind::Ident: return object(as<Ident>(e));
    case Kind::ParenExpr: return needs_unmodelled(as<ParenExpr>(e)->x);
    case Kind::CompositeLit: return any(as<CompositeLit>(e)->elts);
    case Kind::KeyValueExpr: return needs_unmodelled(as<KeyValueExpr>(e)->value);
    case Kind::SelectorExpr:
      return object(as<SelectorExpr>(e)->sel) || needs_unmodelled(as<SelectorExpr>(e)->x);
    case Kind::IndexExpr: return needs_unmodelled(as<IndexExpr>(e)->x);
    case Kind::UnaryExpr: return needs_unmodelled(as<UnaryExpr>(e)->x);
    case Kind::BinaryExpr:
      return needs_unmodelled(as<BinaryExpr>(e)->x) || needs_unmodelled(as<BinaryExpr>(e)->y);
    case Kind::CallExpr:
      return needs_unmodelled(as<CallExpr>(e)->fun) || any(as<CallExpr>(e)->args);
    default: return false;
  }
}

bool Lowering::lacks_value(const types::Var* v) {
  if (v->package == nullptr || !facts(v->package).is_library) return false;
  const auto initializer = initializer_of_.find(v);
  if (initializer == initializer_of_.end()) return false;
  if (const auto known = lacks_value_.find(v); known != lacks_value_.end()) return known->second;
  lacks_value_[v] = false;  // initialisers have no cycles; functions' bodies are not looked into
  const auto [package, number] = initializer->second;
  return lacks_value_[v] = needs_unmodelled(info_.packages[package].init_order[number].rhs);
}

void Lowering::activate(std::size_t p, std::size_t i) {
  if (initializers_[p][i] != program::kNone) return;
  initializers_[p][i] = initializer_function(info_.packages[p], info_.packages[p].init_order[i]);
}

FunctionId Lowering::initializer_function(const types::PackageInfo& package, const types::Initializer& i) {
  const FunctionId id = reserve();
  const types::Package* of = package.package;
  const types::Initializer* initializer = &i;
  tasks_.push_back({id, [this, id, of, initializer] {
                      FunctionLowering f(*this, {facts(of).symbol + ".init", of, initializer->rhs, {}, nullptr, false});
                      const Position position = initializer->lhs[0]->position;
                      f.initializer(*initializer, position);
                      finish(id, f.take());
                    }});
  return id;
}

types::Func* Lowering::find_function(const std::string& path, const std::string& name) const {
  for (const types::PackageInfo& p : info_.packages) {
    if (p.package->path == path) return types::try_as<types::Func>(p.package->scope->lookup(name));
  }
  return nullptr;
}

/// Mentions what the entry needs; the code is made when all initialisers are known.
FunctionId Lowering::entry_function(const package::Entry& entry) {
  const auto declared = [&](const syntax::FuncDecl* decl) {
    return function(types::as<types::Func>(info_.def(decl->name)), {});
  };
  EntryFunctions e;
  e.id = reserve();
  e.entry = &entry;
  e.function = declared(entry.function);
  if (entry.is_test) {
    const bool has_main = unit_.test_main.function != nullptr;
    types::Func* run = find_function("testing", has_main ? "runMain" : "runEntry");
    assert(run != nullptr);
    e.run = function(run, {});
    if (has_main) e.test_main = declared(unit_.test_main.function);
  }
  entries_.push_back(e);
  return e.id;
}

void Lowering::add_inits() {
  for (const types::PackageInfo& p : info_.packages) {
    std::vector<FunctionId> list;
    for (types::Func* f : p.inits) list.push_back(function(f, {}));
    inits_.push_back(std::move(list));
  }
}

void Lowering::add_entries() {
  for (const EntryFunctions& e : entries_) {
    FunctionLowering f(*this, {"runtime.main", nullptr, nullptr, {}, nullptr, false});
    f.function().is_library = true;
    f.function().untracked = true;
    const Position none;
    const auto call = [&](FunctionId id, Slot arguments, std::int32_t n) {
      f.add(none, {.op = Op::Call, .sub = static_cast<std::uint8_t>(CallMode::Static),
                   .b = static_cast<std::int32_t>(id), .c = arguments, .n = n});
    };
    for (std::size_t p = 0; p < info_.packages.size(); ++p) {
      for (const FunctionId id : initializers_[p]) {
        if (id != program::kNone) call(id, 0, 0);
      }
      for (const FunctionId id : inits_[p]) call(id, 0, 0);
    }
    const auto value = [&](FunctionId id, Slot dst) {
      f.add(none, {.op = Op::MakeClosure, .a = dst, .b = static_cast<std::int32_t>(id), .c = 0, .n = 0});
    };
    if (!e.entry->is_test) {
      call(e.function, 0, 0);
    } else {
      const bool has_main = e.test_main != program::kNone;
      const std::int32_t n = has_main ? 3 : 2;
      const Slot arguments = f.alloc(n);
      Slot at = arguments;
      if (has_main) value(e.test_main, at++);
      f.string(none, e.entry->name, at++);
      value(e.function, at);
      call(e.run, arguments, n);
    }
    f.give(none, kNoSlot);
    finish(e.id, f.take());
    program_->entries.push_back({e.entry->name, e.id, e.function, e.entry->function->name->position, e.entry->is_test});
  }
}

}  // namespace model::lower
