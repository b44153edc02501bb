// Index and slice expressions (Go spec, "Index expressions", "Slice expressions").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

const Expr* PackageCheck::single_index(const IndexExpr* e) {
  if (e->indices.size() == 1) return e->indices[0];
  error(start_of(e->indices[1]), "InvalidIndex", "invalid operation: more than one index");
  return nullptr;
}

void PackageCheck::map_index(Operand& x, const IndexExpr* e, Type* key_type, Type* elem) {
  const Expr* i = single_index(e);
  if (i == nullptr) {
    x.mode = Mode::Invalid;
    return;
  }
  Operand key;
  expr(key, i);
  assignment(key, key_type, "map index");
  x.mode = Mode::MapIndex;  // even after an error: the type is known
  x.type = elem;
}

bool PackageCheck::index_type_param(Operand& x, Type*& key, Type*& elem, std::int64_t& length) {
  // All types of the set must have the same element type, and all or none must be maps with the same key type.
  Mode mode = Mode::Variable;
  const bool valid = all_in_type_set(x.type, [&](Type*, Type* u) {
    if (u == nullptr) return false;
    std::int64_t n = -1;
    Type *k = nullptr, *v = nullptr;
    if (is_string(u)) {
      v = universe().byte_type;
      mode = Mode::Value;
    } else if (auto* array = try_as<Array>(u)) {
      n = array->len;
      v = array->elem;
      if (x.mode != Mode::Variable) mode = Mode::Value;
    } else if (auto* pointed = try_as<Array>(array_of_pointer(u))) {
      n = pointed->len;
      v = pointed->elem;
    } else if (auto* slice = try_as<Slice>(u)) {
      v = slice->elem;
    } else if (auto* map = try_as<Map>(u)) {
      k = map->key;
      v = map->elem;
    }
    if (v == nullptr) return false;
    if (elem == nullptr) {
      length = n;
      key = k;
      elem = v;
      return true;
    }
    if ((key == nullptr) != (k == nullptr) || (key != nullptr && !identical(key, k))) return false;
    if (!identical(elem, v)) return false;
    if (n >= 0 && (length < 0 || n < length)) length = n;
    return true;
  });
  if (valid) x.mode = mode;
  return valid;
}

bool PackageCheck::index_expr(Operand& x, const IndexExpr* e) {
  expr_or_type(x, e->x, true);
  switch (x.mode) {
    case Mode::Invalid:
      use(e->indices);
      return false;
    case Mode::TypeExpr:
      x.type = var_type(e);
      x.mode = is_valid(x.type) ? Mode::TypeExpr : Mode::Invalid;
      return false;
    case Mode::Value:
      if (const auto* signature = under<Signature>(x.type)) {
        if (!signature->type_params.empty()) return true;
      }
      break;
    default: break;
  }
  non_generic(nullptr, x);
  if (x.mode == Mode::Invalid) return false;

  bool valid = false;
  std::int64_t length = -1;
  Type* u = underlying(x.type);
  if (is_type_param(x.type)) {
    Type *key = nullptr, *elem = nullptr;
    const Operand before = x;
    valid = index_type_param(x, key, elem, length);
    if (valid && key != nullptr) {
      map_index(x, e, key, elem);
      return false;
    }
    if (valid) {
      x.type = elem;
    } else {
      x = before;
    }
  } else if (auto* map = try_as<Map>(u)) {
    map_index(x, e, map->key, map->elem);
    return false;
  } else if (is_string(u)) {
    valid = true;
    if (x.mode == Mode::Constant && x.value.known()) {
      length = static_cast<std::int64_t>(constant::string_value(x.value).size());
    }
    x.mode = Mode::Value;  // not a constant, even if both operands are
    x.type = universe().byte_type;
  } else if (auto* array = try_as<Array>(u)) {
    valid = true;
    length = array->len;
    if (x.mode != Mode::Variable) x.mode = Mode::Value;
    x.type = array->elem;
  } else if (auto* pointed = try_as<Array>(array_of_pointer(u))) {
    valid = true;
    length = pointed->len;
    x.mode = Mode::Variable;
    x.type = pointed->elem;
  } else if (auto* slice = try_as<Slice>(u)) {
    valid = true;
    x.mode = Mode::Variable;
    x.type = slice->elem;
  }
  if (!valid) {
    error(e->lbrack, "NonSliceableOperand", "cannot index " + str(x));
    use(e->indices);
    x.mode = Mode::Invalid;
    return false;
  }
  const Expr* i = single_index(e);
  if (i == nullptr) {
    x.mode = Mode::Invalid;
    return false;
  }
  index(i, length);
  return false;
}

