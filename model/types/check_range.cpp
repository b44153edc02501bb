// for range over everything (Go spec, "For statements with range clause").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

PackageCheck::RangeTypes PackageCheck::range_function(const Signature* iterator) {
  RangeTypes types;
  const std::string prefix = "func must be func(yield func(...) bool): ";
  const auto bad = [&](const char* why) {
    types.cause = prefix + why;
    return types;
  };
  if (iterator->params->size() != 1) return bad("wrong argument count");
  if (iterator->results->size() != 0) return bad("unexpected results");
  std::string why;
  const auto* yield =
      try_as<Signature>(common_under(iterator->params->vars[0]->type, &why, package_));
  if (yield == nullptr) {
    if (!why.empty()) {
      types.cause = prefix + "in yield type, " + why;
      return types;
    }
    return bad("argument is not func");
  }
  const auto& params = yield->params->vars;
  const auto& results = yield->results->vars;
  if (params.size() > 2) return bad("yield func has too many parameters");
  if (results.size() != 1 || !is_boolean(results[0]->type)) {
    return bad("yield func does not return bool");
  }
  if (!identical(results[0]->type, basic(BasicKind::Bool))) {
    return bad("yield func returns user-defined boolean, not bool");
  }
  if (!params.empty()) types.key = params[0]->type;
  if (params.size() > 1) types.value = params[1]->type;
  types.ok = true;
  return types;
}

PackageCheck::RangeTypes PackageCheck::range_types(Type* type) {
  RangeTypes types;
  Type* const int_type = basic(BasicKind::Int);
  std::string why;
  const bool receivable = all_in_type_set(type, [&](Type* t, Type* u) {
    const auto* channel = try_as<Chan>(u);
    if (channel == nullptr || channel->dir != ChanDir::Send) return true;
    why = "receive from send-only channel " + str(t);
    return false;
  });
  Type* u = receivable ? common_under(type, &why, package_) : nullptr;
  if (u == nullptr) {
    types.cause = why;
    return types;
  }
  u = array_of_pointer(u);
  types.ok = true;
  switch (u->kind) {
    case TypeKind::Basic:
      if (is_string(u)) {
        types.key = int_type;
        types.value = universe().rune_type;
        return types;
      }
      types.ok = is_integer(u);
      types.key = type;
      if (types.ok && !allow_version(22)) {
        types = {};
        types.cause = "requires go1.22 or later";
      }
      return types;
    case TypeKind::Array:
      types.key = int_type;
      types.value = as<Array>(u)->elem;
      return types;
    case TypeKind::Slice:
      types.key = int_type;
      types.value = as<Slice>(u)->elem;
      return types;
    case TypeKind::Map:
      types.key = as<Map>(u)->key;
      types.value = as<Map>(u)->elem;
      return types;
    case TypeKind::Chan: types.key = as<Chan>(u)->elem; return types;
    case TypeKind::Signature:
      if (!allow_version(23)) {
        types = {};
        types.cause = "requires go1.23 or later";
        return types;
      }
      return range_function(as<Signature>(u));
    default: types.ok = false; return types;
  }
}

void PackageCheck::range_statement(const RangeStmt* s) {
  Operand x;
  expr(x, s->x);
  RangeTypes types;
  if (x.mode != Mode::Invalid) {
    types = range_types(x.type);
    if (!types.ok) {
      error(start_of(x), "InvalidRangeExpr",
            fmt::format("cannot range over {}{}{}", str(x), types.cause.empty() ? "" : ": ",
                        types.cause));
      types.key = types.value = nullptr;
    } else if (types.key == nullptr && s->key != nullptr) {
      error(start_of(s->key), "InvalidIterVar",
            fmt::format("range over {} permits no iteration variables", str(x)));
    } else if (types.value == nullptr && s->value != nullptr) {
      error(start_of(s->value), "InvalidIterVar",
            fmt::format("range over {} permits only one iteration variable", str(x)));
    } else if (!s->extra.empty()) {
      error(start_of(s->extra[0]), "InvalidIterVar",
            "range clause permits at most two iteration variables");
    }
  }
  open_scope(s);
  const bool over_int = x.mode != Mode::Invalid && is_integer(x.type);
  if (s->op == Token::Define) {
    range_define(s, x, types, over_int);
  } else if (s->key != nullptr) {
    range_assign(s, x, types, over_int);
  } else if (over_int) {
    assignment(x, nullptr, "range clause");
  }
  statement(s->body);
}

void PackageCheck::range_define(const RangeStmt* s, Operand& x, const RangeTypes& types,
                                bool over_int) {
  std::vector<Var*> vars;
  const Expr* const lhs[2] = {s->key, s->value};
  Type* const rhs[2] = {types.key, types.value};
  for (int i = 0; i < 2; ++i) {
    if (lhs[i] == nullptr) continue;
    const auto* name = try_as<Ident>(lhs[i]);
    Var* var = context().var(VarKind::Local, lhs[i]->position, package_,
                             name != nullptr ? name->name : "_", nullptr);
    if (name == nullptr) {
      error(start_of(lhs[i]), "InvalidSyntaxTree",
            fmt::format("non-name {} on left side of :=", str(lhs[i])));
    } else {
      info_.record_def(name, var);
      if (!name->is_blank()) vars.push_back(var);
    }
    if (rhs[i] == nullptr || !is_valid(rhs[i])) {
      var->type = invalid_type();
      var->used = true;  // an error is enough
    } else if (over_int) {
      init_var(var, x, "range clause");
    } else {
      Operand y;
      y.mode = Mode::Value;
      y.expr = lhs[i];
      y.type = rhs[i];
      init_var(var, y, "assignment");
    }
  }
  if (vars.empty()) {
    return error(s->position, "NoNewVar", "no new variables on left side of :=");
  }
  for (Var* var : vars) declare(env_.scope, nullptr, var, s->body->position);
}

void PackageCheck::range_assign(const RangeStmt* s, Operand& x, const RangeTypes& types,
                                bool over_int) {
  const Expr* const lhs[2] = {s->key, s->value};
  Type* const rhs[2] = {types.key, types.value};
  for (int i = 0; i < 2; ++i) {
    if (lhs[i] == nullptr || rhs[i] == nullptr || !is_valid(rhs[i])) continue;
    if (over_int) {
      assign_var(lhs[i], nullptr, &x, "range clause");
      if (x.mode != Mode::Invalid && !is_integer(x.type)) {
        error(start_of(lhs[i]), "InvalidRangeExpr",
              fmt::format("cannot use iteration variable of type {}", str(x.type)));
      }
    } else {
      Operand y;
      y.mode = Mode::Value;
      y.expr = lhs[i];
      y.type = rhs[i];
      assign_var(lhs[i], nullptr, &y, "assignment");
    }
  }
}

}  // namespace model::types
