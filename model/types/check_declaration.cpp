// Declarations of constants, variables, types and functions, at package level and inside of functions
// (Go spec, "Declarations and scope").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::declare(Scope* scope, const Ident* name, Object* object,
                           Position scope_position) {
  if (object->name != "_") {
    if (Object* other = scope->insert(object)) {
      return error(object->position, "DuplicateDecl",
                   fmt::format("{} redeclared in this block{}", object->name,
                               other_declaration(other)));
    }
    object->scope_position = scope_position;
  }
  if (name != nullptr) info_.record_def(name, object);
}

void PackageCheck::declare_object(Object* object) {
  if (object->color == Color::Grey) {  // it is needed for its own declaration
    const bool valid = valid_cycle(object);
    if (is<Func>(object)) return;
    if (!valid || object->type == nullptr) object->type = invalid_type();
    return;
  }
  if (object->type != nullptr) return;
  const auto found = declaration_of_.find(object);
  if (found == declaration_of_.end()) return;
  Declaration* declaration = found->second;

  object->color = Color::Grey;
  path_.push_back(object);
  const Environment saved = std::exchange(env_, {});
  env_.scope = declaration->file_scope;
  env_.version = declaration->version;
  switch (object->kind) {
    case ObjectKind::Const:
      env_.declaration = declaration;
      const_declaration(as<Const>(object), declaration->type, declaration->init,
                        declaration->inherited, declaration->iota);
      break;
    case ObjectKind::Var:
      env_.declaration = declaration;
      var_declaration(as<Var>(object), declaration->group, declaration->type, declaration->init);
      break;
    case ObjectKind::TypeName:
      type_declaration(as<TypeName>(object), declaration->type_spec);
      collect_methods(as<TypeName>(object));
      break;
    case ObjectKind::Func: func_declaration(as<Func>(object), declaration); break;
    case ObjectKind::PkgName:
    case ObjectKind::Label:
    case ObjectKind::Builtin:
    case ObjectKind::Nil: assert(false); break;  // never declared so
  }
  env_ = saved;
  path_.pop_back();
  object->color = Color::Black;
}

void PackageCheck::const_declaration(Const* object, const Expr* type, const Expr* init,
                                     bool inherited, const constant::Value& iota) {
  const constant::Value saved_iota = std::exchange(env_.iota, iota);
  const Position saved_position = std::exchange(env_.error_position, {});
  bool valid = true;
  if (type != nullptr) {
    Type* t = type_of(type);
    if (!is_const_type(t)) {
      if (is_valid(underlying(t))) {
        error(start_of(type), "InvalidConstType", "invalid constant type " + str(t));
      }
      t = invalid_type();
      valid = false;
    }
    object->type = t;
  }
  if (valid) {
    Operand x;
    if (init != nullptr) {
      // A repeated initialiser may be wrong for this constant only: errors point to its name.
      if (inherited) env_.error_position = object->position;
      expr(x, init);
    }
    init_const(object, x);
  }
  env_.iota = saved_iota;
  env_.error_position = saved_position;
}

void PackageCheck::var_declaration(Var* object, const std::vector<Var*>* group, const Expr* type,
                                   const Expr* init) {
  if (type != nullptr) object->type = var_type(type);
  if (init == nullptr) {
    if (type == nullptr) object->type = invalid_type();  // reported with the arity
    return;
  }
  if (group == nullptr || group->size() == 1) {
    Operand x;
    const auto target = target_for(object->type, object->name);
    expr(x, init, target ? &*target : nullptr);
    return init_var(object, x, "variable declaration");
  }
  if (type != nullptr) {
    for (Var* var : *group) var->type = object->type;
  }
  init_vars(*group, {const_cast<Expr*>(init)}, nullptr);
}

void PackageCheck::type_declaration(TypeName* object, const TypeSpec* spec) {
  later([this, object] {
    if (auto* named = try_as<Named>(object->type)) {
      std::vector<Named*> nest, path;
      valid_type(named, nest, path);
    }
  });
  if (spec->is_alias) return alias_declaration(object, spec);

  const bool generic = spec->type_params != nullptr && !spec->type_params->list.empty();
  if (generic) require_version(spec->type_params->list[0]->position, 18, "type parameter");
  Named* named = context().named(object, nullptr);
  Scope* outer = env_.scope;
  if (generic) {
    open_scope(spec);
    collect_type_params(spec->type_params, named->type_params);
  }
  Type* rhs = type_of(spec->type, object);
  if (is_type_param(rhs)) {
    error(start_of(spec->type), "MisplacedTypeParam",
          "cannot use a type parameter as RHS in type declaration");
    rhs = invalid_type();
  }
  named->rhs = rhs;
  env_.scope = outer;
}

