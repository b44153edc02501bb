// Type identity (Go spec, "Type identity").

#include "model/types/object.hpp"
#include "model/types/relations.hpp"
#include "model/types/term.hpp"
#include "model/types/type.hpp"

namespace model::types {

namespace {

/// Interfaces under comparison: a pair met again is taken as identical.
struct InterfacePair {
  const Interface *x, *y;
  const InterfacePair* outer;
};

/// Type parameters of two generic signatures under comparison, one standing for the other.
struct Renaming {
  const std::vector<TypeParam*>*x, *y;
  const Renaming* outer;
};

class Comparer {
 public:
  explicit Comparer(bool ignore_tags) : ignore_tags_(ignore_tags) {}

  bool same(const Type* x, const Type* y, const InterfacePair* pairs) {
    if (x == nullptr || y == nullptr) return x == y;
    x = unalias(x);
    y = unalias(y);
    if (x == y) return true;
    if (x->kind != y->kind) return false;
    switch (x->kind) {
      case TypeKind::Basic:
        return as<Basic>(x)->basic == as<Basic>(y)->basic;
      case TypeKind::Array: {
        const auto *a = as<Array>(x), *b = as<Array>(y);
        return (a->len < 0 || b->len < 0 || a->len == b->len) && same(a->elem, b->elem, pairs);
      }
      case TypeKind::Slice:
        return same(as<Slice>(x)->elem, as<Slice>(y)->elem, pairs);
      case TypeKind::Pointer:
        return same(as<Pointer>(x)->elem, as<Pointer>(y)->elem, pairs);
      case TypeKind::Map:
        return same(as<Map>(x)->key, as<Map>(y)->key, pairs) &&
               same(as<Map>(x)->elem, as<Map>(y)->elem, pairs);
      case TypeKind::Chan:
        return as<Chan>(x)->dir == as<Chan>(y)->dir &&
               same(as<Chan>(x)->elem, as<Chan>(y)->elem, pairs);
      case TypeKind::Struct:
        return same_struct(as<Struct>(x), as<Struct>(y), pairs);
      case TypeKind::Tuple:
        return same_tuple(as<Tuple>(x), as<Tuple>(y), pairs);
      case TypeKind::Signature:
        return same_signature(as<Signature>(x), as<Signature>(y), pairs);
      case TypeKind::Union: {
        const TermSet a = term_set(const_cast<Union*>(as<Union>(x)));
        const TermSet b = term_set(const_cast<Union*>(as<Union>(y)));
        return is_subset(a, b) && is_subset(b, a);
      }
      case TypeKind::Interface:
        return same_interface(as<Interface>(x), as<Interface>(y), pairs);
      case TypeKind::Named: {
        const auto *a = as<Named>(x), *b = as<Named>(y);
        if (a->origin != b->origin || a->type_args.size() != b->type_args.size()) return false;
        for (std::size_t i = 0; i < a->type_args.size(); ++i) {
          if (!same(a->type_args[i], b->type_args[i], pairs)) return false;
        }
        return true;
      }
      case TypeKind::TypeParam:
        return renamed(as<TypeParam>(x), as<TypeParam>(y));
      case TypeKind::Alias:
        return false;
    }
    return false;
  }

 private:
  bool ignore_tags_;
  const Renaming* renamings_ = nullptr;

  bool renamed(const TypeParam* x, const TypeParam* y) const {
    for (const Renaming* r = renamings_; r != nullptr; r = r->outer) {
      for (std::size_t i = 0; i < r->x->size(); ++i) {
        if ((*r->x)[i] == x || (*r->y)[i] == y) return (*r->x)[i] == x && (*r->y)[i] == y;
      }
    }
    return false;
  }

  bool same_struct(const Struct* x, const Struct* y, const InterfacePair* pairs) {
    if (x->fields.size() != y->fields.size()) return false;
    for (std::size_t i = 0; i < x->fields.size(); ++i) {
      const Var *f = x->fields[i], *g = y->fields[i];
      if (f->embedded != g->embedded || (!ignore_tags_ && x->tag(i) != y->tag(i)) ||
          !f->same_id(g->package, g->name) || !same(f->type, g->type, pairs)) {
        return false;
      }
    }
    return true;
  }

  bool same_tuple(const Tuple* x, const Tuple* y, const InterfacePair* pairs) {
    if (x->size() != y->size()) return false;
    for (std::size_t i = 0; i < x->size(); ++i) {
      if (!same(x->vars[i]->type, y->vars[i]->type, pairs)) return false;
    }
    return true;
  }

