// Function types: receivers, type parameters, parameters and results (Go spec, "Function types",
// "Method declarations").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

Scope* PackageCheck::function_type(Signature* signature, const Field* receiver_field,
                                   const FieldList* type_params, const FuncType* type) {
  open_scope(type);
  Scope* scope = env_.scope;
  scope->is_func = true;
  Var* recv = nullptr;
  if (receiver_field != nullptr) recv = receiver(signature, receiver_field, type->position);
  if (type_params != nullptr && !type_params->list.empty()) {
    collect_type_params(type_params, signature->type_params);
  }
  NamedVars names;
  bool variadic = false, none = false;
  std::vector<Var*> params = parameters(VarKind::Param, type->params, variadic, names);
  std::vector<Var*> results = parameters(VarKind::Result, type->results, none, names);
  if (recv != nullptr && !recv->name.empty()) {
    declare(scope, receiver_field->names[0], recv, type->end);
  }
  for (const auto& [name, var] : names) declare(scope, name, var, type->end);
  signature->recv = recv;
  signature->params = context().tuple(std::move(params));
  signature->results = context().tuple(std::move(results));
  signature->variadic = variadic;
  close_scope();
  return scope;
}

std::vector<Var*> PackageCheck::parameters(VarKind kind, const FieldList* list, bool& variadic,
                                           NamedVars& names) {
  std::vector<Var*> vars;
  if (list == nullptr) return vars;
  for (const Field* field : list->list) {
    const Expr* type_expr = field->type;
    const auto* dots = try_as<Ellipsis>(type_expr);
    const bool is_last = field == list->list.back() && field->names.size() <= 1;
    bool is_variadic = false;
    if (dots != nullptr) {
      type_expr = dots->elt;
      if (kind == VarKind::Param && is_last) {
        is_variadic = variadic = true;
      } else {
        error(dots->position, "InvalidSyntaxTree",
              kind == VarKind::Param ? "can only use ... with final parameter in list"
                                     : "invalid use of ...");
      }
    }
    Type* type = type_expr != nullptr ? var_type(type_expr) : invalid_type();
    if (is_variadic) {
      type = context().slice(type);
      record_type(field->type, Mode::TypeExpr, type);
    }
    if (field->names.empty()) {
      Var* var = context().var(kind, field->position, package_, "", type);
      info_.record_implicit(field, var);
      vars.push_back(var);
    }
    for (const Ident* name : field->names) {
      Var* var = context().var(kind, name->position, package_, name->name, type);
      names.emplace_back(name, var);
      vars.push_back(var);
    }
  }
  return vars;
}

Var* PackageCheck::receiver(Signature* signature, const Field* field, Position scope_position) {
  const Expr* base = without_parens(field->type);
  bool pointer = false;
  if (const auto* star = try_as<StarExpr>(base)) {
    pointer = true;
    base = without_parens(star->x);
  }
  Type* type = nullptr;
  if (const auto* index = try_as<IndexExpr>(base)) {
    type = generic_receiver(signature, field, index, pointer, scope_position);
  } else {
    type = var_type(field->type);
    const auto pointee = [](Type* t) {
      while (is<Pointer>(t)) t = as<Pointer>(t)->elem;
      return t;
    };
    for (auto* alias = try_as<Alias>(pointee(type)); alias != nullptr;) {
      Type* target = pointee(alias->target);
      auto* named = try_as<Named>(target);
      if (named != nullptr && named->is_instance()) {
        error(start_of(base), "InvalidRecv",
              fmt::format("cannot define new methods on instantiated type {}", str(target)));
        type = invalid_type();
        break;
      }
      alias = try_as<Alias>(target);
    }
  }
  const Ident* name = field->names.empty() ? nullptr : field->names[0];
  Var* var = context().var(VarKind::Receiver, name != nullptr ? name->position : field->position,
                           package_, name != nullptr ? name->name : "", type);
  if (name == nullptr) info_.record_implicit(field, var);
  const Position position = start_of(base);
  later([this, position, var] { valid_receiver(position, var); });
  return var;
}

Type* PackageCheck::generic_receiver(Signature* signature, const Field* field,
                                     const IndexExpr* index, bool pointer,
                                     Position scope_position) {
  // func (r *List[E]) f(): E is declared here, and is what the method calls List's type parameter.
  std::string why;
  Type* generic = generic_type(index->x, &why);
  auto* base = try_as<Named>(generic);
  const Position position = start_of(index->x);
  if (!is_valid(generic)) {
    if (!why.empty()) error(position, "InvalidRecv", why);
  } else if (base == nullptr) {
    error(position, "InvalidRecv",
          fmt::format("cannot define new methods on generic alias type {}", str(generic)));
  }
  std::vector<TypeParam*> params;
  for (const Expr* e : index->indices) {
    const auto* name = try_as<Ident>(e);
    if (name == nullptr) {
      if (!is<BadExpr>(e)) {
        error(start_of(e), "BadDecl",
              fmt::format("receiver type parameter {} must be an identifier", str(e)));
      }
      auto* blank = context().object<TypeName>(e->position, package_, "_", nullptr);
      params.push_back(
          context().type_param(blank, static_cast<int>(params.size()), invalid_type()));
      continue;
    }
    TypeParam* param =
        declare_type_param(name, static_cast<int>(params.size()), scope_position);
    params.push_back(param);
    info_.record_use(name, param->obj);
    record_type(name, Mode::TypeExpr, param);
  }
  signature->recv_type_params = params;
  if (base == nullptr) return invalid_type();

  const std::vector<TypeParam*>& declared = base->type_params;
  if (params.size() != declared.size()) {
    error(position, "BadRecv",
          fmt::format("receiver declares {}, but receiver base type declares {}",
                      measure(params.size(), "type parameter"), declared.size()));
    return invalid_type();
  }
  const std::vector<Type*> args(params.begin(), params.end());
  for (std::size_t i = 0; i < params.size(); ++i) {
    params[i]->bound = substitute(context(), declared[i]->bound, declared, args);
    instantiations_.same(params[i], declared[i]);
  }
  Type* type = instantiate(context(), base, args);
  record_instance(index->x, args, type);
  record_type(index, Mode::TypeExpr, type);
  if (pointer) type = context().pointer(type);
  record_type(field->type, Mode::TypeExpr, type);
  return type;
}

void PackageCheck::valid_receiver(Position position, const Var* receiver) {
  Type* type = unalias(deref(receiver->type));
  if (!is_valid(type)) return;
  if (auto* named = try_as<Named>(type)) {
    const char* why = nullptr;
    if (named->obj->package != package_) {
      return error(position, "InvalidRecv",
                   "cannot define new methods on non-local type " + str(deref(receiver->type)));
    }
    Type* u = underlying(named);
    if (is_unsafe_pointer(u)) why = "unsafe.Pointer";
    if (is<Pointer>(u) || is<Interface>(u)) why = "pointer or interface type";
    if (why != nullptr) {
      error(position, "InvalidRecv",
            fmt::format("invalid receiver type {} ({})", str(deref(receiver->type)), why));
    }
  } else if (is<Basic>(type)) {
    error(position, "InvalidRecv",
          "cannot define new methods on non-local type " + str(deref(receiver->type)));
  } else {
    error(position, "InvalidRecv", "invalid receiver type " + str(receiver->type));
  }
}

}  // namespace model::types
