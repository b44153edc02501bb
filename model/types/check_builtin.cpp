// Calls of predeclared functions (Go spec, "Built-in functions"); numbers and package unsafe are in
// check_builtin_number.cpp.

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

bool PackageCheck::builtin_call(Operand& x, const CallExpr* call, BuiltinId id) {
  const BuiltinInfo& info = builtin_info(id);
  if (call->has_ellipsis() && id != BuiltinId::Append) {
    error(start_of(call), "InvalidDotDotDot",
          fmt::format("invalid operation: invalid use of ... with built-in {}", info.name));
    use(call->args);
    return false;
  }
  // len and cap of an array are constant unless their argument calls or receives.
  const bool outer_call = env_.has_call_or_receive;
  const bool measures = id == BuiltinId::Len || id == BuiltinId::Cap;
  if (measures) env_.has_call_or_receive = false;

  std::vector<Operand> args;
  std::size_t count = call->args.size();
  const bool special =
      id == BuiltinId::Make || id == BuiltinId::New || id == BuiltinId::Offsetof;
  bool valid = true;
  if (!special && !call->args.empty()) {
    args = expr_list(call->args);
    count = args.size();
    for (const Operand& arg : args) valid &= arg.mode != Mode::Invalid;
    if (valid) x = args[0];
  }
  if (!valid) {
    if (measures) env_.has_call_or_receive = outer_call;
    return false;
  }
  const auto want = static_cast<std::size_t>(info.nargs);
  if (count < want || (count > want && !info.variadic)) {
    const bool few = count < want;
    error(start_of(call), "WrongArgCount",
          fmt::format("invalid operation: {} arguments for {} (expected {}, found {})",
                      few ? "not enough" : "too many", str(call), want, count));
    if (special) use(call->args);
    if (measures) env_.has_call_or_receive = outer_call;
    return false;
  }
  switch (id) {
    case BuiltinId::Append: return builtin_append(x, call, args);
    case BuiltinId::Cap:
    case BuiltinId::Len: {
      const bool ok = builtin_length(x, call, id);
      env_.has_call_or_receive = outer_call;
      return ok;
    }
    case BuiltinId::Clear: return builtin_clear(x, call);
    case BuiltinId::Close: return builtin_close(x, call);
    case BuiltinId::Complex: return builtin_complex(x, call, args);
    case BuiltinId::Copy: return builtin_copy(x, call, args);
    case BuiltinId::Delete: return builtin_delete(x, call, args);
    case BuiltinId::Imag:
    case BuiltinId::Real: return builtin_real(x, call, id);
    case BuiltinId::Make: return builtin_make(x, call);
    case BuiltinId::Max:
    case BuiltinId::Min: return builtin_min_max(x, call, id, args);
    case BuiltinId::New: return builtin_new(x, call);
    case BuiltinId::Panic:
      if (env_.panics != nullptr) env_.panics->insert(call);
      assignment(x, universe().empty_interface, "argument to panic");
      if (x.mode == Mode::Invalid) return false;
      x.mode = Mode::NoValue;
      record_builtin(call->fun, nullptr, {universe().empty_interface});
      return true;
    case BuiltinId::Print:
    case BuiltinId::Println: return builtin_print(x, call, id, args);
    case BuiltinId::Recover:
      x.mode = Mode::Value;
      x.type = universe().empty_interface;
      record_builtin(call->fun, x.type, {});
      return true;
    case BuiltinId::Closed: return builtin_closed(x, call);
    case BuiltinId::Add:
    case BuiltinId::Alignof:
    case BuiltinId::Offsetof:
    case BuiltinId::Sizeof:
    case BuiltinId::Slice:
    case BuiltinId::SliceData:
    case BuiltinId::String:
    case BuiltinId::StringData: return builtin_unsafe(x, call, id, args);
  }
  return false;
}

Type* PackageCheck::slice_element(const Operand& x, std::string& why) {
  Type* element = nullptr;
  const bool valid = all_in_type_set(x.type, [&](Type*, Type* u) {
    auto* slice = try_as<Slice>(u);
    if (slice == nullptr) {
      why = "argument must be a slice; have " + (x.is_nil() ? "untyped nil" : str(x));
      return false;
    }
    if (element != nullptr && !identical(element, slice->elem)) {
      why = fmt::format("mismatched slice element types {} and {} in {}", str(element),
                        str(slice->elem), str(x));
      return false;
    }
    element = slice->elem;
    return true;
  });
  return valid ? element : nullptr;
}

