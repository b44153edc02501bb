// Run-time types: layouts, names, identity.

#include <algorithm>
#include <cassert>

#include "model/lower/type_table.hpp"

#include "model/types/lookup.hpp"
#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/type_string.hpp"

namespace model::lower {

using program::TypeId;
using program::TypeKind;

namespace {

/// More than the run time makes an object of (kSlotLimit): types that are larger have as many.
constexpr std::uint32_t kMostSlots = 1U << 30;

TypeKind basic_kind(const types::Basic* b) {
  using types::BasicKind;
  switch (b->basic) {
    case BasicKind::Bool:
    case BasicKind::UntypedBool:
      return TypeKind::Bool;
    case BasicKind::Int:
    case BasicKind::UntypedInt:
      return TypeKind::Int;
    case BasicKind::Int8:
      return TypeKind::Int8;
    case BasicKind::Int16:
      return TypeKind::Int16;
    case BasicKind::Int32:
    case BasicKind::UntypedRune:
      return TypeKind::Int32;
    case BasicKind::Int64:
      return TypeKind::Int64;
    case BasicKind::Uint:
      return TypeKind::Uint;
    case BasicKind::Uint8:
      return TypeKind::Uint8;
    case BasicKind::Uint16:
      return TypeKind::Uint16;
    case BasicKind::Uint32:
      return TypeKind::Uint32;
    case BasicKind::Uint64:
      return TypeKind::Uint64;
    case BasicKind::Uintptr:
      return TypeKind::Uintptr;
    case BasicKind::Float32:
      return TypeKind::Float32;
    case BasicKind::Float64:
    case BasicKind::UntypedFloat:
      return TypeKind::Float64;
    case BasicKind::Complex64:
      return TypeKind::Complex64;
    case BasicKind::Complex128:
    case BasicKind::UntypedComplex:
      return TypeKind::Complex128;
    case BasicKind::String:
    case BasicKind::UntypedString:
      return TypeKind::String;
    case BasicKind::UnsafePointer:
    case BasicKind::UntypedNil:
      return TypeKind::UnsafePointer;
    case BasicKind::Invalid:
      break;
  }
  return TypeKind::None;
}

}  // namespace

TypeTable::TypeTable(program::Program& program) : program_(program) {
  if (program_.types.empty()) program_.types.emplace_back();
  types_.resize(program_.types.size(), nullptr);
}

program::MethodId TypeTable::method_id(const types::Func* method) {
  return method_id(method->unique_id());
}

program::MethodId TypeTable::method_id(const std::string& unique_id) {
  const auto [at, is_new] =
      method_ids_.emplace(unique_id, static_cast<program::MethodId>(program_.method_names.size()));
  if (is_new) program_.method_names.push_back(unique_id);
  return at->second;
}

program::TypeId TypeTable::id(types::Type* t) {
  ++depth_;
  const TypeId id = laid_out(t);
  --depth_;
  // What pointers and the like refer to may lead back to a type whose layout is not known yet: when all layouts are.
  while (depth_ == 0 && !incomplete_.empty()) {
    const TypeId next = incomplete_.back();
    incomplete_.pop_back();
    complete(next);
  }
  return id;
}

/// The type with its kind, slots and fields.
program::TypeId TypeTable::laid_out(types::Type* t) {
  t = types::unalias(t);
  const std::uint64_t hash = types::type_hash(t);
  for (const TypeId known : by_hash_[hash]) {
    if (types::identical(types_[known], t)) return known;
  }
  const auto id = static_cast<TypeId>(program_.types.size());
  by_hash_[hash].push_back(id);
  program_.types.emplace_back();
  types_.resize(id + 1, nullptr);
  types_[id] = t;
  program::RuntimeType r;
  r.name = types::runtime_type_string(t);
  r.named = t->kind == types::TypeKind::Named;
  r.comparable = types::comparable(t);
  types::Type* u = types::underlying(t);
  switch (u->kind) {
    case types::TypeKind::Basic:
      r.kind = basic_kind(types::as<types::Basic>(u));
      r.slots = r.kind == TypeKind::Complex64 || r.kind == TypeKind::Complex128 ? 2 : 1;
      break;
    case types::TypeKind::Pointer:
      r.kind = TypeKind::Pointer;
      r.slots = 1;
      break;
    case types::TypeKind::Slice:
      r.kind = TypeKind::Slice;
      r.slots = 3;
      break;
    case types::TypeKind::Map:
      r.kind = TypeKind::Map;
      r.slots = 1;
      break;
    case types::TypeKind::Chan:
      r.kind = TypeKind::Chan;
      r.slots = 1;
      break;
    case types::TypeKind::Signature:
      r.kind = TypeKind::Func;
      r.slots = 1;
      break;
    case types::TypeKind::Interface:
      r.kind = TypeKind::Interface;
      r.slots = 2;
      break;
    case types::TypeKind::Array: {
      r.kind = TypeKind::Array;
      auto* a = types::as<types::Array>(u);
      r.element = this->id(a->elem);
      r.length = a->len;
      const std::uint64_t element = program_.types[r.element].slots;
      const bool too_large =
          element != 0 && static_cast<std::uint64_t>(a->len) > kMostSlots / element;
      r.slots = too_large
                    ? kMostSlots
                    : static_cast<std::uint32_t>(a->len) * static_cast<std::uint32_t>(element);
      break;
    }
    case types::TypeKind::Struct: {
      r.kind = TypeKind::Struct;
      for (types::Var* f : types::as<types::Struct>(u)->fields) {
        program::Field field;
        field.name = f->name;
        field.type = this->id(f->type);
        field.offset = r.slots;
        field.embedded = f->embedded;
        field.exported = f->exported();
        r.slots = std::min(r.slots + program_.types[field.type].slots, kMostSlots);
        r.fields.push_back(std::move(field));
      }
      break;
    }
    case types::TypeKind::Tuple:
      r.kind = TypeKind::Struct;
      for (types::Var* v : types::as<types::Tuple>(u)->vars) {
        program::Field field;
        field.type = this->id(v->type);
        field.offset = r.slots;
        r.slots = std::min(r.slots + program_.types[field.type].slots, kMostSlots);
        r.fields.push_back(std::move(field));
      }
      break;
    case types::TypeKind::Named:
    case types::TypeKind::Alias:
    case types::TypeKind::Union:
    case types::TypeKind::TypeParam:
      assert(false && "no run-time type");
      break;
  }
  program_.types[id] = std::move(r);
  incomplete_.push_back(id);
  return id;
}

/// What a type refers to: elements, keys, signatures.
void TypeTable::complete(TypeId id) {
  types::Type* u = types::underlying(types_[id]);
  switch (u->kind) {
    case types::TypeKind::Pointer:
      program_.types[id].element = this->id(types::as<types::Pointer>(u)->elem);
      break;
    case types::TypeKind::Slice:
      program_.types[id].element = this->id(types::as<types::Slice>(u)->elem);
      break;
    case types::TypeKind::Map: {
      const TypeId key = this->id(types::as<types::Map>(u)->key);
      const TypeId element = this->id(types::as<types::Map>(u)->elem);
      program_.types[id].key = key;
      program_.types[id].element = element;
      break;
    }
    case types::TypeKind::Chan: {
      const auto* c = types::as<types::Chan>(u);
      program_.types[id].element = this->id(c->elem);
      program_.types[id].direction = c->dir == types::ChanDir::Both ? 3 : c->dir == types::ChanDir::Send ? 1 : 2;
      break;
    }
    case types::TypeKind::Interface: {
      std::vector<program::Method> methods;
      for (types::Func* m : types::type_set(types::as<types::Interface>(u)).methods) {
        program::Method method;
        method.name = method_id(m);
        auto* s = m->signature();
        method.signature = this->id(s);
        methods.push_back(method);
      }
      program_.types[id].methods = std::move(methods);
      break;
    }
    default:
      break;
  }
}

}  // namespace model::lower
