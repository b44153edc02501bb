// Assignments and initialisations (Go spec, "Assignability", "Assignment statements").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::assignment(Operand& x, Type* type, std::string_view context_text) {
  // `type` null: to the blank identifier.
  single_value(x);
  if (x.mode == Mode::Invalid) return;
  if (x.mode == Mode::NoValue || x.mode == Mode::Builtin || x.mode == Mode::TypeExpr) {
    error(start_of(x), "IncompatibleAssign",
          fmt::format("cannot assign {} to {} in {}", str(x), type != nullptr ? str(type) : "_",
                      context_text));
    x.mode = Mode::Invalid;
    return;
  }
  if (is_untyped(x.type)) {
    Type* target = type;
    if (x.is_nil()) {
      if (type == nullptr) {
        error(start_of(x), "UntypedNilUse", fmt::format("use of untyped nil in {}", context_text));
        x.mode = Mode::Invalid;
        return;
      }
    } else if (type == nullptr || is_non_type_param_interface(type)) {
      target = default_type(x.type);
    }
    Type* new_type = nullptr;
    constant::Value value;
    const Conversion result = implicit_conversion(x, target, new_type, value);
    if (result != Conversion::Ok) {
      const char* suffix = result == Conversion::Truncated  ? " (truncated)"
                           : result == Conversion::Overflow ? " (overflows)"
                                                            : "";
      error(start_of(x), "IncompatibleAssign",
            fmt::format("cannot use {} as {} value in {}{}", str(x), str(target), context_text,
                        suffix));
      x.mode = Mode::Invalid;
      return;
    }
    if (value.known()) {
      x.value = value;
      update_value(x.expr, value);
    }
    if (new_type != x.type) {
      x.type = new_type;
      update_type(x.expr, new_type, false);
    }
  }
  if (const auto* signature = under<Signature>(x.type)) {
    if (!signature->type_params.empty()) {
      error(start_of(x), "WrongTypeArgCount",
            fmt::format("cannot use generic function {} without instantiation in {}", str(x),
                        context_text));
      x.mode = Mode::Invalid;
      return;
    }
  }
  if (type == nullptr) return;
  std::string why;
  if (assignable_to(x, type, cause(&why))) return;
  error(start_of(x), "IncompatibleAssign",
        fmt::format("cannot use {} as {} value in {}{}{}", str(x), str(type), context_text,
                    why.empty() ? "" : ": ", why));
  x.mode = Mode::Invalid;
}

void PackageCheck::init_const(Const* lhs, Operand& x) {
  if (x.mode == Mode::Invalid || !is_valid(x.type) ||
      (lhs->type != nullptr && !is_valid(lhs->type))) {
    if (lhs->type == nullptr) lhs->type = invalid_type();
    return;
  }
  if (x.mode != Mode::Constant) {
    error(start_of(x), "InvalidConstInit", str(x) + " is not constant");
    if (lhs->type == nullptr) lhs->type = invalid_type();
    return;
  }
  if (lhs->type == nullptr) lhs->type = x.type;
  assignment(x, lhs->type, "constant declaration");
  if (x.mode != Mode::Invalid) lhs->value = x.value;
}

void PackageCheck::init_var(Var* lhs, Operand& x, std::string_view context_text) {
  if (x.mode == Mode::Invalid || !is_valid(x.type) ||
      (lhs->type != nullptr && !is_valid(lhs->type))) {
    if (lhs->type == nullptr) lhs->type = invalid_type();
    x.mode = Mode::Invalid;
    return;
  }
  if (lhs->type == nullptr) {
    if (x.is_nil()) {
      error(start_of(x), "UntypedNilUse", fmt::format("use of untyped nil in {}", context_text));
      lhs->type = invalid_type();
      x.mode = Mode::Invalid;
      return;
    }
    lhs->type = default_type(x.type);
  }
  assignment(x, lhs->type, context_text);
}

