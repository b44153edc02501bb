// Expressions: the dispatch over their kinds, operands, and what encloses them asks for (Go spec, "Expressions").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

ExprUse PackageCheck::raw_expr(const Target* target, Operand& x, const Expr* e, Type* hint,
                               bool allow_generic) {
  x = {};
  x.type = invalid_type();
  x.expr = e;
  const ExprUse kind = expr_internal(target, x, e, hint);
  x.expr = e;
  if (!allow_generic) non_generic(target, x);
  if (x.mode != Mode::Invalid && x.mode != Mode::NoValue && !finite_size(x.type)) {
    x.mode = Mode::Invalid;
    x.type = invalid_type();
  }
  record(x);
  return kind;
}

ExprUse PackageCheck::expr_internal(const Target* target, Operand& x, const Expr* e, Type* hint) {
  switch (e->kind) {
    case Kind::BadExpr: break;
    case Kind::Ident: identifier(x, as<Ident>(e), false); break;
    case Kind::Ellipsis: error(e->position, "InvalidSyntaxTree", "invalid use of ..."); break;
    case Kind::BasicLit: basic_literal(x, as<BasicLit>(e)); break;
    case Kind::FuncLit: function_literal(x, as<FuncLit>(e)); break;
    case Kind::CompositeLit: composite_literal(x, as<CompositeLit>(e), hint); break;
    case Kind::ParenExpr: return raw_expr(nullptr, x, as<ParenExpr>(e)->x, nullptr, false);
    case Kind::SelectorExpr: selector(x, as<SelectorExpr>(e), false); break;
    case Kind::IndexExpr:
      if (index_expr(x, as<IndexExpr>(e))) {
        instantiate_function(target, as<IndexExpr>(e)->lbrack, x, as<IndexExpr>(e), true);
      }
      break;
    case Kind::SliceExpr: slice_expr(x, as<SliceExpr>(e)); break;
    case Kind::TypeAssertExpr: type_assertion(x, as<TypeAssertExpr>(e)); break;
    case Kind::CallExpr: return call_expr(x, as<CallExpr>(e));
    case Kind::StarExpr: dereference(x, as<StarExpr>(e)); break;
    case Kind::UnaryExpr:
      unary(x, as<UnaryExpr>(e));
      if (x.mode != Mode::Invalid && as<UnaryExpr>(e)->op == Token::Arrow) {
        return ExprUse::Statement;
      }
      break;
    case Kind::BinaryExpr: {
      const auto* b = as<BinaryExpr>(e);
      binary(x, e, b->x, b->y, b->op, b->op_position);
      break;
    }
    case Kind::KeyValueExpr: error(start_of(e), "InvalidSyntaxTree", "no key:value expected"); break;
    case Kind::ArrayType:
    case Kind::StructType:
    case Kind::FuncType:
    case Kind::InterfaceType:
    case Kind::MapType:
    case Kind::ChanType:
      x.type = type_of(e);
      x.mode = is_valid(x.type) ? Mode::TypeExpr : Mode::Invalid;
      break;
    default: assert(false); break;  // no expression
  }
  return x.mode == Mode::Invalid ? ExprUse::Statement : ExprUse::Expression;
}

void PackageCheck::expr(Operand& x, const Expr* e, const Target* target) {
  raw_expr(target, x, e, nullptr, false);
  exclude(x, kNoValue | kBuiltin | kTypeExpr);
  single_value(x);
}

void PackageCheck::generic_expr(Operand& x, const Expr* e) {
  raw_expr(nullptr, x, e, nullptr, true);
  exclude(x, kNoValue | kBuiltin | kTypeExpr);
  single_value(x);
}

void PackageCheck::expr_with_hint(Operand& x, const Expr* e, Type* hint) {
  raw_expr(nullptr, x, e, hint, false);
  exclude(x, kNoValue | kBuiltin | kTypeExpr);
  single_value(x);
}

void PackageCheck::expr_or_type(Operand& x, const Expr* e, bool allow_generic) {
  raw_expr(nullptr, x, e, nullptr, allow_generic);
  exclude(x, kNoValue);
  single_value(x);
}

