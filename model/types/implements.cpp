// Which types have the methods, and are in the type set, that an interface asks for (Go spec,
// "Implementing an interface", "Satisfying a type constraint").

#include "model/types/implements.hpp"

#include <algorithm>
#include <set>

#include "model/types/lookup.hpp"
#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/term.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"

namespace model::types {

namespace {

enum class Miss {
  None,
  NotFound,
  WrongName,
  Unexported,
  WrongSignature,
  Ambiguous,
  PointerReceiver,
  Field
};

Signature* complete_signature(Func* f, Type* of) {
  if (f->type == nullptr) {
    const auto* named = try_unalias<Named>(deref(of));
    if (named != nullptr && named->context != nullptr && named->context->complete) {
      named->context->complete(f);
    }
  }
  return f->signature();
}

std::string pointer_error(Type* t, const Package* current) {
  const auto* p = under<Pointer>(t);
  return "type " + type_string(t, current) +
         (is_type_param(p->elem) ? " is pointer to type parameter, not type parameter"
                                 : " is pointer to interface, not interface");
}

std::string describe(Miss miss, Type* v, Type* t, const Func* wanted, const Func* found,
                     const Package* current) {
  const std::string& name = wanted->name;
  switch (miss) {
    case Miss::None:
      return "";
    case Miss::NotFound:
      if (is_pointer_to_interface(v)) return "(" + pointer_error(v, current) + ")";
      if (is_pointer_to_interface(t)) return "(" + pointer_error(t, current) + ")";
      return "(missing method " + name + ")";
    case Miss::WrongName:
      return "(missing method " + name + ")\n\t\thave " + func_string(found, current) +
             "\n\t\twant " + func_string(wanted, current);
    case Miss::Unexported:
      return "(unexported method " + name + ")";
    case Miss::WrongSignature: {
      std::string have = func_string(found, current), want = func_string(wanted, current);
      if (have == want) {
        have = func_string(found, current, true);
        want = func_string(wanted, current, true);
      }
      if (have == want) return "(wrong type for method " + name + ")";
      return "(wrong type for method " + name + ")\n\t\thave " + have + "\n\t\twant " + want;
    }
    case Miss::Ambiguous:
      return "(ambiguous selector " + type_string(v, current) + "." + name + ")";
    case Miss::PointerReceiver:
      return "(method " + name + " has pointer receiver)";
    case Miss::Field:
      return "(" + type_string(v, current) + "." + name + " is a field, not a method)";
  }
  return "";
}

bool has_invalid_embedded_fields(Type* t, std::set<const Struct*>& seen) {
  if (auto* p = under<Pointer>(t); p != nullptr && under<Struct>(p->elem) != nullptr) t = p->elem;
  auto* s = under<Struct>(t);
  if (s == nullptr || !seen.insert(s).second) return false;
  return std::any_of(s->fields.begin(), s->fields.end(), [&seen](Var* f) {
    return f->embedded && (!is_valid(f->type) || has_invalid_embedded_fields(f->type, seen));
  });
}

}  // namespace

Func* missing_method_by(Type* v, Type* t, bool is_static, const Equivalent& equivalent, Cause cause,
                        bool* wrong_type) {
  auto* interface = under<Interface>(t);
  if (wrong_type != nullptr) *wrong_type = false;
  if (interface == nullptr) return nullptr;
  Miss miss = Miss::None;
  Func *wanted = nullptr, *found = nullptr;
  auto* v_interface = under<Interface>(v);
  for (Func* m : type_set(interface).methods) {
    wanted = m;
    found = nullptr;
    if (v_interface != nullptr) {
      found = type_set(v_interface).lookup(m->package, m->name);
      if (found == nullptr) {
        if (!is_static) continue;
        miss = Miss::NotFound;
        break;
      }
      if (!equivalent(found->type, m->type)) {
        miss = Miss::WrongSignature;
        break;
      }
      continue;
    }
    const Lookup lookup = lookup_field_or_method(v, false, m->package, m->name);
    if (lookup.object == nullptr) {
      if (!lookup.index.empty()) {
        miss = Miss::Ambiguous;
      } else if (lookup.indirect) {
        miss = Miss::PointerReceiver;
      } else {
        miss = Miss::NotFound;
        found = try_as<Func>(lookup_field_or_method(v, false, m->package, m->name, true).object);
        if (found != nullptr) {
          complete_signature(found, v);
          miss = found->name == m->name ? Miss::Unexported : Miss::WrongName;
        }
      }
      break;
    }
    found = try_as<Func>(lookup.object);
    if (found == nullptr) {
      miss = Miss::Field;
      break;
    }
    Signature* signature = complete_signature(found, v);
    if (signature == nullptr) continue;  // an error has been reported
    if (!equivalent(signature, m->type)) {
      miss = Miss::WrongSignature;
      break;
    }
  }
  if (miss == Miss::None) return nullptr;
  if (cause.text != nullptr) *cause.text = describe(miss, v, t, wanted, found, cause.current);
  if (wrong_type != nullptr)
    *wrong_type = miss == Miss::WrongSignature || miss == Miss::PointerReceiver;
  return wanted;
}

Func* missing_method(Type* v, Type* t, bool is_static, Cause cause, bool* wrong_type) {
  return missing_method_by(
      v, t, is_static, [](Type* x, Type* y) { return identical(x, y); }, cause, wrong_type);
}

bool has_all_methods(Type* v, Type* t, bool is_static, const Equivalent& equivalent, Cause cause) {
  if (!is_valid(v)) return true;
  if (missing_method_by(v, t, is_static, equivalent, cause, nullptr) == nullptr) return true;
  std::set<const Struct*> seen;
  return has_invalid_embedded_fields(v, seen);
}

namespace {

bool mentions(Type* t, Type* v) {
  if (auto* interface = try_as<Interface>(t)) {
    return std::any_of(interface->embeddeds.begin(), interface->embeddeds.end(),
                       [v](Type* e) { return mentions(e, v); });
  }
  if (auto* u = try_as<Union>(t)) {
    return std::any_of(u->terms.begin(), u->terms.end(),
                       [v](const Term& term) { return mentions(term.type, v); });
  }
  return identical(t, v);
}

}  // namespace

bool implements(Type* v, Type* t, bool constraint, Cause cause) {
  Type* vu = underlying(v);
  Type* tu = underlying(t);
  if (!is_valid(vu) || !is_valid(tu)) return true;
  if (auto* p = try_as<Pointer>(vu); p != nullptr && !is_valid(underlying(p->elem))) return true;
  const char* verb = constraint ? "satisfy" : "implement";
  const auto text = [&cause](Type* x) { return type_string(x, cause.current); };
  const auto no = [&](const std::string& detail) {
    if (cause.text != nullptr) {
      *cause.text =
          text(v) + " does not " + verb + " " + text(t) + (detail.empty() ? "" : " ") + detail;
    }
    return false;
  };
  auto* ti = try_as<Interface>(tu);
  if (ti == nullptr) {
    return no(is_pointer_to_interface(tu)
                  ? "(type " + text(t) + " is pointer to interface, not interface)"
                  : "(" + text(t) + " is not an interface)");
  }
  const TypeSet& set = type_set(ti);
  if (set.is_all()) return true;
  auto* vi = try_as<Interface>(vu);
  if (vi != nullptr && type_set(vi).is_empty()) return true;
  if (set.is_empty()) {
    if (cause.text != nullptr) {
      *cause.text = std::string("cannot ") + verb + " " + text(t) + " (empty type set)";
    }
    return false;
  }
  std::string detail;
  if (!has_all_methods(v, t, true, [](Type* x, Type* y) { return identical(x, y); },
                       {&detail, cause.current})) {
    return no(detail);
  }
  const auto check_comparable = [&] {
    if (!(set.all_types ? set.comparable
                        : std::all_of(set.terms.begin(), set.terms.end(),
                                      [](const Term& x) { return comparable(x.type, false); }))) {
      return true;
    }
    if (comparable(v, false)) return true;
    if (constraint && comparable(v, true)) return true;
    if (cause.text != nullptr) *cause.text = text(v) + " does not " + verb + " comparable";
    return false;
  };
  if (!set.has_terms()) return check_comparable();
  if (vi != nullptr) {
    if (!is_subset(term_set(type_set(vi)), term_set(set))) return no("");
    return check_comparable();
  }
  Type* alternative = nullptr;
  bool included = false;
  for (const Term& term : set.terms) {
    if (term_includes(term, v)) {
      included = true;
      break;
    }
    if (alternative == nullptr && !term.tilde && identical(term.type, underlying(term.type)) &&
        term_includes({true, term.type}, v)) {
      alternative = term.type;
    }
  }
  if (!included) {
    if (alternative != nullptr) {
      return no("(possibly missing ~ for " + text(alternative) + " in " + text(t) + ")");
    }
    if (mentions(ti, v)) {
      return no("(" + text(t) + " mentions " + text(v) + ", but " + text(v) +
                " is not in the type set of " + text(t) + ")");
    }
    return no("(" + text(v) + " missing in " + terms_string(set.terms, nullptr) + ")");
  }
  return check_comparable();
}

bool assertable_to(Type* v, Type* t, Cause cause) {
  if (is_interface(t)) return true;
  return has_all_methods(
      t, v, false, [](Type* x, Type* y) { return identical(x, y); }, cause);
}

}  // namespace model::types
