// Composite literals (Go spec, "Composite literals").

#include <algorithm>

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::composite_literal(Operand& x, const CompositeLit* e, Type* hint) {
  Type* type = nullptr;  // of the literal
  Type* base = nullptr;  // without the pointer that an elided &T stands for
  const auto* array_expr = try_as<ArrayType>(e->type);
  Array* open_array = nullptr;  // [...]T
  if (array_expr != nullptr && is<Ellipsis>(array_expr->len)) {
    open_array = context().array(var_type(array_expr->elt), -1);
    type = base = open_array;
  } else if (e->type != nullptr) {
    type = base = type_of(e->type);
  } else if (hint != nullptr) {
    type = base = hint;
    if (auto* pointer = try_as<Pointer>(common_under(hint))) base = pointer->elem;
  } else {
    error(e->position, "UntypedLit", "missing type in composite literal");
    type = base = invalid_type();
  }
  Type* u = is_valid(base) ? common_under(base) : base;
  if (auto* structure = try_as<Struct>(u)) {
    struct_literal(e, structure, base);
  } else if (auto* array = try_as<Array>(u)) {
    const std::int64_t n = indexed_elements(e->elts, array->elem, array->len);
    if (array->len < 0) {
      array->len = n;
      if (e->type != nullptr) record_type(e->type, Mode::TypeExpr, array);
    }
  } else if (auto* slice = try_as<Slice>(u)) {
    indexed_elements(e->elts, slice->elem, -1);
  } else if (auto* map = try_as<Map>(u)) {
    map_literal(e, map);
  } else {
    for (const Expr* element : e->elts) use(element);
    if (u == nullptr || is_valid(u)) {
      error(start_of(e), "InvalidLit",
            fmt::format("invalid composite literal{} type {}{}", e->type == nullptr ? " element" : "",
                        str(type), u == nullptr ? " (no common underlying type)" : ""));
    }
    return;
  }
  x.mode = Mode::Value;
  x.type = type;
}

void PackageCheck::struct_literal(const CompositeLit* e, Struct* type, Type* base) {
  if (e->elts.empty()) return;
  if (is<KeyValueExpr>(e->elts[0])) return keyed_struct_literal(e, type, base);
  const auto& fields = type->fields;
  for (std::size_t i = 0; i < e->elts.size(); ++i) {
    if (is<KeyValueExpr>(e->elts[i])) {
      error(start_of(e->elts[i]), "MixedStructLit",
            "mixture of field:value and value elements in struct literal");
      continue;
    }
    Operand x;
    expr(x, e->elts[i]);
    if (i >= fields.size()) {
      error(start_of(x), "InvalidStructLit",
            fmt::format("too many values in struct literal of type {}", str(base)));
      break;
    }
    const Var* field = fields[i];
    if (!field->exported() && field->package != package_) {
      error(start_of(x), "UnexportedLitField",
            fmt::format("implicit assignment to unexported field {} in struct literal of type {}",
                        field->name, str(base)));
      continue;
    }
    assignment(x, field->type, "struct literal");
  }
  if (e->elts.size() < fields.size()) {
    error(e->rbrace, "InvalidStructLit",
          fmt::format("too few values in struct literal of type {}", str(base)));
  }
}

void PackageCheck::keyed_struct_literal(const CompositeLit* e, Struct* type, Type* base) {
  std::vector<bool> visited(type->fields.size());
  for (const Expr* element : e->elts) {
    const auto* pair = try_as<KeyValueExpr>(element);
    if (pair == nullptr) {
      error(start_of(element), "MixedStructLit",
            "mixture of field:value and value elements in struct literal");
      continue;
    }
    const auto* key = try_as<Ident>(pair->key);
    Operand x;
    expr(x, pair->value);
    if (key == nullptr) {
      error(start_of(pair), "InvalidLitField",
            fmt::format("invalid field name {} in struct literal", str(pair->key)));
      continue;
    }
    const int i = field_index(type->fields, package_, key->name);
    if (i < 0) {
      const int other = field_index(type->fields, package_, key->name, true);
      const Object* alternative =
          other >= 0 ? type->fields[static_cast<std::size_t>(other)] : nullptr;
      error(key->position, "MissingLitField", lookup_error(base, key->name, alternative, true));
      continue;
    }
    const auto n = static_cast<std::size_t>(i);
    info_.record_use(key, type->fields[n]);
    assignment(x, type->fields[n]->type, "struct literal");
    if (visited[n]) {
      error(start_of(pair), "DuplicateLitField",
            fmt::format("duplicate field name {} in struct literal", key->name));
    }
    visited[n] = true;
  }
}

void PackageCheck::map_literal(const CompositeLit* e, Map* type) {
  const bool by_type = is_non_type_param_interface(type->key);
  std::unordered_map<std::string, std::vector<Type*>> visited;
  for (const Expr* element : e->elts) {
    const auto* pair = try_as<KeyValueExpr>(element);
    if (pair == nullptr) {
      error(start_of(element), "MissingLitKey", "missing key in map literal");
      continue;
    }
    Operand x;
    expr_with_hint(x, pair->key, type->key);
    assignment(x, type->key, "map literal");
    if (x.mode == Mode::Invalid) continue;
    if (x.mode == Mode::Constant && x.value.known()) {
      // 1, 1.0 and 1+0i are one key (if the types agree).
      constant::Value value = x.value;
      if (constant::Value f = constant::to_float(value); f.known()) value = f;
      if (constant::Value i = constant::to_int(value); i.known()) value = i;
      const std::string key = fmt::format("{} {}", static_cast<int>(value.kind()),
                                          constant::exact_string(value));
      std::vector<Type*>& types = visited[key];
      const bool duplicate =
          by_type ? std::any_of(types.begin(), types.end(),
                                [&](Type* t) { return identical(t, x.type); })
                  : !types.empty();
      types.push_back(x.type);
      if (duplicate) {
        error(start_of(x), "DuplicateLitKey",
              fmt::format("duplicate key {} in map literal", constant::to_string(x.value)));
        continue;
      }
    }
    Operand value;
    expr_with_hint(value, pair->value, type->elem);
    assignment(value, type->elem, "map literal");
  }
}

std::int64_t PackageCheck::indexed_elements(const std::vector<Expr*>& list, Type* type,
                                            std::int64_t length) {
  std::unordered_set<std::int64_t> visited;
  std::int64_t i = 0, max = 0;
  for (const Expr* element : list) {
    bool valid = false;
    const Expr* value = element;
    if (const auto* pair = try_as<KeyValueExpr>(element)) {
      Type* index_type = nullptr;
      const std::int64_t n = index(pair->key, length, &index_type);
      if (n >= 0) {
        i = n;
        valid = true;
      } else if (is_valid(index_type)) {
        error(start_of(element), "InvalidLitIndex",
              fmt::format("index {} must be integer constant", str(pair->key)));
      }
      value = pair->value;
    } else if (length >= 0 && i >= length) {
      error(start_of(element), "OversizeArrayLit",
            fmt::format("index {} is out of bounds (>= {})", i, length));
    } else {
      valid = true;
    }
    if (valid && !visited.insert(i).second) {
      error(start_of(element), "DuplicateLitKey",
            fmt::format("duplicate index {} in array or slice literal", i));
    }
    max = std::max(max, ++i);
    Operand x;
    expr_with_hint(x, value, type);
    assignment(x, type, "array or slice literal");
  }
  return max;
}

}  // namespace model::types
