#include "model/types/unifier.hpp"

#include <algorithm>
#include <map>

#include "model/types/infer.hpp"
#include "model/types/lookup.hpp"
#include "model/types/object.hpp"
#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/term.hpp"

namespace model::types {

namespace {

constexpr int kDepthLimit = 100;

Interface* as_interface(Type* t) { return is_type_param(t) ? nullptr : under<Interface>(t); }
Named* as_named(Type* t) { return try_unalias<Named>(t); }

}  // namespace

Unifier::Unifier(const Parameters& parameters, const Arguments& arguments) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    handles_[parameters[i]] =
        std::make_shared<Type*>(i < arguments.size() ? arguments[i] : nullptr);
  }
}

std::size_t Unifier::unknowns() const {
  return static_cast<std::size_t>(std::count_if(
      handles_.begin(), handles_.end(), [](const auto& h) { return *h.second == nullptr; }));
}

Arguments Unifier::inferred(const Parameters& parameters) const {
  Arguments result;
  for (const TypeParam* p : parameters) result.push_back(at(p));
  return result;
}

TypeParam* Unifier::bound(Type* t) const {
  auto* p = try_unalias<TypeParam>(t);
  return p != nullptr && handles_.count(p) != 0 ? p : nullptr;
}

bool Unifier::join(const TypeParam* x, const TypeParam* y) {
  const auto hx = handles_.at(x), hy = handles_.at(y);
  if (hx == hy) return true;
  if (*hx != nullptr && *hy != nullptr) return false;
  const auto& from = *hx != nullptr ? hy : hx;
  const auto& to = *hx != nullptr ? hx : hy;
  for (auto& entry : handles_) {
    if (entry.second == from) entry.second = to;
  }
  return true;
}

bool Unifier::unify(Type* x, Type* y, unsigned mode, const Pair* pairs) {
  struct Depth {
    int& n;
    explicit Depth(int& depth) : n(++depth) {}
    ~Depth() { --n; }
  } depth(depth_);
  if (x == nullptr || y == nullptr) return x == y;
  if (unalias(x) == unalias(y)) return true;
  if (depth_ > kDepthLimit) return false;

  // Make x the bound parameter or the literal if there is one.
  if (as_named(x) != nullptr || bound(y) != nullptr) std::swap(x, y);
  // A defined type and a literal: the underlying types must unify, unless the match is to be exact.
  // Not so for a literal interface, which may be met by methods.
  if (Named* ny = as_named(y);
      (mode & Exact) == 0 && ny != nullptr && is_type_literal(x) && !is_interface(x)) {
    y = underlying(ny);
    if (unalias(x) == unalias(y)) return true;
  }

  TypeParam *px = bound(x), *py = bound(y);
  if (px != nullptr && py != nullptr) {
    return join(px, py) || unify(at(px), at(py), mode, pairs);
  }
  if (px != nullptr) return unify_bound(px, y, mode, pairs);

  if ((mode & Exact) == 0) {
    Interface *xi = as_interface(x), *yi = as_interface(y);
    if (xi != nullptr || yi != nullptr) return unify_interfaces(x, y, xi, yi, pairs);
  }
  if (is_type_param(y)) std::swap(x, y);
  if (auto* p = try_unalias<TypeParam>(x)) {
    // Not bound: what can be known of it is its core type.
    Type* core = core_type(p);
    return core != nullptr && unify(core, y, Assign, pairs);
  }
  return unify_structure(unalias(x), unalias(y), mode, pairs);
}

bool Unifier::unify_bound(TypeParam* px, Type* y, unsigned mode, const Pair* pairs) {
  Type* x = at(px);
  if (x == nullptr) {
    set(px, y);
    return true;
  }
  if (!unify(x, y, mode, pairs)) return false;
  Interface *xi = as_interface(x), *yi = as_interface(y);
  const bool xn = as_named(x) != nullptr, yn = as_named(y) != nullptr;
  if (xi != nullptr && yi != nullptr) {
    if (xn && yn) return identical(x, y);
    if (type_set(xi).methods.size() != type_set(yi).methods.size()) return false;
  } else if (xi != nullptr || yi != nullptr) {
    return false;
  }
  if ((mode & Exact) == 0 && !xn) {
    // Prefer a defined type over a literal, and a directed channel over one that is not.
    if (yn) {
      set(px, y);
    } else if (auto* chan = under<Chan>(y); chan != nullptr && chan->dir != ChanDir::Both) {
      set(px, y);
    }
  }
  return true;
}