void PackageCheck::alias_declaration(TypeName* object, const TypeSpec* spec) {
  const bool generic = spec->type_params != nullptr && !spec->type_params->list.empty();
  if (!generic || require_version(spec->type_params->list[0]->position, 23, "generic type alias")) {
    require_version(spec->position, 9, "type alias");
  }
  Alias* alias = context().alias(object, nullptr);
  Scope* outer = env_.scope;
  if (generic) {
    open_scope(spec);
    collect_type_params(spec->type_params, alias->type_params);
  }
  Type* target = type_of(spec->type, object);
  const auto* param = try_as<TypeParam>(target);
  if (param != nullptr) {
    for (const TypeParam* own : alias->type_params) {
      if (own != param) continue;
      error(start_of(spec->type), "MisplacedTypeParam",
            "cannot use type parameter declared in alias declaration as RHS");
      target = invalid_type();
      break;
    }
  }
  if (alias->target == nullptr) alias->target = target;
  env_.scope = outer;
}

void PackageCheck::collect_type_params(const FieldList* list,
                                       std::vector<TypeParam*>& destination) {
  const Position scope_position = list->list[0]->position;
  std::vector<TypeParam*> params;
  for (const Field* field : list->list) {
    for (const Ident* name : field->names) {
      params.push_back(declare_type_param(name, static_cast<int>(params.size()), scope_position));
    }
  }
  destination = params;  // before the constraints, which may mention the generic type itself
  const bool saved = std::exchange(env_.in_type_params, true);
  std::size_t i = 0;
  for (const Field* field : list->list) {
    Type* constraint = bound(field->type);
    if (is_type_param(constraint)) {
      error(start_of(field->type), "MisplacedTypeParam",
            "cannot use a type parameter as constraint");
      constraint = invalid_type();
    }
    for (std::size_t n = field->names.size(); n > 0; --n) params[i++]->bound = constraint;
  }
  env_.in_type_params = saved;
}

TypeParam* PackageCheck::declare_type_param(const Ident* name, int index,
                                            Position scope_position) {
  auto* object = context().object<TypeName>(name->position, package_, name->name, nullptr);
  TypeParam* param = context().type_param(object, index, invalid_type());
  object->color = Color::Black;
  declare(env_.scope, name, object, scope_position);
  return param;
}

Type* PackageCheck::bound(const Expr* x) {
  const auto* unary = try_as<UnaryExpr>(x);
  const auto* binary = try_as<BinaryExpr>(x);
  const bool is_term = (unary != nullptr && unary->op == Token::Tilde) ||
                       (binary != nullptr && binary->op == Token::Or);
  if (!is_term) return type_of(x);
  Interface* wrapper = context().interface({}, {});
  wrapper->complete = false;
  wrapper->embeddeds.push_back(union_type(x));
  wrapper->embed_positions.push_back(start_of(x));
  wrapper->implicit = true;
  wrapper->complete = true;
  later([this, wrapper] { report_duplicate_methods(wrapper); });
  return wrapper;
}

void PackageCheck::collect_methods(TypeName* object) {
  const auto found = methods_.find(object);
  if (found == methods_.end()) return;
  const std::vector<Func*> methods = std::move(found->second);
  methods_.erase(found);
  auto* base = try_unalias<Named>(object->type);
  if (base != nullptr) {
    later([this, base] { check_field_names(base); });
  }
  std::unordered_map<std::string, Func*> names;
  for (Func* m : methods) {
    if (m->yields && base != nullptr && yielding_types_.count(object) == 0) {
      later([this, base, m] { add_to_model(base, m); });
      continue;
    }
    const auto [other, is_new] = names.emplace(m->name, m);
    if (!is_new) {
      if (!m->yields) error(m->position, "DuplicateMethod",
            fmt::format("method {}.{} already declared at {}", object->name, m->name,
                        at(other->second->position)));
    } else if (base != nullptr) {
      base->methods.push_back(m);
    }
  }
}

/// A method that the model of a type lacks. It must not change what the model's own code means.
void PackageCheck::add_to_model(Named* base, Func* method) {
  if (!method->exported()) return;
  const Lookup found = lookup_field_or_method(base, true, package_, method->name);
  if (found.object == nullptr && found.index.empty()) base->methods.push_back(method);
}