std::vector<Operand> PackageCheck::unpack(const Operand& x) {
  const auto* tuple = x.mode == Mode::Invalid ? nullptr : try_as<Tuple>(x.type);
  if (tuple == nullptr) return {x};
  std::vector<Operand> list;
  for (const Var* var : tuple->vars) {
    Operand value;
    value.mode = Mode::Value;
    value.expr = x.expr;
    value.type = var->type;
    list.push_back(std::move(value));
  }
  return list;
}

std::vector<Operand> PackageCheck::multi_expr(const Expr* e, bool allow_comma_ok, bool* comma_ok) {
  Operand x;
  raw_expr(nullptr, x, e, nullptr, false);
  exclude(x, kNoValue | kBuiltin | kTypeExpr);
  std::vector<Operand> list = unpack(x);
  if (list.size() == 1 && allow_comma_ok && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk)) {
    Operand ok;
    ok.mode = Mode::Value;
    ok.expr = e;
    ok.type = basic(BasicKind::UntypedBool);
    list.push_back(std::move(ok));
    if (comma_ok != nullptr) *comma_ok = true;
  }
  return list;
}

std::vector<Operand> PackageCheck::expr_list(const std::vector<Expr*>& list) {
  if (list.size() == 1) return multi_expr(list[0], false);
  std::vector<Operand> operands(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) expr(operands[i], list[i]);
  return operands;
}

bool PackageCheck::use(const Expr* e, bool is_lhs) {
  if (e == nullptr) return true;
  const Expr* inner = without_parens(e);
  Operand x;
  if (const auto* name = try_as<Ident>(inner)) {
    if (name->is_blank()) return true;
    auto* var = is_lhs ? try_as<Var>(lookup(name->name)) : nullptr;
    const bool used = var != nullptr && var->used;
    expr_or_type(x, name, true);
    if (var != nullptr) var->used = used;  // an assignment is no use
  } else if (const auto* pair = try_as<KeyValueExpr>(inner)) {
    return use(pair->value);
  } else {
    raw_expr(nullptr, x, e, nullptr, true);
  }
  return x.mode != Mode::Invalid;
}

bool PackageCheck::use(const std::vector<Expr*>& list, bool is_lhs) {
  bool valid = true;
  for (const Expr* e : list) valid &= use(e, is_lhs);
  return valid;
}

void PackageCheck::exclude(Operand& x, unsigned modes) {
  const char* code = nullptr;
  const char* what = nullptr;
  if (x.mode == Mode::NoValue && (modes & kNoValue) != 0) {
    code = "TooManyValues";
    what = (modes & kTypeExpr) != 0 ? "used as value" : "used as value or type";
  } else if (x.mode == Mode::Builtin && (modes & kBuiltin) != 0) {
    code = "UncalledBuiltin";
    what = "must be called";
  } else if (x.mode == Mode::TypeExpr && (modes & kTypeExpr) != 0) {
    code = "NotAnExpr";
    what = "is not an expression";
  } else {
    return;
  }
  error(start_of(x), code, fmt::format("{} {}", str(x), what));
  x.mode = Mode::Invalid;
}

void PackageCheck::single_value(Operand& x) {
  if (x.mode != Mode::Value || !is<Tuple>(x.type)) return;
  error(start_of(x), "TooManyValues",
        fmt::format("multiple-value {} in single-value context", str(x)));
  x.mode = Mode::Invalid;
}

void PackageCheck::non_generic(const Target* target, Operand& x) {
  if (x.mode == Mode::Invalid || x.mode == Mode::NoValue) return;
  const char* what = nullptr;
  if (const auto* signature = try_as<Signature>(x.type)) {
    if (signature->type_params.empty()) return;
    if (target != nullptr) {
      instantiate_function(target, x.position(), x, nullptr, true);
      return;
    }
    what = "function";
  } else if (is_generic(x.type)) {
    what = "type";
  } else {
    return;
  }
  error(start_of(x), "WrongTypeArgCount",
        fmt::format("cannot use generic {} {} without instantiation", what, str(x.expr)));
  x.mode = Mode::Invalid;
  x.type = invalid_type();
}

