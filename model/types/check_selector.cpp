// Selectors: fields, methods, method expressions, qualified identifiers (Go spec, "Selectors").

#include <algorithm>
#include <cctype>
#include <set>

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

namespace {

bool same_but_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

std::string_view without_first(std::string_view name) {
  std::size_t n = name.empty() ? 0 : 1;
  while (n < name.size() && (static_cast<unsigned char>(name[n]) & 0xc0) == 0x80) ++n;
  return name.substr(n);
}

bool is_exported(std::string_view name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

}  // namespace

bool PackageCheck::qualified(Operand& x, const SelectorExpr* e) {
  const auto* name = try_as<Ident>(e->x);
  auto* package_name = name != nullptr ? try_as<PkgName>(lookup(name->name)) : nullptr;
  if (package_name == nullptr) return false;
  info_.record_use(name, package_name);
  package_name->used = true;
  Package* package = package_name->imported;
  const std::string& selected = e->sel->name;
  Object* object = package->scope->lookup(selected);
  if (object == nullptr) {
    if (package->fake || e->sel->is_blank()) return true;
    note_lacking(package);
    std::string hint;
    for (const Object* other : package->scope->sorted()) {
      if (!other->exported() || !same_but_case(other->name, selected)) continue;
      hint = fmt::format(" (but have {})", other->name);
      break;
    }
    error(e->sel->position, "UndeclaredImportedName", fmt::format("undefined: {}{}", str(e), hint));
    return true;
  }
  // What the linker pushes there (go:linkname).
  const bool is_pushed = package_->path == "testing/synctest" && package->path == "testing";
  if (!object->exported() && !is_pushed) {
    error(e->sel->position, "UnexportedName",
          fmt::format("name {} not exported by package {}", selected, package->name));
  }
  info_.record_use(e->sel, object);
  x.type = object->type != nullptr ? object->type : invalid_type();
  switch (object->kind) {
    case ObjectKind::Const:
      x.mode = is_valid(x.type) ? Mode::Constant : Mode::Invalid;
      x.value = as<Const>(object)->value;
      break;
    case ObjectKind::TypeName: x.mode = Mode::TypeExpr; break;
    case ObjectKind::Var: x.mode = is_valid(x.type) ? Mode::Variable : Mode::Invalid; break;
    case ObjectKind::Func: x.mode = Mode::Value; break;
    case ObjectKind::Builtin:
      x.mode = Mode::Builtin;
      x.builtin = as<Builtin>(object)->builtin;
      break;
    case ObjectKind::PkgName:
    case ObjectKind::Label:
    case ObjectKind::Nil: break;
  }
  return true;
}

void PackageCheck::selector(Operand& x, const SelectorExpr* e, bool want_type) {
  x = {};
  x.type = invalid_type();
  x.expr = e;
  if (qualified(x, e)) return;
  const std::string& name = e->sel->name;
  expr_or_type(x, e->x);
  if (x.mode == Mode::Builtin) {
    error(middle_of(e), "UncalledBuiltin",
          fmt::format("invalid use of {} in selector expression", str(x)));
    x.mode = Mode::Invalid;
  }
  if (x.mode == Mode::Invalid) return;
  const auto fail = [&] {
    x.mode = Mode::Invalid;
    x.type = invalid_type();
  };
  if (want_type) {
    error(e->sel->position, "NotAType", str(e) + " is not a type");
    return fail();
  }
  const Lookup found =
      lookup_field_or_method(x.type, x.mode == Mode::Variable, package_, name);
  if (!found) {
    failed_selector(x, e, found);
    return fail();
  }
  auto* method = try_as<Func>(found.object);
  if (method != nullptr && method->generic()->type == nullptr) declare_object(method->generic());
  if (method != nullptr && method->type == nullptr) return fail();
  if (x.mode == Mode::TypeExpr) return method_expression(x, e, found);

  Selection selection;
  selection.recv = x.type;
  selection.object = found.object;
  selection.index = found.index;
  selection.indirect = found.indirect;
  if (method == nullptr) {
    selection.kind = SelectionKind::FieldValue;
    selection.type = found.object->type;
    x.mode = x.mode == Mode::Variable || found.indirect ? Mode::Variable : Mode::Value;
    if (!is_valid(selection.type)) x.mode = Mode::Invalid;
  } else {
    selection.kind = SelectionKind::MethodValue;
    const Signature* with_receiver = method->signature();
    auto* signature = context().signature(nullptr, with_receiver->params, with_receiver->results,
                                          with_receiver->variadic);
    signature->type_params = with_receiver->type_params;
    selection.type = signature;
    if (x.mode == Mode::Variable && !found.indirect && method->generic()->pointer_receiver &&
        under<Pointer>(x.type) == nullptr) {
      note_address(e->x);
    }
    x.mode = Mode::Value;
    add_use(method);
  }
  x.type = selection.type;
  info_.record_use(e->sel, found.object);
  info_.record_selection(e, std::move(selection));
}

void PackageCheck::method_expression(Operand& x, const SelectorExpr* e, const Lookup& found) {
  auto* method = try_as<Func>(found.object);
  if (method == nullptr) {
    error(e->sel->position, "MissingFieldOrMethod",
          fmt::format("{} undefined (type {} has no method {})", str(e), str(x.type),
                      e->sel->name));
    x.mode = Mode::Invalid;
    x.type = invalid_type();
    return;
  }
  const Signature* with_receiver = method->signature();
  std::vector<Var*> params = with_receiver->params->vars;
  // Parameters are named all or not at all.
  std::string name;
  if (!params.empty() && !params[0]->name.empty()) {
    name = with_receiver->recv != nullptr ? with_receiver->recv->name : "";
    if (name.empty()) name = "_";
  }
  params.insert(params.begin(),
                context().var(VarKind::Param, method->position, package_, name, x.type));
  auto* signature = context().signature(nullptr, context().tuple(std::move(params)),
                                        with_receiver->results, with_receiver->variadic);
  Selection selection;
  selection.kind = SelectionKind::MethodExpr;
  selection.recv = x.type;
  selection.object = method;
  selection.type = signature;
  selection.index = found.index;
  selection.indirect = found.indirect;
  info_.record_use(e->sel, method);
  info_.record_selection(e, std::move(selection));
  x.mode = Mode::Value;
  x.type = signature;
  add_use(method);
}

void PackageCheck::failed_selector(const Operand& x, const SelectorExpr* e, const Lookup& found) {
  const std::string& name = e->sel->name;
  const Position position = e->sel->position;
  if (!is_valid(underlying(x.type))) return;
  std::set<const Type*> seen;
  note_lacking(x.type, seen);
  if (!found.index.empty()) {
    return error(position, "AmbiguousSelector",
                 fmt::format("ambiguous selector {}.{}", str(x.expr), name));
  }
  if (found.indirect) {
    const std::string type = str(x.type);
    return error(position, "InvalidMethodExpr",
                 x.mode == Mode::TypeExpr
                     ? fmt::format("invalid method expression {}.{} (needs pointer receiver "
                                   "(*{}).{})",
                                   type, name, type, name)
                     : fmt::format("cannot call pointer method {} on {}", name, type));
  }
  std::string why;
  if (is_pointer_to_interface(x.type)) {
    auto* pointer = under<Pointer>(x.type);
    why = is_type_param(pointer->elem)
              ? fmt::format("type {} is pointer to type parameter, not type parameter", str(x.type))
              : fmt::format("type {} is pointer to interface, not interface", str(x.type));
  } else {
    const Lookup other =
        lookup_field_or_method(x.type, x.mode == Mode::Variable, package_, name, true);
    why = lookup_error(x.type, name, other.object, false);
  }
  error(position, "MissingFieldOrMethod",
        fmt::format("{}.{} undefined ({})", str(x.expr), name, why));
}

/// A field or method was looked for in the type, and so in what is embedded in it.
void PackageCheck::note_lacking(Type* type, std::set<const Type*>& seen) {
  type = deref(type);
  const auto* named = try_unalias<Named>(type);
  if (named == nullptr || !seen.insert(named->origin).second) return;
  note_lacking(named->obj->package);
  const auto* structure = under<Struct>(type);
  if (structure == nullptr) return;
  for (const Var* field : structure->fields) {
    if (field->embedded) note_lacking(field->type, seen);
  }
}

std::string PackageCheck::lookup_error(Type* type, const std::string& name, const Object* other,
                                       bool struct_literal) {
  // `other` is what is found if case does not matter: in what way is it not what was asked for?
  enum { Missing, Misspelled, Unexported, Inaccessible } how = Missing;
  std::string found;
  if (other != nullptr) {
    found = other->name;
    const bool same_tail = without_first(name) == without_first(found);
    if (other->package == package_) {
      how = Misspelled;
    } else if (is_exported(name)) {
      how = is_exported(found) ? Misspelled : same_tail ? Unexported : Missing;
    } else if (is_exported(found)) {
      how = same_tail ? Misspelled : Missing;
    } else if (name == found) {
      how = Inaccessible;
    }
  }
  const std::string t = str(type);
  if (struct_literal) {
    const std::string unknown = fmt::format("unknown field {} in struct literal of type {}", name, t);
    switch (how) {
      case Missing: return unknown;
      case Misspelled: return fmt::format("{}, but does have {}", unknown, found);
      case Unexported: return fmt::format("{}, but does have unexported {}", unknown, found);
      case Inaccessible:
        return fmt::format("cannot refer to unexported field {} in struct literal of type {}",
                           found, t);
    }
  }
  const char* what = is<Var>(other) ? "field" : is<Func>(other) ? "method" : "object";
  const std::string none = fmt::format("type {} has no field or method {}", t, name);
  switch (how) {
    case Missing: break;
    case Misspelled: return fmt::format("{}, but does have {} {}", none, what, found);
    case Unexported: return fmt::format("{}, but does have unexported {} {}", none, what, found);
    case Inaccessible: return fmt::format("cannot refer to unexported {} {}", what, found);
  }
  return none;
}

void PackageCheck::note_address(const Expr* e) {
  // The variable whose memory `e` is a part of, if it is a variable's.
  while (true) {
    e = without_parens(e);
    if (const auto* name = try_as<Ident>(e)) {
      if (auto* var = try_as<Var>(info_.use(name))) var->address_taken = true;
      return;
    }
    if (const auto* s = try_as<SelectorExpr>(e)) {
      const Selection* selection = info_.selection(s);
      if (selection == nullptr) {  // qualified
        if (auto* var = try_as<Var>(info_.use(s->sel))) var->address_taken = true;
        return;
      }
      if (selection->indirect) return;
      e = s->x;
    } else if (const auto* i = try_as<IndexExpr>(e)) {
      if (under<Array>(info_.type_of(i->x)) == nullptr) return;
      e = i->x;
    } else {
      return;
    }
  }
}

}  // namespace model::types