void PackageCheck::check_field_names(Named* base) {
  auto* structure = under<Struct>(base);
  if (structure == nullptr) return;
  for (const Var* field : structure->fields) {
    if (field->name == "_") continue;
    for (const Func* m : base->methods) {
      if (m->name != field->name) continue;
      error(m->position, "DuplicateFieldAndMethod",
            fmt::format("field and method with the same name {}{}", field->name,
                        other_declaration(field)));
    }
  }
}

void PackageCheck::func_declaration(Func* object, Declaration* declaration) {
  auto* signature = context().signature(nullptr, context().tuple({}), context().tuple({}), false);
  object->type = signature;
  const FuncDecl* decl = declaration->func;
  const Field* receiver = nullptr;
  if (decl->recv != nullptr && !decl->recv->list.empty()) receiver = decl->recv->list[0];
  Scope* scope = function_type(signature, receiver, decl->type->type_params, decl->type);
  if (decl->body != nullptr && !object->fallback) {
    bodies_[object] = {declaration, scope};
  } else if (source_.allow_missing_bodies) {
    return;
  } else if (!signature->type_params.empty()) {
    error(decl->position, "BadDecl", "generic function is missing function body");
  } else if (!object->is_init) {
    missing_bodies_.push_back(object);
  }
}

void PackageCheck::function_body(Declaration* declaration, Signature* signature, Scope* scope,
                                 const BlockStmt* body, const constant::Value& iota) {
  PanicCalls panics;
  const Environment saved = env_;
  env_ = {};
  env_.declaration = declaration;
  env_.scope = scope;
  env_.version = saved.version;
  env_.iota = iota;
  env_.signature = signature;
  env_.panics = &panics;
  statement_list(body->list, 0);
  if (signature->results->size() > 0 && !is_terminating(body, panics)) {
    error(body->rbrace, "MissingReturn", "missing return");
  }
  unused_variables(scope);
  env_ = saved;
}

void PackageCheck::declaration_statement(const GenDecl* decl) {
  for (const Spec* spec : decl->specs) {
    if (const auto* type = try_as<TypeSpec>(spec)) {
      local_type(type);
    } else if (const auto* values = try_as<ValueSpec>(spec)) {
      if (decl->token == Token::Const) {
        local_consts(values);
      } else {
        local_vars(values);
      }
    }
  }
}

void PackageCheck::local_consts(const ValueSpec* spec) {
  const std::size_t from = delayed_.size();
  const bool inherited = spec->repeats != nullptr;
  const ValueSpec* source = inherited ? spec->repeats : spec;
  std::vector<Const*> consts;
  for (std::size_t i = 0; i < spec->names.size(); ++i) {
    const Ident* name = spec->names[i];
    consts.push_back(context().object<Const>(name->position, package_, name->name, nullptr));
    const Expr* init = i < source->values.size() ? source->values[i] : nullptr;
    const_declaration(consts.back(), source->type, init, inherited, constant::make_int(spec->iota));
  }
  check_arity(spec, source->values, true, inherited);
  process_delayed(from);
  for (std::size_t i = 0; i < consts.size(); ++i) {
    declare(env_.scope, spec->names[i], consts[i], spec->end);
  }
}

void PackageCheck::local_vars(const ValueSpec* spec) {
  const std::size_t from = delayed_.size();
  std::vector<Var*> vars;
  for (const Ident* name : spec->names) {
    vars.push_back(context().var(VarKind::Local, name->position, package_, name->name, nullptr));
  }
  for (std::size_t i = 0; i < vars.size(); ++i) {
    const std::size_t n = spec->values.size();
    if (n == 1 && vars.size() > 1) {
      var_declaration(vars[0], &vars, spec->type, spec->values[0]);
      break;
    }
    var_declaration(vars[i], nullptr, spec->type, i < n ? spec->values[i] : nullptr);
  }
  if (spec->type == nullptr || !spec->values.empty()) check_arity(spec, spec->values, false, false);
  process_delayed(from);
  for (std::size_t i = 0; i < vars.size(); ++i) {
    declare(env_.scope, spec->names[i], vars[i], spec->end);
  }
}

void PackageCheck::local_type(const TypeSpec* spec) {
  auto* object = context().object<TypeName>(spec->name->position, package_, spec->name->name,
                                            nullptr);
  object->is_alias = spec->is_alias;
  if (!spec->is_alias) object->local = ++local_types_;
  declare(env_.scope, spec->name, object, spec->name->position);
  object->color = Color::Grey;
  path_.push_back(object);
  type_declaration(object, spec);
  path_.pop_back();
  if (auto* named = try_as<Named>(object->type); named != nullptr && !spec->is_alias) {
    named->implicit_params = enclosing_type_params(env_.scope);
  }
  object->color = Color::Black;
}

}  // namespace model::types