Type* PackageCheck::lhs_var(const Expr* lhs) {
  const auto* name = try_as<Ident>(without_parens(lhs));
  if (name != nullptr && name->is_blank()) {
    info_.record_def(name, nullptr);
    return nullptr;
  }
  auto* var = name != nullptr ? try_as<Var>(lookup(name->name)) : nullptr;
  if (var != nullptr && var->package != package_) var = nullptr;
  const bool used = var != nullptr && var->used;
  Operand x;
  expr(x, lhs);
  if (var != nullptr) {
    var->used = used;  // being assigned to is no use
    var->assigned = true;
  }
  if (x.mode == Mode::Invalid || !is_valid(x.type)) return invalid_type();
  if (x.mode == Mode::Variable || x.mode == Mode::MapIndex) return x.type;
  if (const auto* selector = try_as<SelectorExpr>(x.expr)) {
    Operand base;
    expr(base, selector->x);
    if (base.mode == Mode::MapIndex) {
      error(start_of(x), "UnaddressableFieldAssign",
            fmt::format("cannot assign to struct field {} in map", str(x.expr)));
      return invalid_type();
    }
  }
  error(start_of(x), "UnassignableOperand",
        fmt::format("cannot assign to {} (neither addressable nor a map index expression)",
                    str(x.expr)));
  return invalid_type();
}

std::optional<Target> PackageCheck::target_for(Type* type, const std::string& description) {
  auto* signature = under<Signature>(type);
  if (signature == nullptr) return std::nullopt;
  return Target{signature, description};
}

void PackageCheck::assign_var(const Expr* lhs, const Expr* rhs, Operand* x,
                              std::string_view context_text) {
  Type* type = lhs_var(lhs);
  if (type != nullptr && !is_valid(type)) {
    if (x != nullptr) {
      x->mode = Mode::Invalid;
    } else {
      use(rhs);
    }
    return;
  }
  Operand value;
  if (x == nullptr) {
    const auto target = target_for(type, type != nullptr ? str(lhs) : "");
    x = &value;
    expr(value, rhs, target ? &*target : nullptr);
  }
  if (type == nullptr && context_text == "assignment") context_text = "assignment to _ identifier";
  assignment(*x, type, context_text);
}

std::string PackageCheck::types_summary(const std::vector<Type*>& list, bool variadic,
                                        bool has_dots) {
  std::string text = "(";
  for (std::size_t i = 0; i < list.size(); ++i) {
    Type* t = list[i];
    std::string s;
    if (t == nullptr || !is_valid(t)) {
      s = "unknown type";
    } else if (is_untyped(t)) {
      // "number" is better than to suggest a type that nobody asked for.
      s = is_numeric(t) ? "number" : as<Basic>(t)->name.substr(std::string_view("untyped ").size());
    } else {
      s = str(t);
    }
    if (i + 1 == list.size()) {
      if (variadic) {
        if (const auto* slice = try_as<Slice>(t)) s = str(slice->elem);
        s = "..." + s;
      } else if (has_dots) {
        s += "...";
      }
    }
    text += (i > 0 ? ", " : "") + s;
  }
  return text + ")";
}

void PackageCheck::assign_error(const std::vector<Expr*>& rhs, std::size_t left,
                                std::size_t right) {
  const std::string vars = measure(left, "variable"), values = measure(right, "value");
  const auto* call = rhs.size() == 1 ? try_as<CallExpr>(without_parens(rhs[0])) : nullptr;
  error(start_of(rhs[0]), "WrongAssignCount",
        call != nullptr ? fmt::format("assignment mismatch: {} but {} returns {}", vars,
                                      str(call->fun), values)
                        : fmt::format("assignment mismatch: {} but {}", vars, values));
}

void PackageCheck::return_error(const Stmt* statement, const std::vector<Var*>& lhs,
                                const std::vector<Operand>& rhs) {
  Position position = statement->position;
  const bool too_many = rhs.size() > lhs.size();
  if (too_many) {
    position = start_of(rhs[lhs.size()]);
  } else if (!rhs.empty()) {
    position = start_of(rhs.back());
  }
  std::vector<Type*> have, want;
  for (const Operand& x : rhs) have.push_back(x.type);
  for (const Var* var : lhs) want.push_back(var->type);
  error(position, "WrongResultCount",
        fmt::format("{} return values\n\thave {}\n\twant {}", too_many ? "too many" : "not enough",
                    types_summary(have, false, false), types_summary(want, false, false)));
}