  bool same_signature(const Signature* x, const Signature* y, const InterfacePair* pairs) {
    if (x->type_params.size() != y->type_params.size() || x->variadic != y->variadic) return false;
    const Renaming renaming{&x->type_params, &y->type_params, renamings_};
    const Renaming* outer = renamings_;
    if (!x->type_params.empty()) renamings_ = &renaming;
    bool result = true;
    for (std::size_t i = 0; result && i < x->type_params.size(); ++i) {
      result = same(x->type_params[i]->bound, y->type_params[i]->bound, pairs);
    }
    result = result && same(x->params, y->params, pairs) && same(x->results, y->results, pairs);
    renamings_ = outer;
    return result;
  }

  bool same_interface(const Interface* x, const Interface* y, const InterfacePair* pairs) {
    const TypeSet& a = type_set(const_cast<Interface*>(x));
    const TypeSet& b = type_set(const_cast<Interface*>(y));
    if (a.comparable != b.comparable || a.methods.size() != b.methods.size() ||
        !is_subset(term_set(a), term_set(b)) || !is_subset(term_set(b), term_set(a))) {
      return false;
    }
    for (const InterfacePair* p = pairs; p != nullptr; p = p->outer) {
      if ((p->x == x && p->y == y) || (p->x == y && p->y == x)) return true;
    }
    const InterfacePair here{x, y, pairs};
    for (std::size_t i = 0; i < a.methods.size(); ++i) {
      const Func *f = a.methods[i], *g = b.methods[i];
      if (!f->same_id(g->package, g->name) || !same(f->type, g->type, &here)) return false;
    }
    return true;
  }
};

std::uint64_t mix(std::uint64_t h, std::uint64_t x) {
  h = (h ^ x) * 0xFF51AFD7ED558CCDu;
  return h ^ (h >> 32);
}

std::uint64_t hash(const Type* t, int depth) {
  t = unalias(t);
  if (t == nullptr) return 0;
  auto h = static_cast<std::uint64_t>(t->kind) + 1;
  if (depth > 6) return h;
  switch (t->kind) {
    case TypeKind::Basic:
      return mix(h, static_cast<std::uint64_t>(as<Basic>(t)->basic));
    case TypeKind::Named: {
      const auto* named = as<Named>(t);
      h = mix(h, named->origin->id);
      for (const char c : named->obj->name) h = mix(h, static_cast<unsigned char>(c));
      for (const Type* arg : named->type_args) h = mix(h, hash(arg, depth + 1));
      return h;
    }
    case TypeKind::Pointer:
      return mix(h, hash(as<Pointer>(t)->elem, depth + 1));
    case TypeKind::Slice:
      return mix(h, hash(as<Slice>(t)->elem, depth + 1));
    case TypeKind::Array:
      return mix(h, hash(as<Array>(t)->elem, depth + 1));  // length may be unknown
    case TypeKind::Map:
      return mix(mix(h, hash(as<Map>(t)->key, depth + 1)), hash(as<Map>(t)->elem, depth + 1));
    case TypeKind::Chan:
      return mix(mix(h, static_cast<std::uint64_t>(as<Chan>(t)->dir)),
                 hash(as<Chan>(t)->elem, depth + 1));
    case TypeKind::Struct:
      return mix(h, as<Struct>(t)->fields.size());
    case TypeKind::Tuple:
      for (const Var* v : as<Tuple>(t)->vars) h = mix(h, hash(v->type, depth + 1));
      return h;
    case TypeKind::Signature:
      // Type parameters of generic signatures may be renamed.
      if (!as<Signature>(t)->type_params.empty()) return h;
      return mix(mix(h, hash(as<Signature>(t)->params, depth + 1)),
                 hash(as<Signature>(t)->results, depth + 1));
    case TypeKind::TypeParam:
      return mix(h, t->id);
    case TypeKind::Interface:
    case TypeKind::Union:
    case TypeKind::Alias:
      return h;
  }
  return h;
}

}  // namespace

bool identical(const Type* x, const Type* y) { return Comparer(false).same(x, y, nullptr); }
bool identical_ignore_tags(const Type* x, const Type* y) {
  return Comparer(true).same(x, y, nullptr);
}
std::uint64_t type_hash(const Type* t) { return hash(t, 0); }

}  // namespace model::types
