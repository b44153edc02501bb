// Assignability and convertibility (Go spec, "Assignability", "Conversions").

#include <algorithm>

#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"

namespace model::types {

namespace {

/// Calls f for each specific type of a type parameter; false if there is none.
template <typename F>
bool each_term(TypeParam* parameter, F f) {
  const TypeSet& set = type_set(interface_of(parameter));
  return set.has_terms() && std::all_of(set.terms.begin(), set.terms.end(),
                                        [&f](const Term& term) { return f(term.type); });
}

/// Puts a line above the cause found further in.
void prepend(const Cause& cause, const std::string& line) {
  if (cause.text == nullptr) return;
  *cause.text = cause.text->empty() ? line : line + "\n\t" + *cause.text;
}

}  // namespace

Type* implicit_type(const Operand& x, Type* t, constant::Value* rounded) {
  if (x.mode == Mode::Invalid || is_typed(x.type) || !is_valid(t)) return x.type;
  if (is_untyped(t)) return max_type(x.type, t);
  if (x.is_nil() || is_untyped_nil(x.type)) return has_nil(t) ? t : nullptr;
  Type* u = underlying(t);
  if (auto* b = try_as<Basic>(u)) {
    if (x.mode == Mode::Constant) return constant::representable(x.value, b, rounded) ? t : nullptr;
    switch (as<Basic>(x.type)->basic) {
      case BasicKind::UntypedBool:
        return is_boolean(t) ? t : nullptr;
      case BasicKind::UntypedInt:
      case BasicKind::UntypedRune:
      case BasicKind::UntypedFloat:
      case BasicKind::UntypedComplex:
        return is_numeric(t) ? t : nullptr;
      case BasicKind::UntypedString:
        return is_string(t) ? t : nullptr;
      default:
        return nullptr;
    }
  }
  if (auto* interface = try_as<Interface>(u)) {
    if (is_type_param(t)) {
      const bool all = all_in_type_set(t, [&x](Type*, Type* term) {
        return term != nullptr && implicit_type(x, term) != nullptr;
      });
      return all ? t : nullptr;
    }
    return type_set(interface).is_all() ? default_type(x.type) : nullptr;
  }
  return nullptr;
}

bool assignable_to(const Operand& x, Type* t, Cause cause) {
  if (x.mode == Mode::Invalid || !is_valid(t) || !is_valid(x.type)) return true;
  Type* original = t;
  Type* v = unalias(x.type);
  t = unalias(t);
  if (identical(v, t)) return true;
  Type* vu = underlying(v);
  Type* tu = underlying(t);
  auto* vp = try_as<TypeParam>(v);
  auto* tp = try_as<TypeParam>(t);
  if (is_untyped(vu)) {
    if (tp != nullptr) {
      return each_term(tp, [&x](Type* term) { return implicit_type(x, term) != nullptr; }) ||
             (x.is_nil() && has_nil(t));
    }
    return implicit_type(x, t) != nullptr;
  }
  if (identical(vu, tu) && (!is_named(v) || !is_named(t)) && vp == nullptr && tp == nullptr) {
    return true;
  }
  if ((is<Interface>(tu) && tp == nullptr) || is_pointer_to_interface(tu)) {
    if (implements(v, original, false, cause)) return true;
    if (vp == nullptr) return false;
    if (cause.text != nullptr) cause.text->clear();
  }
  if (is<Interface>(vu) && vp == nullptr && implements(t, v)) {
    if (cause.text != nullptr) *cause.text = "need type assertion";
    return false;
  }
  if (auto* vc = try_as<Chan>(vu); vc != nullptr && vc->dir == ChanDir::Both) {
    if (auto* tc = try_as<Chan>(tu); tc != nullptr && identical(vc->elem, tc->elem)) {
      return !is_named(v) || !is_named(t);
    }
  }
  const auto text = [&cause](Type* y) { return type_string(y, cause.current); };
  if (!is_named(v) && tp != nullptr) {
    return each_term(tp, [&](Type* term) {
      if (assignable_to(x, term, cause)) return true;
      prepend(cause,
              "cannot assign " + text(x.type) + " to " + text(term) + " (in " + text(tp) + ")");
      return false;
    });
  }
  if (vp != nullptr && !is_named(t)) {
    return each_term(vp, [&](Type* term) {
      Operand y = x;
      y.type = term;
      if (assignable_to(y, t, cause)) return true;
      prepend(cause, "cannot assign " + text(term) + " (in " + text(vp) + ") to " + text(original));
      return false;
    });
  }
  return false;
}

bool type_assignable_to(Type* v, Type* t) {
  Operand x;
  x.mode = is_untyped_nil(v) ? Mode::NilValue : Mode::Value;
  x.type = v;
  return assignable_to(x, t);
}

bool convertible_to(const Operand& x, Type* t, Cause cause) {
  if (assignable_to(x, t, cause)) return true;
  Type* original = t;
  Type* v = unalias(x.type);
  t = unalias(t);
  Type* vu = underlying(v);
  Type* tu = underlying(t);
  auto* vp = try_as<TypeParam>(v);
  auto* tp = try_as<TypeParam>(t);
  if (vp == nullptr && tp == nullptr && identical_ignore_tags(vu, tu)) return true;
  if (auto* a = try_as<Pointer>(v)) {
    if (auto* b = try_as<Pointer>(t)) {
      if (identical_ignore_tags(underlying(a->elem), underlying(b->elem)) &&
          !is_type_param(a->elem) && !is_type_param(b->elem)) {
        return true;
      }
    }
  }
  if (is_integer_or_float(vu) && is_integer_or_float(tu)) return true;
  if (is_complex(vu) && is_complex(tu)) return true;
  if ((is_integer(vu) || is_bytes_or_runes(vu)) && is_string(tu)) return true;
  if (is_string(vu) && is_bytes_or_runes(tu)) return true;
  const auto is_address = [](Type* y) {
    const auto* b = try_as<Basic>(y);
    return is<Pointer>(y) || (b != nullptr && b->basic == BasicKind::Uintptr);
  };
  if ((is_address(vu) && is_unsafe_pointer(tu)) || (is_unsafe_pointer(vu) && is_address(tu))) {
    return true;
  }
  if (auto* slice = try_as<Slice>(vu)) {
    auto* array = try_as<Array>(tu);
    if (auto* p = try_as<Pointer>(tu)) array = under<Array>(p->elem);
    if (array != nullptr && identical(slice->elem, array->elem)) return true;
  }
  const auto text = [&cause](Type* y) { return type_string(y, cause.current); };
  const auto from = [&x](Type* y) {
    Operand copy = x;
    copy.type = y;
    return copy;
  };
  if (vp != nullptr && tp != nullptr) {
    return each_term(vp, [&](Type* a) {
      return each_term(tp, [&](Type* b) {
        if (convertible_to(from(a), b, cause)) return true;
        prepend(cause, "cannot convert " + text(a) + " (in " + text(vp) + ") to type " + text(b) +
                           " (in " + text(tp) + ")");
        return false;
      });
    });
  }
  if (vp != nullptr) {
    return each_term(vp, [&](Type* a) {
      if (convertible_to(from(a), t, cause)) return true;
      prepend(cause,
              "cannot convert " + text(a) + " (in " + text(vp) + ") to type " + text(original));
      return false;
    });
  }
  if (tp != nullptr) {
    return each_term(tp, [&](Type* b) {
      if (convertible_to(x, b, cause)) return true;
      prepend(cause,
              "cannot convert " + text(x.type) + " to type " + text(b) + " (in " + text(tp) + ")");
      return false;
    });
  }
  return false;
}

bool type_convertible_to(Type* v, Type* t) {
  Operand x;
  x.mode = is_untyped_nil(v) ? Mode::NilValue : Mode::Value;
  x.type = v;
  return convertible_to(x, t);
}

}  // namespace model::types
