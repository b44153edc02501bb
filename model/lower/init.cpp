// Package initialisation and entries (Go spec, "Program initialization and execution"). A package variable is initialised if
// something reachable mentions it, or if its initialiser may do more than give a value.

#include <algorithm>
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
    return !is_modelled(f) ||
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
  if (v->package == nullptr || embedded_.count({v->position.file, v->position.line}) != 0) return v->package != nullptr;
  if (!facts(v->package).is_library) return false;
  const auto initializer = initializer_of_.find(v);
  if (initializer == initializer_of_.end()) return false;
  if (const auto known = lacks_value_.find(v); known != lacks_value_.end()) return known->second;
  lacks_value_[v] = false;  // initialisers have no cycles; functions' bodies are not looked into
  const auto [package, number] = initializer->second;
  const Expr* value = info_.packages[package].init_order[number].rhs;
  const bool invalid = analysis(value, version_of(v->package, value->position.file)).invalid != nullptr;
  if (invalid) meet_invalid();
  return lacks_value_[v] = invalid || needs_unmodelled(value);
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
  for (std::size_t i = 0; i < info_.packages.size(); ++i) {
    const types::PackageInfo& p = info_.packages[i];
    std::vector<FunctionId> list;
    if (!facts(p.package).is_library) {
      for (types::Func* f : p.inits) list.push_back(function(f, {}));
    } else if (!p.inits.empty()) {
      waiting_inits_.emplace_back(i, packages_changed(p));
    }
    inits_.push_back(std::move(list));
  }
}

// The init functions of Go's own packages set up their package, and register it with others (image/png with image). So they
// run only where something reachable is in a package that they can have changed: what is imported and not reached need not
// be modelled.
bool Lowering::add_library_inits() {
  bool more = false;
  for (auto it = waiting_inits_.begin(); it != waiting_inits_.end();) {
    const auto& [package, changed] = *it;
    if (std::none_of(changed.begin(), changed.end(), [this](const types::Package* p) { return reached_.count(p) != 0; })) {
      ++it;
      continue;
    }
    for (types::Func* f : info_.packages[package].inits) inits_[package].push_back(function(f, {}));
    it = waiting_inits_.erase(it);
    more = true;
  }
  return more;
}

// An init function of Go's own that does what is not modelled is left out if all it may change are the variables that it and
// what it calls name: using one of those is then the error. (crypto's tables are made so; few who import it need them.)
void Lowering::drop_unmodelled_inits() {
  const auto has = [this](FunctionId id, Op op) {
    const auto& code = program_->functions[id].code;
    return std::any_of(code.begin(), code.end(), [op](const program::Instruction& in) { return in.op == op; });
  };
  std::map<program::GlobalId, std::string> lacking;
  for (std::size_t p = 0; p < inits_.size(); ++p) {
    if (!facts(info_.packages[p].package).is_library) continue;
    auto& list = inits_[p];
    list.erase(std::remove_if(list.begin(), list.end(), [&](FunctionId id) {
      if (!has(id, Op::Unreachable)) return false;
      std::set<program::GlobalId> named;
      std::set<FunctionId> called = {id};
      std::vector<FunctionId> work = {id};
      while (!work.empty()) {
        const program::Function& f = program_->functions[work.back()];
        work.pop_back();
        for (const program::Instruction& in : f.code) {
          if (in.op == Op::GlobalAddress) named.insert(static_cast<program::GlobalId>(in.b));
          if (in.op == Op::Call && in.sub == static_cast<std::uint8_t>(CallMode::Static)) {
            const auto callee = static_cast<FunctionId>(in.b);
            if (called.insert(callee).second) work.push_back(callee);
          } else if (in.op == Op::Call || in.op == Op::Go || in.op == Op::Defer || program::op_visible(in.op)) {
            return false;
          }
        }
      }
      for (const program::GlobalId g : named) lacking[g] = program_->globals[g].name;
      return true;
    }), list.end());
  }
  if (lacking.empty()) return;
  for (const auto& [v, g] : globals_) {
    const auto i = initializer_of_.find(v);
    if (lacking.count(g) != 0 && i != initializer_of_.end()) initializers_[i->second.first][i->second.second] = program::kNone;
  }
  for (program::Function& f : program_->functions) {
    for (program::Instruction& in : f.code) {
      if (in.op != Op::GlobalAddress) continue;
      const auto found = lacking.find(static_cast<program::GlobalId>(in.b));
      if (found == lacking.end()) continue;
      in = {.op = Op::Unreachable, .b = text("use of " + found->second + ", whose value is not modelled")};
    }
  }
}

/// The package; and those that its init functions name, in their code or in that of the package's functions they name, with
/// all that those import: their functions may pass on what they are told.
std::set<const types::Package*> Lowering::packages_changed(const types::PackageInfo& package) {
  std::set<const types::Package*> changed = {package.package};
  const auto add = [&](const auto& self, const types::Package* p) -> void {
    const PackageFacts& f = facts(p);
    if (f.has_model || !f.is_modelled || !changed.insert(p).second) return;
    for (const types::Package* imported : p->imports) self(self, imported);
  };
  std::set<const types::Func*> seen(package.inits.begin(), package.inits.end());
  std::vector<types::Func*> work = package.inits;
  while (!work.empty()) {
    types::Func* f = work.back();
    work.pop_back();
    if (f->decl == nullptr || !checker_.check_body(f)) continue;
    for (const types::Object* o : analysis(f->decl, version_of(f->package, f->position.file)).mentioned) {
      if (const auto* name = types::try_as<types::PkgName>(o)) {
        add(add, name->imported);
      } else if (const auto* g = types::as<types::Func>(o)->generic(); g->package == package.package && seen.insert(g).second) {
        work.push_back(const_cast<types::Func*>(g));
      }
    }
  }
  return changed;
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