Type* PackageCheck::sliced_type(const Operand& x) {
  Type *first = nullptr, *common = nullptr;
  bool has_string = false;
  const bool valid = all_in_type_set(x.type, [&](Type* t, Type* u) {
    if (u == nullptr) {
      error(start_of(x), "NonSliceableOperand",
            fmt::format("cannot slice {}: no specific type in {}", str(x), str(x.type)));
      return false;
    }
    if (is_string(u)) {
      u = context().slice(universe().byte_type);
      has_string = true;
    }
    if (common == nullptr) {
      first = t;
      common = u;
    } else if (!identical(common, u)) {
      error(start_of(x), "NonSliceableOperand",
            fmt::format("cannot slice {}: {} and {} have different underlying types", str(x),
                        str(first), str(t)));
      return false;
    }
    return true;
  });
  if (!valid) return nullptr;
  if (!has_string) return common;
  return is_type_param(x.type) ? basic(BasicKind::String) : underlying(x.type);
}

void PackageCheck::slice_expr(Operand& x, const SliceExpr* e) {
  expr(x, e->x);
  if (x.mode == Mode::Invalid) {
    for (const Expr* i : {e->low, e->high, e->max}) use(i);
    return;
  }
  Type* u = sliced_type(x);
  if (u == nullptr) {
    x.mode = Mode::Invalid;
    return;
  }
  const auto fail = [&](Position position, const char* code, std::string message) {
    error(position, code, std::move(message));
    x.mode = Mode::Invalid;
  };
  std::int64_t length = -1;
  if (is_string(u)) {
    if (e->slice3) {
      return fail(e->max != nullptr ? start_of(e->max) : e->position, "InvalidSliceExpr",
                  "invalid operation: 3-index slice of string");
    }
    if (x.mode == Mode::Constant && x.value.known()) {
      length = static_cast<std::int64_t>(constant::string_value(x.value).size());
    }
    if (is_untyped(x.type)) {
      x.type = basic(BasicKind::String);
      update_type(e->x, x.type, true);
    }
  } else if (auto* array = try_as<Array>(u)) {
    length = array->len;
    if (x.mode != Mode::Variable) {
      return fail(start_of(x), "NonSliceableOperand",
                  "cannot slice unaddressable value " + str(x));
    }
    note_address(e->x);
    x.type = context().slice(array->elem);
  } else if (auto* pointed = try_as<Array>(array_of_pointer(u))) {
    length = pointed->len;
    x.type = context().slice(pointed->elem);
  } else if (!is<Slice>(u)) {
    return fail(start_of(x), "NonSliceableOperand", "cannot slice " + str(x));
  }
  x.mode = Mode::Value;
  if (e->slice3 && (e->high == nullptr || e->max == nullptr)) {  // the parser has complained
    x.mode = Mode::Invalid;
    return;
  }
  check_slice_indices(e, length);
}

void PackageCheck::check_slice_indices(const SliceExpr* e, std::int64_t length) {
  const Expr* const exprs[3] = {e->low, e->high, e->max};
  std::int64_t values[3];
  for (int i = 0; i < 3; ++i) {
    values[i] = i == 0 ? 0 : length;
    if (exprs[i] != nullptr) values[i] = index(exprs[i], length >= 0 ? length + 1 : -1);
  }
  for (int i = 0; i < 2; ++i) {
    for (int j = i + 1; j < 3; ++j) {
      if (values[i] <= 0 || values[j] < 0 || values[j] >= values[i] || exprs[j] == nullptr) {
        continue;
      }
      return error(start_of(exprs[j]), "SwappedSliceIndices",
                   fmt::format("invalid slice indices: {} < {}", values[j], values[i]));
    }
  }
}

std::int64_t PackageCheck::index(const Expr* e, std::int64_t max, Type** type) {
  // The value of a constant index, or -1. `type` becomes invalid after an error.
  if (type != nullptr) *type = invalid_type();
  Operand x;
  expr(x, e);
  if (!valid_index(x, "InvalidIndex", "index", false)) return -1;
  if (type != nullptr) *type = x.type;
  if (x.mode != Mode::Constant || !x.value.known()) return -1;
  const std::int64_t value = constant::int64_value(x.value).value_or(-1);
  if (max >= 0 && value >= max) {
    error(start_of(x), "InvalidIndex",
          fmt::format("invalid argument: index {} out of bounds [0:{}]",
                      constant::to_string(x.value), max));
    if (type != nullptr) *type = invalid_type();
    return -1;
  }
  return value;
}

bool PackageCheck::valid_index(Operand& x, const char* code, std::string_view what,
                               bool allow_negative) {
  if (x.mode == Mode::Invalid) return false;
  convert_untyped(x, basic(BasicKind::Int));
  if (x.mode == Mode::Invalid) return false;
  const auto fail = [&](const char* why) {
    error(start_of(x), code, fmt::format("invalid argument: {} {} {}", what, str(x), why));
    return false;
  };
  if (!all_integer(x.type)) return fail("must be integer");
  if (x.mode == Mode::Constant && x.value.known()) {
    if (!allow_negative && constant::sign(x.value) < 0) return fail("must not be negative");
    if (!constant::representable(x.value, basic(BasicKind::Int), &x.value)) {
      return fail("overflows int");
    }
  }
  return true;
}

}  // namespace model::types
