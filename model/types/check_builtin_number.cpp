// Built-in functions over numbers, and those of package unsafe (Go spec, "Manipulating complex numbers",
// "Min and max", "Package unsafe").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

namespace {

/// float32 for complex64 and so on, or the other way round; null for other types.
Type* part_type(Type* t) {
  const auto* b = under<Basic>(t);
  if (b == nullptr) return nullptr;
  switch (b->basic) {
    case BasicKind::Complex64: return basic(BasicKind::Float32);
    case BasicKind::Complex128: return basic(BasicKind::Float64);
    case BasicKind::UntypedComplex: return basic(BasicKind::UntypedFloat);
    default: return nullptr;
  }
}

Type* complex_type(Type* t) {
  const auto* b = under<Basic>(t);
  if (b == nullptr) return nullptr;
  switch (b->basic) {
    case BasicKind::Float32: return basic(BasicKind::Complex64);
    case BasicKind::Float64: return basic(BasicKind::Complex128);
    case BasicKind::UntypedFloat: return basic(BasicKind::UntypedComplex);
    default: return nullptr;
  }
}

/// Does the size depend on a type parameter?
bool varies_in_size(Type* t, std::unordered_set<const Type*>& seen) {
  t = unalias(t);
  if (is<TypeParam>(t)) return true;
  if (is<Named>(t) && !seen.insert(t).second) return false;
  Type* u = underlying(t);
  if (auto* array = try_as<Array>(u)) return varies_in_size(array->elem, seen);
  if (auto* structure = try_as<Struct>(u)) {
    for (const Var* field : structure->fields) {
      if (varies_in_size(field->type, seen)) return true;
    }
  }
  return false;
}

/// May `part` be applied to all types of a type parameter's type set?
bool all_have(Type* t, Type* (*part)(Type*)) {
  return is_type_param(t) && all_in_type_set(t, [&](Type* term, Type*) {
           return term != nullptr && part(term) != nullptr;
         });
}

}  // namespace

bool PackageCheck::builtin_complex(Operand& x, const CallExpr* call, std::vector<Operand>& args) {
  Operand& y = args[1];
  const bool x_untyped = is_untyped(x.type), y_untyped = is_untyped(y.type);
  if (x_untyped && y_untyped) {
    if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
      for (Operand* part : {&x, &y}) {
        if (is_numeric(part->type) && part->value.known() &&
            constant::sign(constant::imag(part->value)) == 0) {
          part->type = basic(BasicKind::UntypedFloat);
        }
      }
    } else {  // a shift among them: it would be one of floats, which is an error
      convert_untyped(x, basic(BasicKind::Float64));
      convert_untyped(y, basic(BasicKind::Float64));
    }
  } else if (x_untyped) {
    convert_untyped(x, y.type);
  } else if (y_untyped) {
    convert_untyped(y, x.type);
  }
  if (x.mode == Mode::Invalid || y.mode == Mode::Invalid) return false;
  if (!identical(x.type, y.type)) {
    error(start_of(x), "InvalidComplex",
          fmt::format("invalid operation: {} (mismatched types {} and {})", str(call), str(x.type),
                      str(y.type)));
    return false;
  }
  Type* result = complex_type(x.type);
  if (result == nullptr) {
    error(start_of(x), "InvalidComplex",
          all_have(x.type, complex_type)
              ? fmt::format("{} not supported as argument to built-in complex for go1.18 (see "
                            "go.dev/issue/50937)",
                            str(x))
              : fmt::format("invalid argument: arguments have type {}, expected floating-point",
                            str(x.type)));
    return false;
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    if (x.value.known() && y.value.known()) {
      x.value = constant::make_complex(constant::to_float(x.value), constant::to_float(y.value));
    }
  } else {
    x.mode = Mode::Value;
    record_builtin(call->fun, result, {x.type, x.type});
  }
  x.type = result;
  return true;
}

