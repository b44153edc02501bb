// Objects, scopes, names.

#include "model/types/object.hpp"

#include <algorithm>

#include "model/types/type_string.hpp"

namespace model::types {

namespace {

/// First letter upper case. Beyond ASCII: the letters of Latin-1, Greek and Cyrillic.
bool starts_upper(std::string_view name) {
  if (name.empty()) return false;
  const auto lead = static_cast<unsigned char>(name[0]);
  if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
  if (name.size() < 2 || lead < 0xC3 || lead > 0xD1) return false;
  const std::uint32_t rune = (lead & 0x1Fu) << 6 | (static_cast<unsigned char>(name[1]) & 0x3Fu);
  if (rune >= 0xC0 && rune <= 0xDE) return rune != 0xD7;
  if (rune >= 0x100 && rune <= 0x137) return rune % 2 == 0;
  if (rune >= 0x139 && rune <= 0x148) return rune % 2 == 1;
  if (rune >= 0x14A && rune <= 0x177) return rune % 2 == 0;
  if (rune >= 0x386 && rune <= 0x3AB) return rune != 0x390;
  return rune >= 0x400 && rune <= 0x42F;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool equal_fold(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool Object::exported() const { return starts_upper(name); }

std::string Object::unique_id() const {
  if (exported()) return name;
  return (package != nullptr && !package->path.empty() ? package->path : "_") + "." + name;
}

bool Object::same_id(const Package* from, std::string_view other_name, bool fold_case) const {
  if (fold_case && equal_fold(name, other_name)) return true;
  if (name != other_name) return false;
  if (exported()) return true;
  if (package == nullptr || from == nullptr) return package == from;
  return package == from || package->path == from->path;
}

const BuiltinInfo& builtin_info(BuiltinId id) {
  static const BuiltinInfo table[] = {
#define X(id, name, nargs, variadic, kind) {name, nargs, variadic, BuiltinUse::kind},
#include "model/types/builtin.def"
  };
  return table[static_cast<std::size_t>(id)];
}

Object* Scope::insert(Object* object) {
  if (object->name == "_") return nullptr;
  const auto [entry, is_new] = objects_.try_emplace(object->name, object);
  if (!is_new) return entry->second;
  ordered_.push_back(object);
  if (object->parent == nullptr) object->parent = this;
  return nullptr;
}

Object* Scope::lookup(std::string_view name) const {
  const auto found = objects_.find(std::string(name));
  return found == objects_.end() ? nullptr : found->second;
}

Object* Scope::lookup_parent(std::string_view name, Position at, Scope** where) const {
  const std::string key(name);
  for (const Scope* s = this; s != nullptr; s = s->parent) {
    const auto found = s->objects_.find(key);
    if (found == s->objects_.end()) continue;
    Object* object = found->second;
    if (at.valid() && object->scope_position.valid() && at < object->scope_position) continue;
    if (where != nullptr) *where = const_cast<Scope*>(s);
    return object;
  }
  return nullptr;
}

std::vector<Object*> Scope::sorted() const {
  std::vector<Object*> result = ordered_;
  std::sort(result.begin(), result.end(),
            [](const Object* a, const Object* b) { return a->name < b->name; });
  return result;
}

bool Scope::is_inside(const Scope* outer) const {
  for (const Scope* s = this; s != nullptr; s = s->parent) {
    if (s == outer) return true;
  }
  return false;
}

std::vector<TypeParam*> enclosing_type_params(const Scope* scope) {
  std::vector<TypeParam*> result;
  for (; scope != nullptr && scope->parent != nullptr; scope = scope->parent) {
    for (const Object* o : scope->ordered()) {
      if (!is<TypeName>(o)) continue;
      if (auto* p = try_as<TypeParam>(o->type)) result.push_back(p);
    }
  }
  return result;
}

std::string full_name(const Func* function) {
  const std::string package = function->package != nullptr ? function->package->name + "." : "";
  const auto* signature = static_cast<const Signature*>(function->type);
  if (signature == nullptr || signature->recv == nullptr) return package + function->name;
  const Type* recv = unalias(signature->recv->type);
  std::string result = "(";
  if (const auto* pointer = try_as<Pointer>(recv)) {
    result += '*';
    recv = unalias(pointer->elem);
  }
  if (const auto* named = try_as<Named>(recv)) {
    if (named->obj->package != nullptr) result += named->obj->package->name + ".";
    result += named->obj->name;
  } else {
    result += type_string(recv, nullptr);
  }
  return result + ")." + function->name;
}

}  // namespace model::types
