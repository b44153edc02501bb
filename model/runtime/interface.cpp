// Interface values: boxing, type assertions, equality (Go spec, "Comparison operators").

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

using program::Instruction;
using program::TypeId;
using program::TypeKind;

Slot Interpreter::box(TypeId type, std::span<const Slot> value) {
  if (value.empty()) return {};
  if (value.size() == 1) return value[0];
  Object o;
  o.kind = Object::Kind::Box;
  o.type = type;
  o.slots.assign(value.begin(), value.end());
  return make_ref(world_.add_object(std::move(o)), 0);
}

/// The slots of the dynamic value of an interface value.
std::vector<Slot> Interpreter::unbox(const Slot& type, const Slot& payload) {
  const std::uint32_t n = env_.program.types[type.bits].slots;
  if (n == 0) return {};
  if (n == 1) return {payload};
  return world_.object(payload).slots;
}

Interpreter::Flow Interpreter::make_interface(const Instruction& in) {
  const auto type = static_cast<TypeId>(in.d);
  const Slot* base = frame().slots.data() + in.b;
  const std::vector<Slot> value(base, base + env_.program.types[type].slots);
  slot(in.a + 1) = box(type, value);
  slot(in.a) = scalar(type);
  return Flow::Next;
}

Interpreter::Flow Interpreter::type_assert(const Instruction& in) {
  const Slot type = slot(in.b), payload = slot(in.b + 1);
  const auto target = static_cast<TypeId>(in.d);
  const program::RuntimeType& wanted = env_.program.types[target];
  const bool to_interface = wanted.kind == TypeKind::Interface;
  std::string missing;
  const bool ok = type.bits != 0 && (to_interface ? env_.implements(static_cast<TypeId>(type.bits),
                                                                    target, &missing)
                                                  : type.bits == target);
  if (!ok && in.e < 0) {
    const std::string dynamic = type.bits == 0 ? "nil" : env_.program.types[type.bits].name;
    std::string message = "interface conversion: ";
    if (to_interface) {
      const std::string bare = missing.substr(missing.rfind('.') + 1);
      message += type.bits == 0 ? "interface is nil, not " + wanted.name
                                : dynamic + " is not " + wanted.name + ": missing method " + bare;
    } else {
      const std::string from = in.c > 0 ? env_.program.types[in.c].name : "interface {}";
      message += from + " is " + dynamic + ", not " + wanted.name;
      if (dynamic == wanted.name) message += " (types from different scopes)";
    }
    Object error;  // runtime.TypeAssertionError: its one field is the text
    error.kind = Object::Kind::Cells;
    error.type = env_.program.types[env_.assertion_error].element;
    error.site = current_site();
    error.slots = {string_slot(message)};
    panic_value(scalar(env_.assertion_error), make_ref(world_.add_object(std::move(error)), 0));
    return Flow::Stay;
  }
  const std::int32_t n = static_cast<std::int32_t>(wanted.slots);
  if (!ok) {
    for (std::int32_t i = 0; i < n && in.a >= 0; ++i) slot(in.a + i) = {};
  } else if (to_interface) {
    if (in.a >= 0) {
      slot(in.a) = type;
      slot(in.a + 1) = payload;
    }
  } else if (in.a >= 0) {
    const std::vector<Slot> value = unbox(type, payload);
    for (std::int32_t i = 0; i < n; ++i) slot(in.a + i) = value[static_cast<std::size_t>(i)];
  }
  if (in.e >= 0) slot(in.e) = scalar(ok ? 1 : 0);
  return Flow::Next;
}

/// ==; sets `panicked` where an interface holds a value that cannot be compared.
bool Interpreter::equal(TypeId type, std::span<const Slot> a, std::span<const Slot> b,
                        bool& panicked) {
  const program::RuntimeType& t = env_.program.types[type];
  switch (t.kind) {
    case TypeKind::Float32:
    case TypeKind::Float64:
      return float_of(t.kind, a[0].bits) == float_of(t.kind, b[0].bits);
    case TypeKind::Complex64:
    case TypeKind::Complex128:
      return float_of(t.kind, a[0].bits) == float_of(t.kind, b[0].bits) &&
             float_of(t.kind, a[1].bits) == float_of(t.kind, b[1].bits);
    case TypeKind::Array: {
      const std::uint32_t n = env_.program.types[t.element].slots;
      for (std::int64_t i = 0; i < t.length; ++i) {
        const auto at = static_cast<std::size_t>(i) * n;
        if (!equal(t.element, a.subspan(at, n), b.subspan(at, n), panicked) || panicked) return false;
      }
      return true;
    }
    case TypeKind::Struct:
      for (const program::Field& f : t.fields) {
        if (f.name == "_") continue;
        const std::uint32_t n = env_.program.types[f.type].slots;
        if (!equal(f.type, a.subspan(f.offset, n), b.subspan(f.offset, n), panicked) || panicked) {
          return false;
        }
      }
      return true;
    case TypeKind::Interface: {
      if (a[0].bits != b[0].bits) return false;
      if (a[0].bits == 0) return true;
      const auto dynamic = static_cast<TypeId>(a[0].bits);
      if (!env_.program.types[dynamic].comparable) {
        panic_runtime("comparing uncomparable type " + env_.program.types[dynamic].name);
        panicked = true;
        return false;
      }
      return equal(dynamic, unbox(a[0], a[1]), unbox(b[0], b[1]), panicked);
    }
    default:
      return t.slots == 0 || a[0] == b[0];
  }
}

}  // namespace model::runtime