void PackageCheck::init_vars(const std::vector<Var*>& lhs, const std::vector<Expr*>& rhs,
                             const Stmt* return_statement) {
  const char* context_text = return_statement != nullptr ? "return statement" : "assignment";
  const bool is_call = rhs.size() == 1 && is<CallExpr>(without_parens(rhs[0]));
  if (lhs.size() == rhs.size() && !is_call) {
    for (std::size_t i = 0; i < lhs.size(); ++i) {
      std::string description = lhs[i]->name;
      if (return_statement != nullptr && description.empty()) description = "result variable";
      const auto target = target_for(lhs[i]->type, description);
      Operand x;
      expr(x, rhs[i], target ? &*target : nullptr);
      init_var(lhs[i], x, context_text);
    }
    return;
  }
  const auto give_types = [&] {
    for (Var* var : lhs) {
      if (var->type == nullptr) var->type = invalid_type();
    }
  };
  if (rhs.size() != 1) {
    if (use(rhs)) {
      if (return_statement != nullptr) {
        return_error(return_statement, lhs, rhs.empty() ? std::vector<Operand>{} : expr_list(rhs));
      } else if (!rhs.empty()) {
        assign_error(rhs, lhs.size(), rhs.size());
      }
    }
    return give_types();
  }
  bool comma_ok = false;
  std::vector<Operand> values =
      multi_expr(rhs[0], lhs.size() == 2 && return_statement == nullptr, &comma_ok);
  if (values.size() == lhs.size()) {
    for (std::size_t i = 0; i < lhs.size(); ++i) init_var(lhs[i], values[i], context_text);
    if (comma_ok && values[0].mode != Mode::Invalid && values[1].mode != Mode::Invalid) {
      record_comma_ok(rhs[0], values);
    }
    return;
  }
  if (values[0].mode != Mode::Invalid) {
    if (return_statement != nullptr) {
      return_error(return_statement, lhs, values);
    } else {
      assign_error(rhs, lhs.size(), values.size());
    }
  }
  give_types();
}

void PackageCheck::assign_vars(const std::vector<Expr*>& lhs, const std::vector<Expr*>& rhs) {
  const bool is_call = rhs.size() == 1 && is<CallExpr>(without_parens(rhs[0]));
  if (lhs.size() == rhs.size() && !is_call) {
    for (std::size_t i = 0; i < lhs.size(); ++i) assign_var(lhs[i], rhs[i], nullptr, "assignment");
    return;
  }
  if (rhs.size() != 1) {
    const bool valid = use(lhs, true);
    if (use(rhs) && valid) assign_error(rhs, lhs.size(), rhs.size());
    return;
  }
  bool comma_ok = false;
  std::vector<Operand> values = multi_expr(rhs[0], lhs.size() == 2, &comma_ok);
  if (values.size() == lhs.size()) {
    for (std::size_t i = 0; i < lhs.size(); ++i) {
      assign_var(lhs[i], nullptr, &values[i], "assignment");
    }
    if (comma_ok && values[0].mode != Mode::Invalid && values[1].mode != Mode::Invalid) {
      record_comma_ok(rhs[0], values);
    }
    return;
  }
  if (values[0].mode != Mode::Invalid) assign_error(rhs, lhs.size(), values.size());
  use(lhs, true);
}

void PackageCheck::short_var_declaration(const AssignStmt* s) {
  const std::size_t from = delayed_.size();
  Scope* scope = env_.scope;
  std::unordered_set<std::string> seen;
  std::vector<Var*> vars, new_vars;
  bool has_error = false;
  for (const Expr* e : s->lhs) {
    const auto dummy = [&] {
      has_error = true;
      vars.push_back(context().var(VarKind::Local, e->position, package_, "_", nullptr));
    };
    const auto* name = try_as<Ident>(e);
    if (name == nullptr) {
      use(e, true);
      error(start_of(e), "BadDecl", fmt::format("non-name {} on left side of :=", str(e)));
      dummy();
      continue;
    }
    if (!name->is_blank() && !seen.insert(name->name).second) {
      error(e->position, "RepeatedDecl", name->name + " repeated on left side of :=");
      dummy();
      continue;
    }
    if (Object* other = scope->lookup(name->name)) {
      info_.record_use(name, other);
      if (auto* var = try_as<Var>(other)) {
        var->assigned = true;
        vars.push_back(var);
      } else {
        error(e->position, "UnassignableOperand", "cannot assign to " + name->name);
        dummy();
      }
      continue;
    }
    Var* var = context().var(VarKind::Local, name->position, package_, name->name, nullptr);
    vars.push_back(var);
    if (!name->is_blank()) new_vars.push_back(var);
    info_.record_def(name, var);
  }
  init_vars(vars, s->rhs, nullptr);
  process_delayed(from);
  if (new_vars.empty() && !has_error) {
    return error(s->op_position, "NoNewVar", "no new variables on left side of :=");
  }
  for (Var* var : new_vars) declare(scope, nullptr, var, s->rhs.back()->end);
}

}  // namespace model::types
