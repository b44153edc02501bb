#include "model/types/predicates.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "model/types/object.hpp"
#include "model/types/relations.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"

namespace model::types {

bool is_basic(const Type* t, int info) {
  const auto* b = under<Basic>(t);
  return b != nullptr && (b->info & info) != 0;
}

bool is_valid(const Type* t) {
  const auto* b = try_unalias<Basic>(t);
  return t != nullptr && (b == nullptr || b->basic != BasicKind::Invalid);
}
bool is_boolean(const Type* t) { return is_basic(t, IsBoolean); }
bool is_integer(const Type* t) { return is_basic(t, IsInteger); }
bool is_unsigned(const Type* t) { return is_basic(t, IsUnsigned); }
bool is_float(const Type* t) { return is_basic(t, IsFloat); }
bool is_complex(const Type* t) { return is_basic(t, IsComplex); }
bool is_numeric(const Type* t) { return is_basic(t, IsNumeric); }
bool is_string(const Type* t) { return is_basic(t, IsString); }
bool is_integer_or_float(const Type* t) { return is_basic(t, IsInteger | IsFloat); }
bool is_const_type(const Type* t) { return is_basic(t, IsConstType); }

bool all_basic(Type* t, int info) {
  if (auto* parameter = try_unalias<TypeParam>(t)) {
    const TypeSet& set = type_set(interface_of(parameter));
    return set.has_terms() && std::all_of(set.terms.begin(), set.terms.end(),
                                          [info](const Term& x) { return is_basic(x.type, info); });
  }
  return is_basic(t, info);
}

bool all_boolean(Type* t) { return all_basic(t, IsBoolean); }
bool all_integer(Type* t) { return all_basic(t, IsInteger); }
bool all_unsigned(Type* t) { return all_basic(t, IsUnsigned); }
bool all_numeric(Type* t) { return all_basic(t, IsNumeric); }
bool all_string(Type* t) { return all_basic(t, IsString); }
bool all_ordered(Type* t) { return all_basic(t, IsOrdered); }
bool all_numeric_or_string(Type* t) { return all_basic(t, IsNumeric | IsString); }

bool is_named(const Type* t) {
  t = unalias(t);
  return is<Basic>(t) || is<Named>(t) || is<TypeParam>(t);
}

bool is_type_literal(const Type* t) {
  t = unalias(t);
  return !is<Named>(t) && !is<TypeParam>(t);
}

bool is_untyped(const Type* t) {
  const auto* b = try_as<Basic>(t);
  return b != nullptr && (b->info & IsUntyped) != 0;
}
bool is_typed(const Type* t) { return !is_untyped(t); }
bool is_untyped_numeric(const Type* t) {
  return is_untyped(t) && (as<Basic>(t)->info & IsNumeric) != 0;
}
bool is_untyped_nil(const Type* t) {
  return is<Basic>(t) && as<Basic>(t)->basic == BasicKind::UntypedNil;
}

bool is_interface(const Type* t) { return under<Interface>(t) != nullptr; }
bool is_type_param(const Type* t) { return try_unalias<TypeParam>(t) != nullptr; }
bool is_non_type_param_interface(const Type* t) { return !is_type_param(t) && is_interface(t); }

bool is_generic(const Type* t) {
  if (const auto* alias = try_as<Alias>(t)) {
    if (!alias->type_params.empty() && alias->type_args.empty()) return true;
  }
  const auto* named = try_unalias<Named>(t);
  return named != nullptr && !named->is_instance() && !named->type_params.empty();
}

bool is_unsafe_pointer(const Type* t) {
  const auto* b = under<Basic>(t);
  return b != nullptr && b->basic == BasicKind::UnsafePointer;
}

bool is_bytes_or_runes(const Type* t) {
  const auto* slice = under<Slice>(t);
  const auto* b = slice == nullptr ? nullptr : under<Basic>(slice->elem);
  return b != nullptr && (b->basic == BasicKind::Uint8 || b->basic == BasicKind::Int32);
}

bool is_pointer_to_interface(const Type* t) {
  const auto* p = under<Pointer>(t);
  return p != nullptr && is_interface(p->elem);
}

bool has_nil(Type* t) {
  Type* u = underlying(t);
  switch (u->kind) {
    case TypeKind::Basic: {
      const auto kind = as<Basic>(u)->basic;
      return kind == BasicKind::UnsafePointer || kind == BasicKind::UntypedNil;
    }
    case TypeKind::Slice:
    case TypeKind::Pointer:
    case TypeKind::Signature:
    case TypeKind::Map:
    case TypeKind::Chan:
      return true;
    case TypeKind::Interface:
      return !is_type_param(t) || all_in_type_set(t, [](Type*, Type* under_term) {
        return under_term != nullptr && has_nil(under_term);
      });
    case TypeKind::Array:
    case TypeKind::Struct:
    case TypeKind::Tuple:
    case TypeKind::Union:
    case TypeKind::Named:
    case TypeKind::Alias:
    case TypeKind::TypeParam:
      return false;
  }
  return false;
}

namespace {

/// Looks for type parameters: any, or those of a list.
class ParameterFinder {
 public:
  explicit ParameterFinder(const std::vector<TypeParam*>* wanted) : wanted_(wanted) {}