bool PackageCheck::builtin_real(Operand& x, const CallExpr* call, BuiltinId id) {
  if (is_untyped(x.type)) {
    if (x.mode == Mode::Constant) {
      if (is_numeric(x.type)) x.type = basic(BasicKind::UntypedComplex);
    } else {
      convert_untyped(x, basic(BasicKind::Complex128));
      if (x.mode == Mode::Invalid) return false;
    }
  }
  Type* result = part_type(x.type);
  if (result == nullptr) {
    error(start_of(x), id == BuiltinId::Real ? "InvalidReal" : "InvalidImag",
          all_have(x.type, part_type)
              ? fmt::format("{} not supported as argument to built-in {} for go1.18 (see "
                            "go.dev/issue/50937)",
                            str(x), builtin_info(id).name)
              : fmt::format("invalid argument: argument has type {}, expected complex type",
                            str(x.type)));
    return false;
  }
  if (x.mode == Mode::Constant) {
    if (x.value.known()) {
      x.value = id == BuiltinId::Real ? constant::real(x.value) : constant::imag(x.value);
    }
  } else {
    x.mode = Mode::Value;
    record_builtin(call->fun, result, {x.type});
  }
  x.type = result;
  return true;
}

bool PackageCheck::builtin_min_max(Operand& x, const CallExpr* call, BuiltinId id,
                                   std::vector<Operand>& args) {
  const char* name = builtin_info(id).name;
  require_version(start_of(call->fun), 21, fmt::format("built-in {}", name));
  const Token better = id == BuiltinId::Max ? Token::Gtr : Token::Lss;
  for (std::size_t i = 0; i < args.size(); ++i) {
    Operand& arg = args[i];
    if (!all_ordered(arg.type)) {
      error(start_of(arg), "InvalidMinMaxOperand",
            fmt::format("invalid argument: {} cannot be ordered", str(arg)));
      return false;
    }
    if (i == 0) continue;
    match_types(x, arg);
    if (x.mode == Mode::Invalid) return false;
    if (!identical(x.type, arg.type)) {
      error(start_of(arg), "MismatchedTypes",
            fmt::format("invalid argument: mismatched types {} (previous argument) and {} (type of "
                        "{})",
                        str(x.type), str(arg.type), str(arg.expr)));
      return false;
    }
    if (x.mode == Mode::Constant && arg.mode == Mode::Constant) {
      if (x.value.known() && arg.value.known() &&
          constant::compare(arg.value, better, x.value)) {
        x = arg;
      }
    } else {
      x.mode = Mode::Value;
    }
  }
  if (x.mode != Mode::Constant) {
    x.mode = Mode::Value;
    assignment(x, universe().empty_interface, fmt::format("argument to built-in {}", name));
    if (x.mode == Mode::Invalid) return false;
  }
  for (const Operand& arg : args) update_type(arg.expr, x.type, true);
  if (x.mode != Mode::Constant) {
    record_builtin(call->fun, x.type, std::vector<Type*>(args.size(), x.type));
  }
  return true;
}

