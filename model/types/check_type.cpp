// Type expressions (Go spec, "Types"). Structs, interfaces and functions are in check_composite_type.cpp and
// check_signature.cpp.

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

Type* PackageCheck::type_of(const Expr* e, TypeName* definition) {
  Type* type = type_internal(e, definition);
  if (is_generic(type)) {
    error(start_of(e), "WrongTypeArgCount",
          fmt::format("cannot use generic type {} without instantiation", str(type)));
    type = invalid_type();
  }
  record_type(e, Mode::TypeExpr, type);
  return type;
}

Type* PackageCheck::var_type(const Expr* e) {
  Type* type = type_of(e);
  valid_var_type(e, type);
  return type;
}

void PackageCheck::valid_var_type(const Expr* e, Type* type) {
  if (is_type_param(type) || is<Basic>(type)) return;
  later([this, e, type] {
    auto* interface = under<Interface>(type);
    if (interface == nullptr) return;
    const TypeSet& set = types::type_set(interface);
    if (set.is_method_set()) return;
    error(start_of(e), "MisplacedConstraintIface",
          fmt::format("cannot use type {} outside a type constraint: interface {}", str(type),
                      set.comparable ? "is (or embeds) comparable" : "contains type constraints"));
  });
}

Type* PackageCheck::generic_type(const Expr* e, std::string* cause) {
  Type* type = type_internal(e, nullptr);
  if (is_valid(type) && !is_generic(type)) {
    if (cause != nullptr) *cause = str(type) + " is not a generic type";
    type = invalid_type();
  }
  record_type(e, Mode::TypeExpr, type);
  return type;
}

Type* PackageCheck::type_internal(const Expr* e, TypeName* definition) {
  switch (e->kind) {
    case Kind::BadExpr: return invalid_type();
    case Kind::Ident:
    case Kind::SelectorExpr: return type_name(e);
    case Kind::IndexExpr:
      require_version(start_of(e), 18, "type instantiation");
      return instantiated_type(as<IndexExpr>(e));
    case Kind::ParenExpr: return type_of(as<ParenExpr>(e)->x, definition);
    case Kind::ArrayType: return array_type(as<ArrayType>(e));
    case Kind::Ellipsis:
      error(e->position, "InvalidSyntaxTree", "invalid use of ...");
      return invalid_type();
    case Kind::StructType: {
      auto* type = context().type<Struct>();
      struct_type(type, as<StructType>(e));
      return type;
    }
    case Kind::StarExpr: return pointer_type(as<StarExpr>(e));
    case Kind::FuncType: {
      auto* signature =
          context().signature(nullptr, context().tuple({}), context().tuple({}), false);
      function_type(signature, nullptr, nullptr, as<FuncType>(e));
      return signature;
    }
    case Kind::InterfaceType: {
      auto* type = context().interface({}, {});
      type->complete = false;
      interface_type(type, as<InterfaceType>(e), definition);
      return type;
    }
    case Kind::MapType: return map_type(as<MapType>(e));
    case Kind::ChanType: {
      auto* type = context().type<Chan>();
      type->dir = as<ChanType>(e)->dir;
      type->elem = invalid_type();
      type->elem = var_type(as<ChanType>(e)->value);
      return type;
    }
    default:
      error(start_of(e), "NotAType", str(e) + " is not a type");
      use(e);
      return invalid_type();
  }
}

Type* PackageCheck::type_name(const Expr* e) {
  Operand x;
  if (const auto* name = try_as<Ident>(e)) {
    identifier(x, name, true);
  } else {
    selector(x, as<SelectorExpr>(e), true);
  }
  x.expr = e;
  if (x.mode == Mode::TypeExpr) return x.type;
  if (x.mode == Mode::NoValue) {
    error(start_of(e), "NotAType", str(x) + " used as type");
  } else if (x.mode != Mode::Invalid) {
    error(start_of(e), "NotAType", str(x) + " is not a type");
  }
  return invalid_type();
}

Type* PackageCheck::pointer_type(const StarExpr* e) {
  auto* type = context().type<Pointer>();
  type->elem = invalid_type();  // seen only by a declaration that is invalid anyway
  type->elem = var_type(e->x);
  return is_valid(type->elem) ? static_cast<Type*>(type) : invalid_type();
}