  bool in(Type* t) {
    if (t == nullptr) return false;
    const auto [entry, is_new] = seen_.try_emplace(t, false);
    if (!is_new) return entry->second;
    const bool result = look(t);
    seen_[t] = result;
    return result;
  }

 private:
  const std::vector<TypeParam*>* wanted_;
  std::unordered_map<Type*, bool> seen_;

  bool in_vars(const std::vector<Var*>& vars) {
    return std::any_of(vars.begin(), vars.end(), [this](Var* v) { return in(v->type); });
  }

  bool look(Type* t) {
    switch (t->kind) {
      case TypeKind::Basic:
        return false;
      case TypeKind::Alias:
        return in(unalias(t));
      case TypeKind::Pointer:
        return in(as<Pointer>(t)->elem);
      case TypeKind::Slice:
        return in(as<Slice>(t)->elem);
      case TypeKind::Array:
        return in(as<Array>(t)->elem);
      case TypeKind::Map:
        return in(as<Map>(t)->key) || in(as<Map>(t)->elem);
      case TypeKind::Chan:
        return in(as<Chan>(t)->elem);
      case TypeKind::Struct:
        return in_vars(as<Struct>(t)->fields);
      case TypeKind::Tuple:
        return in_vars(as<Tuple>(t)->vars);
      case TypeKind::Signature:
        return in(as<Signature>(t)->params) || in(as<Signature>(t)->results);
      case TypeKind::Interface: {
        const TypeSet& set = type_set(as<Interface>(t));
        return std::any_of(set.methods.begin(), set.methods.end(),
                           [this](Func* m) { return in(m->type); }) ||
               std::any_of(set.terms.begin(), set.terms.end(),
                           [this](const Term& x) { return in(x.type); });
      }
      case TypeKind::Union: {
        const auto& terms = as<Union>(t)->terms;
        return std::any_of(terms.begin(), terms.end(),
                           [this](const Term& x) { return in(x.type); });
      }
      case TypeKind::Named: {
        auto* named = as<Named>(t);
        for (Type* arg : named->type_args) {
          if (in(arg)) return true;
        }
        if (!named->is_instance()) {
          for (TypeParam* p : named->implicit_params) {
            if (in(p)) return true;
          }
        }
        return false;
      }
      case TypeKind::TypeParam:
        return wanted_ == nullptr ||
               std::find(wanted_->begin(), wanted_->end(), t) != wanted_->end();
    }
    return false;
  }
};

}  // namespace

bool is_parameterized(const std::vector<TypeParam*>& parameters, Type* t) {
  return ParameterFinder(&parameters).in(t);
}

bool has_type_param(Type* t) { return ParameterFinder(nullptr).in(t); }

bool is_constraint_interface(Type* t) {
  if (is_type_param(t)) return false;
  auto* interface = under<Interface>(t);
  return interface != nullptr && !type_set(interface).is_method_set();
}

namespace {

bool comparable_type(Type* t, bool dynamic, std::set<Type*>& seen, std::string* cause,
                     const Package* current) {
  if (!seen.insert(t).second) return true;
  auto no = [cause](std::string why) {
    if (cause != nullptr) *cause = std::move(why);
    return false;
  };
  Type* u = underlying(t);
  switch (u->kind) {
    case TypeKind::Basic:
      return as<Basic>(u)->basic != BasicKind::UntypedNil || no("");
    case TypeKind::Pointer:
    case TypeKind::Chan:
      return true;
    case TypeKind::Struct:
      for (Var* f : as<Struct>(u)->fields) {
        if (!comparable_type(f->type, dynamic, seen, nullptr, current)) {
          return no("struct containing " + type_string(f->type, current) + " cannot be compared");
        }
      }
      return true;
    case TypeKind::Array:
      if (comparable_type(as<Array>(u)->elem, dynamic, seen, nullptr, current)) return true;
      return no(type_string(t, current) + " cannot be compared");
    case TypeKind::Interface: {
      if (dynamic && !is_type_param(t)) return true;
      const TypeSet& set = type_set(as<Interface>(u));
      if (set.all_types) {
        if (set.comparable) return true;
      } else if (set.has_terms()) {
        bool all = true;
        for (const Term& term : set.terms) {
          all = all && comparable_type(term.type, false, seen, nullptr, current);
        }
        if (all) return true;
      }
      return no(set.is_empty() ? "empty type set" : "incomparable types in type set");
    }
    case TypeKind::Slice:
    case TypeKind::Map:
    case TypeKind::Signature:
    case TypeKind::Tuple:
    case TypeKind::Union:
    case TypeKind::Named:
    case TypeKind::Alias:
    case TypeKind::TypeParam:
      return no("");
  }
  return no("");
}

}  // namespace

bool comparable(Type* t, bool dynamic, std::string* cause, const Package* current) {
  std::set<Type*> seen;
  return comparable_type(t, dynamic, seen, cause, current);
}

namespace {

bool contains_itself(Type* t, std::set<const Type*>& inside, std::set<const Type*>& done) {
  t = unalias(t);
  const bool is_defined = is<Named>(t);
  if (is_defined) {
    if (done.count(t) != 0) return false;
    // Instances may be new at each level: T[P] that contains T[[]P].
    if (!inside.insert(t).second || inside.size() > 200) return true;
  }
  bool result = false;
  if (auto* array = under<Array>(t)) {
    result = contains_itself(array->elem, inside, done);
  } else if (auto* s = under<Struct>(t)) {
    for (Var* f : s->fields) result = result || contains_itself(f->type, inside, done);
  }
  if (is_defined) {
    inside.erase(t);
    done.insert(t);
  }
  return result;
}

}  // namespace

bool has_infinite_size(Type* t) {
  std::set<const Type*> inside, done;
  return contains_itself(t, inside, done);
}

Type* default_type(Type* t) {
  if (auto* b = try_as<Basic>(t)) {
    switch (b->basic) {
      case BasicKind::UntypedBool:
        return basic(BasicKind::Bool);
      case BasicKind::UntypedInt:
        return basic(BasicKind::Int);
      case BasicKind::UntypedRune:
        return universe().rune_type;
      case BasicKind::UntypedFloat:
        return basic(BasicKind::Float64);
      case BasicKind::UntypedComplex:
        return basic(BasicKind::Complex128);
      case BasicKind::UntypedString:
        return basic(BasicKind::String);
      default:
        break;
    }
  }
  return t;
}

Type* max_type(Type* x, Type* y) {
  if (x == y) return x;
  if (is_untyped_numeric(x) && is_untyped_numeric(y)) {
    return as<Basic>(x)->basic > as<Basic>(y)->basic ? x : y;
  }
  return nullptr;
}

const char* composite_kind(const Type* t) {
  switch (underlying(t)->kind) {
    case TypeKind::Array:
      return "array";
    case TypeKind::Slice:
      return "slice";
    case TypeKind::Struct:
      return "struct";
    case TypeKind::Pointer:
      return "pointer";
    case TypeKind::Signature:
      return "func";
    case TypeKind::Interface:
      return "interface";
    case TypeKind::Map:
      return "map";
    case TypeKind::Chan:
      return "chan";
    case TypeKind::Tuple:
      return "tuple";
    case TypeKind::Union:
      return "union";
    case TypeKind::Basic:
    case TypeKind::Named:
    case TypeKind::Alias:
    case TypeKind::TypeParam:
      return "";
  }
  return "";
}

bool all_in_type_set(Type* t, const std::function<bool(Type*, Type*)>& f) {
  auto* parameter = try_unalias<TypeParam>(t);
  if (parameter == nullptr) return f(t, underlying(t));
  const TypeSet& set = type_set(interface_of(parameter));
  if (!set.has_terms()) return f(nullptr, nullptr);
  for (const Term& term : set.terms) {
    if (!f(term.type, underlying(term.type))) return false;
  }
  return true;
}

Type* common_under(Type* t, std::string* cause, const Package* current) {
  Type *common_type = nullptr, *common = nullptr;
  auto no = [&](std::string why) {
    if (cause != nullptr) *cause = std::move(why);
    common = nullptr;
    return false;
  };
  auto text = [current](Type* x) { return type_string(x, current); };
  all_in_type_set(t, [&](Type* term, Type* u) {
    if (u == nullptr) return no("no specific type");
    if (common == nullptr) {
      common_type = term;
      common = u;
      return true;
    }
    auto* seen_chan = try_as<Chan>(common);
    auto* chan = try_as<Chan>(u);
    if (seen_chan != nullptr && chan != nullptr) {
      if (!identical(seen_chan->elem, chan->elem)) {
        return no("channels " + text(common_type) + " and " + text(term) +
                  " have different element types");
      }
      if (seen_chan->dir == chan->dir) return true;
      if (seen_chan->dir == ChanDir::Both) {
        common_type = term;
        common = u;
      } else if (chan->dir != ChanDir::Both) {
        return no("channels " + text(common_type) + " and " + text(term) +
                  " have conflicting directions");
      }
      return true;
    }
    if (!identical(common, u)) {
      return no(text(common_type) + " and " + text(term) + " have different underlying types");
    }
    return true;
  });
  return common;
}

Type* core_type(Type* t) { return common_under(t); }

Type* core_string(Type* t) {
  if (!is_type_param(t)) return underlying(t);
  Type* common = nullptr;
  bool has_string = false, ok = true;
  all_in_type_set(t, [&](Type*, Type* u) {
    if (u == nullptr) return ok = false;
    if (is_string(u)) {
      has_string = true;
      return true;
    }
    if (common != nullptr && !identical(common, u)) return ok = false;
    common = u;
    return true;
  });
  if (!ok) return nullptr;
  if (has_string)
    return common == nullptr || is_bytes_or_runes(common) ? basic(BasicKind::String) : nullptr;
  return common;
}

Type* deref(Type* t, bool* was_pointer) {
  auto* p = try_unalias<Pointer>(t);
  if (was_pointer != nullptr) *was_pointer = p != nullptr;
  if (p == nullptr) return t;
  return p->elem != nullptr ? p->elem : invalid_type();
}

}  // namespace model::types