namespace {

const char* kind_of(const Object* object) {
  switch (object->kind) {
    case ObjectKind::PkgName: return "package name";
    case ObjectKind::Const: return "constant";
    case ObjectKind::TypeName: return "defined type";
    case ObjectKind::Var:
      switch (as<Var>(object)->var_kind) {
        case VarKind::Package: return "package-level variable";
        case VarKind::Local: return "local variable";
        case VarKind::Receiver: return "receiver";
        case VarKind::Param: return "parameter";
        case VarKind::Result: return "result variable";
        case VarKind::Field: return "struct field";
      }
      return "variable";
    case ObjectKind::Func: {
      const FuncDecl* decl = as<Func>(object)->decl;
      return decl != nullptr && decl->recv == nullptr ? "function" : "method";
    }
    case ObjectKind::Label: return "label";
    case ObjectKind::Builtin: return "built-in function";
    case ObjectKind::Nil: return "untyped nil";
  }
  return "";
}

}  // namespace

void PackageCheck::note_capture(Var* var, Scope* where) {
  if (var->var_kind == VarKind::Package || var->is_field()) return;
  for (Scope* s = env_.scope; s != nullptr && s != where; s = s->parent) {
    if (s->is_func) {
      var->captured = true;
      return;
    }
  }
}

void PackageCheck::identifier(Operand& x, const Ident* e, bool want_type) {
  x.mode = Mode::Invalid;
  x.expr = e;
  Scope* where = nullptr;
  Object* object = lookup(e->name, &where);
  if (object == nullptr) {
    if (e->is_blank()) {
      return error(e->position, "InvalidBlank", "cannot use _ as value or type");
    }
    return error(e->position, "UndeclaredName", "undefined: " + e->name);
  }
  if (where == universe().scope && (e->name == "any" || e->name == "comparable") &&
      !require_version(e->position, 18, "predeclared " + e->name)) {
    return;
  }
  info_.record_use(e, object);
  const bool is_type = is<TypeName>(object);
  if (want_type && !is_type) {
    if (auto* var = try_as<Var>(object)) var->used = true;
    return error(e->position, "NotAType",
                 fmt::format("{} ({}) is not a type", object->name, kind_of(object)));
  }
  if (object->type == nullptr || (is_type && want_type && object->package == package_)) {
    declare_object(object);
  }
  const auto dots = dot_imports_.find(where);
  if (dots != dot_imports_.end()) {
    const auto found = dots->second.find(e->name);
    if (found != dots->second.end()) found->second->used = true;
  }
  Type* type = object->type != nullptr ? object->type : invalid_type();
  x.type = type;
  switch (object->kind) {
    case ObjectKind::PkgName:
      error(e->position, "InvalidPkgUse",
            fmt::format("use of package {} not in selector", object->name));
      return;
    case ObjectKind::Const:
      add_use(object);
      if (!is_valid(type)) return;
      if (object == universe().iota) {
        if (!env_.iota.known()) {
          return error(e->position, "InvalidIota", "cannot use iota outside constant declaration");
        }
        x.value = env_.iota;
      } else {
        x.value = as<Const>(object)->value;
      }
      x.mode = Mode::Constant;
      return;
    case ObjectKind::TypeName: x.mode = Mode::TypeExpr; return;
    case ObjectKind::Var:
      if (object->package == package_) as<Var>(object)->used = true;
      note_capture(as<Var>(object), where);
      add_use(object);
      if (is_valid(type)) x.mode = Mode::Variable;
      return;
    case ObjectKind::Func:
      add_use(object);
      x.mode = Mode::Value;
      return;
    case ObjectKind::Builtin:
      x.builtin = as<Builtin>(object)->builtin;
      x.mode = Mode::Builtin;
      return;
    case ObjectKind::Nil: x.mode = Mode::NilValue; return;
    case ObjectKind::Label: return;
  }
}