Type* PackageCheck::array_type(const ArrayType* e) {
  if (e->len == nullptr) {
    auto* slice = context().type<Slice>();
    slice->elem = invalid_type();
    slice->elem = var_type(e->elt);
    return slice;
  }
  auto* array = context().type<Array>();
  array->elem = invalid_type();
  if (is<Ellipsis>(e->len)) {
    error(e->position, "BadDotDotDotSyntax",
          "invalid use of [...] array (outside a composite literal)");
    array->len = -1;
  } else {
    array->len = array_length(e->len);
  }
  array->elem = var_type(e->elt);
  return array->len >= 0 ? static_cast<Type*>(array) : invalid_type();
}

Type* PackageCheck::map_type(const MapType* e) {
  auto* type = context().type<Map>();
  type->key = type->elem = invalid_type();
  type->key = var_type(e->key);
  type->elem = var_type(e->value);
  later([this, e, type] {
    if (!is_valid(type->key) || comparable(type->key)) return;
    error(start_of(e->key), "IncomparableMapKey",
          fmt::format("invalid map key type {}{}", str(type->key),
                      is_type_param(type->key) ? " (missing comparable constraint)" : ""));
  });
  return type;
}

bool PackageCheck::valid_arg_count(Position position, const std::string& name, std::size_t want,
                                   std::size_t have) {
  if (want == have) return true;
  error(position, "WrongTypeArgCount",
        fmt::format("{} type arguments for type {}: have {}, want {}",
                    have < want ? "not enough" : "too many", name, have, want));
  return false;
}

Type* PackageCheck::instantiated_type(const IndexExpr* e) {
  std::string why;
  Type* generic = generic_type(e->x, &why);
  if (!why.empty()) {
    error(start_of(e->x), "NotAGenericType",
          fmt::format("invalid operation: {}{} ({})", str(e->x), expression_list_text(e->indices),
                      why));
  }
  const auto args = type_list(e->indices);
  if (!is_valid(generic) || !args) return invalid_type();

  const TypeName* name = is<Named>(generic) ? as<Named>(generic)->obj : as<Alias>(generic)->obj;
  // A copy: a generic type that is still being declared has its parameters already, but be safe.
  const std::vector<TypeParam*> params = type_params_of(generic);
  if (!valid_arg_count(e->x->position, name->name, params.size(), args->size())) {
    return invalid_type();
  }
  Type* instance = instantiate(context(), generic, *args);
  later([this, e, instance, args = *args, params] { verify_instance(e, instance, args, params); });
  return instance;
}

void PackageCheck::verify_instance(const IndexExpr* e, Type* instance,
                                   const std::vector<Type*>& args,
                                   const std::vector<TypeParam*>& params) {
  record_instance(e->x, args, instance);
  std::string why;
  const int wrong = verify_arguments(context(), params, args, cause(&why));
  if (wrong >= 0) {
    error(start_of(e->indices[static_cast<std::size_t>(wrong)]), "InvalidTypeArg", std::move(why));
    return;
  }
  instantiations_.instance(params, args, e->position, starts_of(e->indices));
}

std::int64_t PackageCheck::array_length(const Expr* e) {
  if (const auto* name = try_as<Ident>(e)) {
    const Object* object = lookup(name->name);
    if (object == nullptr || !is<Const>(object)) {
      error(name->position, "InvalidArrayLen",
            object == nullptr
                ? fmt::format("undefined array length {} or missing type constraint", name->name)
                : "invalid array length " + name->name);
      if (auto* var = const_cast<Var*>(try_as<Var>(object))) var->used = true;
      return -1;
    }
  }
  Operand x;
  expr(x, e);
  if (x.mode != Mode::Constant) {
    if (x.mode != Mode::Invalid) {
      error(start_of(x), "InvalidArrayLen", fmt::format("array length {} must be constant", str(x)));
    }
    return -1;
  }
  if (is_untyped(x.type) || is_integer(x.type)) {
    const constant::Value value = constant::to_int(x.value);
    if (value.kind() == constant::Kind::Int &&
        constant::representable(value, basic(BasicKind::Int))) {
      const auto n = constant::int64_value(value);
      if (n && *n >= 0) return *n;
    }
  }
  error(start_of(x), "InvalidArrayLen",
        is_integer(x.type) ? fmt::format("invalid array length {}", str(x))
                           : fmt::format("array length {} must be integer", str(x)));
  return -1;
}

std::optional<std::vector<Type*>> PackageCheck::type_list(const std::vector<Expr*>& list) {
  std::vector<Type*> types;
  bool valid = true;
  for (const Expr* e : list) {
    types.push_back(var_type(e));
    valid &= is_valid(types.back());
  }
  if (!valid) return std::nullopt;
  return types;
}

}  // namespace model::types