bool Unifier::unify_interfaces(Type* x, Type* y, Interface* xi, Interface* yi, const Pair* pairs) {
  if (xi != nullptr && yi != nullptr) {
    const TypeSet &a = type_set(xi), &b = type_set(yi);
    if (a.comparable != b.comparable || !is_subset(term_set(a), term_set(b)) ||
        !is_subset(term_set(b), term_set(a))) {
      return false;
    }
    for (const Pair* p = pairs; p != nullptr; p = p->outer) {
      if ((p->x == xi && p->y == yi) || (p->x == yi && p->y == xi)) return true;
    }
    const Pair here{xi, yi, pairs};
    // All methods of the smaller must be in the other.
    const bool swap = a.methods.size() > b.methods.size();
    const auto& fewer = swap ? b.methods : a.methods;
    const TypeSet& more = swap ? a : b;
    return std::all_of(fewer.begin(), fewer.end(), [&](Func* m) {
      Func* other = more.lookup(m->package, m->name);
      return other != nullptr && unify(m->type, other->type, Exact, &here);
    });
  }
  if (xi == nullptr) {
    xi = yi;
    y = x;
  }
  const TypeSet& set = type_set(xi);
  return std::all_of(set.methods.begin(), set.methods.end(), [&](Func* m) {
    auto* other = try_as<Func>(lookup_field_or_method(y, false, m->package, m->name).object);
    if (other == nullptr) return false;
    if (other->type == nullptr) {
      const Named* named = as_named(deref(y));
      if (named != nullptr && named->context != nullptr && named->context->complete) {
        named->context->complete(other);
      }
    }
    return other->type != nullptr && unify(m->type, other->type, Exact, pairs);
  });
}

bool Unifier::unify_tuples(Tuple* x, Tuple* y, unsigned mode, const Pair* pairs) {
  if (x->size() != y->size()) return false;
  for (std::size_t i = 0; i < x->size(); ++i) {
    if (!unify(x->vars[i]->type, y->vars[i]->type, mode, pairs)) return false;
  }
  return true;
}

bool Unifier::unify_structure(Type* x, Type* y, unsigned mode, const Pair* pairs) {
  if (x->kind != y->kind) return false;
  const unsigned inner = (mode & Assign) != 0 ? mode | Exact : mode;
  switch (x->kind) {
    case TypeKind::Basic:
      return as<Basic>(x)->basic == as<Basic>(y)->basic;
    case TypeKind::Array: {
      auto *a = as<Array>(x), *b = as<Array>(y);
      return (a->len < 0 || b->len < 0 || a->len == b->len) &&
             unify(a->elem, b->elem, inner, pairs);
    }
    case TypeKind::Slice:
      return unify(as<Slice>(x)->elem, as<Slice>(y)->elem, inner, pairs);
    case TypeKind::Pointer:
      return unify(as<Pointer>(x)->elem, as<Pointer>(y)->elem, inner, pairs);
    case TypeKind::Map:
      return unify(as<Map>(x)->key, as<Map>(y)->key, inner, pairs) &&
             unify(as<Map>(x)->elem, as<Map>(y)->elem, inner, pairs);
    case TypeKind::Chan:
      return ((mode & Exact) == 0 || as<Chan>(x)->dir == as<Chan>(y)->dir) &&
             unify(as<Chan>(x)->elem, as<Chan>(y)->elem, inner, pairs);
    case TypeKind::Struct: {
      auto *a = as<Struct>(x), *b = as<Struct>(y);
      if (a->fields.size() != b->fields.size()) return false;
      for (std::size_t i = 0; i < a->fields.size(); ++i) {
        Var *f = a->fields[i], *g = b->fields[i];
        if (f->embedded != g->embedded || a->tag(i) != b->tag(i) ||
            !f->same_id(g->package, g->name) || !unify(f->type, g->type, inner, pairs)) {
          return false;
        }
      }
      return true;
    }
    case TypeKind::Tuple:
      return unify_tuples(as<Tuple>(x), as<Tuple>(y), mode, pairs);
    case TypeKind::Signature: {
      auto *a = as<Signature>(x), *b = as<Signature>(y);
      return a->variadic == b->variadic && unify_tuples(a->params, b->params, inner, pairs) &&
             unify_tuples(a->results, b->results, inner, pairs);
    }
    case TypeKind::Interface: {
      auto *a = as<Interface>(x), *b = as<Interface>(y);
      if (type_set(a).methods.size() != type_set(b).methods.size()) return false;
      return unify_interfaces(a, b, a, b, pairs);
    }
    case TypeKind::Named: {
      auto *a = as<Named>(x), *b = as<Named>(y);
      if (a->origin != b->origin || a->type_args.size() != b->type_args.size()) return false;
      for (std::size_t i = 0; i < a->type_args.size(); ++i) {
        if (!unify(a->type_args[i], b->type_args[i], mode, pairs)) return false;
      }
      return true;
    }
    case TypeKind::Union:
      return identical(x, y);
    case TypeKind::Alias:
    case TypeKind::TypeParam:
      return false;
  }
  return false;
}

bool unify(Context&, Type* x, Type* y, const Parameters& parameters, Arguments& arguments,
           bool exact) {
  Unifier unifier(parameters, arguments);
  if (!unifier.unify(x, y, exact ? Unifier::Exact : Unifier::Inexact)) return false;
  arguments = unifier.inferred(parameters);
  return true;
}

}  // namespace model::types