bool PackageCheck::builtin_append(Operand& x, const CallExpr* call, std::vector<Operand>& args) {
  std::string why;
  Type* element = slice_element(x, why);
  if (element == nullptr) {
    error(start_of(x), "InvalidAppend", "invalid append: " + why);
    return false;
  }
  Type* slice = x.type;
  // append([]byte, string...)
  if (args.size() == 2 && call->has_ellipsis() &&
      type_assignable_to(slice, context().slice(universe().byte_type))) {
    bool has_string = false;
    const bool bytes = all_in_type_set(args[1].type, [&](Type*, Type* u) {
      if (u == nullptr) return false;
      if (is_string(u)) {
        has_string = true;
        return true;
      }
      const auto* other = try_as<Slice>(u);
      return other != nullptr && identical(other->elem, universe().byte_type);
    });
    if (bytes && has_string) {
      if (is_untyped(args[1].type)) convert_untyped(args[1], basic(BasicKind::String));
      record_builtin(call->fun, slice, {slice, args[1].type}, true);
      x.mode = Mode::Value;
      return true;
    }
  }
  Var* first = context().var(VarKind::Param, {}, nullptr, "", slice);
  Var* rest = context().var(VarKind::Param, {}, nullptr, "", context().slice(element));
  auto* signature = context().signature(nullptr, context().tuple({first, rest}),
                                        context().tuple_of({slice}), true);
  arguments(call, signature, {}, {}, args, {});
  record_builtin(call->fun, slice, {slice, rest->type}, true);
  x.mode = Mode::Value;
  x.type = slice;
  return true;
}

bool PackageCheck::builtin_length(Operand& x, const CallExpr* call, BuiltinId id) {
  const bool is_len = id == BuiltinId::Len;
  const auto measurable = [&](Type* u) {
    u = array_of_pointer(u);
    return (is_string(u) && is_len) || is<Array>(u) || is<Slice>(u) || is<Chan>(u) ||
           (is<Map>(u) && is_len);
  };
  Type* u = underlying(x.type);
  Mode mode = Mode::Invalid;
  constant::Value value;
  if (is_type_param(x.type)) {
    const bool all = all_in_type_set(
        x.type, [&](Type*, Type* t) { return t != nullptr && measurable(t); });
    if (all) mode = Mode::Value;
  } else if (measurable(u)) {
    mode = Mode::Value;
    if (x.mode == Mode::Constant && is_string(u)) {
      mode = Mode::Constant;
      if (x.value.known()) {
        value = constant::make_int(
            static_cast<std::int64_t>(constant::string_value(x.value).size()));
      }
    } else if (auto* array = try_as<Array>(array_of_pointer(u));
               array != nullptr && !env_.has_call_or_receive) {
      mode = Mode::Constant;
      if (array->len >= 0) value = constant::make_int(array->len);
    }
  }
  if (mode == Mode::Invalid) {
    if (is_valid(u)) {
      error(start_of(x), is_len ? "InvalidLen" : "InvalidCap",
            fmt::format("invalid argument: {} for built-in {}", str(x), builtin_info(id).name));
    }
    return false;
  }
  if (mode == Mode::Value) {
    record_builtin(call->fun, basic(BasicKind::Int), {x.type});
  }
  x.mode = mode;
  x.type = basic(BasicKind::Int);
  x.value = value;
  return true;
}

bool PackageCheck::builtin_clear(Operand& x, const CallExpr* call) {
  require_version(start_of(call->fun), 21, "clear");
  const bool valid = all_in_type_set(
      x.type, [](Type*, Type* u) { return is<Map>(u) || is<Slice>(u); });
  if (!valid) {
    error(start_of(x), "InvalidClear",
          fmt::format("invalid argument: cannot clear {}: argument must be (or constrained by) map "
                      "or slice",
                      str(x)));
    return false;
  }
  record_builtin(call->fun, nullptr, {x.type});
  x.mode = Mode::NoValue;
  return true;
}

bool PackageCheck::builtin_close(Operand& x, const CallExpr* call) {
  const bool valid = all_in_type_set(x.type, [&](Type*, Type* u) {
    const auto* channel = try_as<Chan>(u);
    if (channel != nullptr && channel->dir != ChanDir::Recv) return true;
    error(start_of(x), "InvalidClose",
          fmt::format("invalid operation: cannot close {} {}",
                      channel == nullptr ? "non-channel" : "receive-only channel", str(x)));
    return false;
  });
  if (!valid) return false;
  record_builtin(call->fun, nullptr, {x.type});
  x.mode = Mode::NoValue;
  return true;
}

bool PackageCheck::builtin_copy(Operand& x, const CallExpr* call, std::vector<Operand>& args) {
  Operand& y = args[1];
  Type* const byte_type = universe().byte_type;
  bool bytes = assignable_to(x, context().slice(byte_type)) && !x.is_nil();
  bytes = bytes && all_in_type_set(y.type, [&](Type*, Type* u) {
    const auto* slice = try_as<Slice>(u);
    return u != nullptr && (is_string(u) || (slice != nullptr && identical(slice->elem, byte_type)));
  });
  if (!bytes) {
    std::string why;
    Type* to = slice_element(x, why);
    if (to == nullptr) {
      error(start_of(x), "InvalidCopy", "invalid copy: " + why);
      return false;
    }
    Type* from = slice_element(y, why);
    if (from == nullptr && all_string(y.type)) from = byte_type;
    if (from == nullptr) {
      error(start_of(y), "InvalidCopy", "invalid copy: " + why);
      return false;
    }
    if (!identical(to, from)) {
      error(start_of(x), "InvalidCopy",
            fmt::format("invalid copy: arguments {} and {} have different element types {} and {}",
                        str(x), str(y), str(to), str(from)));
      return false;
    }
  }
  if (is_untyped(y.type)) convert_untyped(y, basic(BasicKind::String));
  record_builtin(call->fun, basic(BasicKind::Int), {x.type, y.type});
  x.mode = Mode::Value;
  x.type = basic(BasicKind::Int);
  return true;
}