void PackageCheck::basic_literal(Operand& x, const BasicLit* e) {
  if (e->bad) return;
  x.mode = Mode::Constant;
  switch (e->token) {
    case Token::Int: x.type = basic(BasicKind::UntypedInt); break;
    case Token::Float: x.type = basic(BasicKind::UntypedFloat); break;
    case Token::Imag: x.type = basic(BasicKind::UntypedComplex); break;
    case Token::Char: x.type = basic(BasicKind::UntypedRune); break;
    default: x.type = basic(BasicKind::UntypedString); break;
  }
  if (e->token == Token::String) {
    x.value = constant::make_string(e->value);
    return;
  }
  if (e->token == Token::Char) {
    x.value = constant::make_int(e->rune);
    return;
  }
  constexpr std::size_t kLimit = 10000;
  if (e->text.size() > kLimit) {
    error(e->position, "InvalidConstVal",
          fmt::format("excessively long constant: {}... ({} chars)", e->text.substr(0, 10),
                      e->text.size()));
    x.mode = Mode::Invalid;
    return;
  }
  x.value = constant::from_literal(e->token, e->text);
  if (!x.value.known()) {
    error(e->position, "InvalidConstVal", "malformed constant: " + e->text);
    x.mode = Mode::Invalid;
    return;
  }
  overflow(x, e->position);
}

void PackageCheck::function_literal(Operand& x, const FuncLit* e) {
  auto* signature = context().signature(nullptr, context().tuple({}), context().tuple({}), false);
  Scope* scope = function_type(signature, nullptr, nullptr, e->type);
  record_type(e->type, Mode::TypeExpr, signature);
  x.mode = Mode::Value;
  x.type = signature;
  if (e->body == nullptr) return;
  later([this, declaration = env_.declaration, iota = env_.iota, signature, scope, e] {
    function_body(declaration, signature, scope, e->body, iota);
  });
}

void PackageCheck::type_assertion(Operand& x, const TypeAssertExpr* e) {
  if (e->type == nullptr) {  // x.(type) out of place: the parser has complained
    use(e->x);
    return;
  }
  expr(x, e->x);
  if (x.mode == Mode::Invalid) return;
  const bool is_param = is_type_param(x.type);
  if (is_param || !is_interface(x.type)) {
    error(start_of(x), "InvalidAssert",
          is_param ? fmt::format("invalid operation: cannot use type assertion on type parameter "
                                 "value {}",
                                 str(x))
                   : fmt::format("invalid operation: {} is not an interface", str(x)));
    x.mode = Mode::Invalid;
    return;
  }
  Type* type = var_type(e->type);
  if (!is_valid(type)) {
    x.mode = Mode::Invalid;
    return;
  }
  check_assertion(e, x, type, false);
  x.mode = Mode::CommaOk;
  x.type = type;
}

void PackageCheck::check_assertion(const Expr* e, const Operand& x, Type* type, bool is_switch) {
  std::string why;
  if (assertable_to(x.type, type, cause(&why))) return;
  error(start_of(e), "ImpossibleAssert",
        is_switch ? fmt::format("impossible type switch case: {}\n\t{} cannot have dynamic type {} {}",
                                str(e), str(x), str(type), why)
                  : fmt::format("impossible type assertion: {}\n\t{} does not implement {} {}",
                                str(e), str(type), str(x.type), why));
}

void PackageCheck::dereference(Operand& x, const StarExpr* e) {
  expr_or_type(x, e->x);
  if (x.mode == Mode::Invalid) return;
  if (x.mode == Mode::TypeExpr) {
    valid_var_type(e->x, x.type);
    x.type = context().pointer(x.type);
    return;
  }
  Type* base = nullptr;
  const bool valid = all_in_type_set(x.type, [&](Type*, Type* u) {
    auto* pointer = try_as<Pointer>(u);
    if (pointer == nullptr) {
      error(start_of(x), "InvalidIndirection",
            fmt::format("invalid operation: cannot indirect {}", str(x)));
      return false;
    }
    if (base != nullptr && !identical(base, pointer->elem)) {
      error(start_of(x), "InvalidIndirection",
            fmt::format("invalid operation: pointers of {} must have identical base types", str(x)));
      return false;
    }
    base = pointer->elem;
    return true;
  });
  x.mode = valid ? Mode::Variable : Mode::Invalid;
  if (valid) x.type = base;
}

}  // namespace model::types