bool PackageCheck::builtin_offsetof(Operand& x, const CallExpr* call) {
  const Expr* arg = call->args[0];
  const auto* s = try_as<SelectorExpr>(without_parens(arg));
  if (s == nullptr) {
    error(start_of(arg), "BadOffsetofSyntax",
          fmt::format("invalid argument: {} is not a selector expression", str(arg)));
    use(arg);
    return false;
  }
  expr(x, s->x);
  if (x.mode == Mode::Invalid) return false;
  Type* base = x.type;
  if (auto* pointer = under<Pointer>(base); pointer && under<Struct>(pointer->elem)) {
    base = pointer->elem;
  }
  const Lookup found = lookup_field_or_method(base, false, package_, s->sel->name);
  if (!found || is<Func>(found.object) || found.indirect) {
    error(start_of(is<Func>(found.object) ? arg : x.expr), "InvalidOffsetof",
          is<Func>(found.object)
              ? fmt::format("invalid argument: {} is a method value", str(arg))
          : !found ? fmt::format("invalid argument: {} has no single field {}", str(base),
                                 s->sel->name)
                   : fmt::format("invalid argument: field {} is embedded via a pointer in {}",
                                 s->sel->name, str(base)));
    return false;
  }
  info_.record_use(s->sel, found.object);
  std::int64_t offset = 0;
  Type* t = base;
  for (const int i : found.index) {
    const auto* structure = under<Struct>(t);
    std::int64_t at_field = 0;
    for (int k = 0; k <= i; ++k) {
      t = structure->fields[static_cast<std::size_t>(k)]->type;
      const std::int64_t align = align_of(t);
      at_field = (at_field + align - 1) / align * align;
      if (k < i) at_field += size_of(t);
    }
    offset += at_field;
  }
  x.mode = Mode::Constant;
  x.value = constant::make_int(offset);
  x.type = basic(BasicKind::Uintptr);
  return true;
}

bool PackageCheck::builtin_unsafe(Operand& x, const CallExpr* call, BuiltinId id,
                                  std::vector<Operand>& args) {
  const std::string name = fmt::format("unsafe.{}", builtin_info(id).name);
  const auto fail = [&](const char* why) {
    error(start_of(x), "InvalidUnsafe", fmt::format("invalid argument: {} is not {}", str(x), why));
    return false;
  };
  Type* result = nullptr;
  switch (id) {
    case BuiltinId::Offsetof: return builtin_offsetof(x, call);
    case BuiltinId::Alignof:
    case BuiltinId::Sizeof: {
      assignment(x, nullptr, "argument to " + name);
      if (x.mode == Mode::Invalid) return false;
      Type* const type = x.type;
      if (has_infinite_size(type)) return false;
      x.type = basic(BasicKind::Uintptr);
      std::unordered_set<const Type*> seen;
      if (varies_in_size(type, seen)) {
        x.mode = Mode::Value;
        record_builtin(call->fun, x.type, {type});
      } else {
        x.mode = Mode::Constant;
        x.value = constant::make_int(id == BuiltinId::Sizeof ? size_of(type) : align_of(type));
      }
      return true;
    }
    case BuiltinId::Add:
      assignment(x, basic(BasicKind::UnsafePointer), "argument to " + name);
      if (x.mode == Mode::Invalid || !valid_index(args[1], "InvalidUnsafe", "length", true)) {
        return false;
      }
      result = basic(BasicKind::UnsafePointer);
      break;
    case BuiltinId::Slice: {
      auto* pointer = try_as<Pointer>(core_type(x.type));
      if (pointer == nullptr) return fail("a pointer");
      if (!valid_index(args[1], "InvalidUnsafe", "length", false)) return false;
      result = context().slice(pointer->elem);
      break;
    }
    case BuiltinId::SliceData: {
      auto* slice = try_as<Slice>(core_type(x.type));
      if (slice == nullptr) return fail("a slice");
      result = context().pointer(slice->elem);
      break;
    }
    case BuiltinId::String:
      assignment(x, context().pointer(universe().byte_type), "argument to " + name);
      if (x.mode == Mode::Invalid || !valid_index(args[1], "InvalidUnsafe", "length", false)) {
        return false;
      }
      result = basic(BasicKind::String);
      break;
    case BuiltinId::StringData:
      assignment(x, basic(BasicKind::String), "argument to " + name);
      if (x.mode == Mode::Invalid) return false;
      result = context().pointer(universe().byte_type);
      break;
    default: return false;
  }
  std::vector<Type*> types;
  for (const Operand& arg : args) types.push_back(arg.type);
  record_builtin(call->fun, result, types);
  x.mode = Mode::Value;
  x.type = result;
  return true;
}

}  // namespace model::types