bool PackageCheck::builtin_delete(Operand& x, const CallExpr* call, std::vector<Operand>& args) {
  Type* key = nullptr;
  Type* const map_type_of_x = x.type;
  const bool valid = all_in_type_set(x.type, [&](Type*, Type* u) {
    auto* map = try_as<Map>(u);
    if (map == nullptr) {
      error(start_of(x), "InvalidDelete", fmt::format("invalid argument: {} is not a map", str(x)));
      return false;
    }
    if (key != nullptr && !identical(key, map->key)) {
      error(start_of(x), "InvalidDelete",
            fmt::format("invalid argument: maps of {} must have identical key types", str(x)));
      return false;
    }
    key = map->key;
    return true;
  });
  if (!valid) return false;
  x = args[1];
  assignment(x, key, "argument to delete");
  if (x.mode == Mode::Invalid) return false;
  record_builtin(call->fun, nullptr, {map_type_of_x, key});
  x.mode = Mode::NoValue;
  return true;
}

bool PackageCheck::builtin_make(Operand& x, const CallExpr* call) {
  const Expr* arg = call->args[0];
  Type* type = var_type(arg);
  if (!is_valid(type)) {
    for (std::size_t i = 1; i < call->args.size(); ++i) use(call->args[i]);
    return false;
  }
  std::string why;
  const bool makable = all_in_type_set(type, [&](Type*, Type* u) {
    if (u == nullptr) {
      why = "no specific type";
    } else if (!is<Slice>(u) && !is<Map>(u) && !is<Chan>(u)) {
      why = "type must be slice, map, or channel";
    }
    return why.empty();
  });
  Type* u = makable ? common_under(type, &why, package_) : nullptr;
  if (u == nullptr) {
    error(start_of(arg), "InvalidMake",
          fmt::format("invalid argument: cannot make {}: {}", str(arg), why));
    return false;
  }
  const std::size_t min = is<Slice>(u) ? 2 : 1;
  const std::size_t count = call->args.size();
  if (count < min || count > min + 1) {
    error(start_of(call), "WrongArgCount",
          fmt::format("invalid operation: {} expects {} or {} arguments; found {}", str(call), min,
                      min + 1, count));
    return false;
  }
  std::vector<Type*> types = {type};
  std::vector<std::int64_t> sizes;
  for (std::size_t i = 1; i < count; ++i) {
    Type* size_type = nullptr;
    const std::int64_t size = index(call->args[i], -1, &size_type);
    types.push_back(size_type);
    if (size >= 0) sizes.push_back(size);
  }
  if (sizes.size() == 2 && sizes[0] > sizes[1]) {
    error(start_of(call->args[1]), "SwappedMakeArgs",
          "invalid argument: length and capacity swapped");
  }
  x.mode = Mode::Value;
  x.type = type;
  record_builtin(call->fun, type, types);
  return true;
}

bool PackageCheck::builtin_new(Operand& x, const CallExpr* call) {
  const Expr* arg = call->args[0];
  expr_or_type(x, arg);
  exclude(x, kNoValue | kBuiltin);
  if (x.mode == Mode::Invalid) return false;
  if (x.mode == Mode::TypeExpr) {
    valid_var_type(arg, x.type);
  } else {
    if (is_untyped(x.type)) {
      assignment(x, nullptr, "argument to new");
      if (x.mode == Mode::Invalid) return false;
    }
    require_version(start_of(call->fun), 26, fmt::format("new({})", str(arg)));
  }
  Type* type = x.type;
  x.mode = Mode::Value;
  x.type = context().pointer(type);
  record_builtin(call->fun, x.type, {type});
  return true;
}

bool PackageCheck::builtin_print(Operand& x, const CallExpr* call, BuiltinId id,
                                 std::vector<Operand>& args) {
  std::vector<Type*> types;
  for (Operand& arg : args) {
    assignment(arg, nullptr, fmt::format("argument to built-in {}", builtin_info(id).name));
    if (arg.mode == Mode::Invalid) return false;
    types.push_back(arg.type);
  }
  x.mode = Mode::NoValue;
  record_builtin(call->fun, nullptr, types);
  return true;
}

}  // namespace model::types
