#include "model/types/info.hpp"

#include "model/types/universe.hpp"

namespace model::types {

namespace {

template <typename T>
T at(const std::vector<T>& table, syntax::NodeId id) {
  return id < table.size() ? table[id] : T{};
}

template <typename T>
void put(std::vector<T>& table, syntax::NodeId id, T value) {
  if (id >= table.size()) table.resize(id + id / 2 + 64);
  table[id] = std::move(value);
}

template <typename T>
const T* find_in(const std::unordered_map<syntax::NodeId, T>& table, syntax::NodeId id) {
  const auto found = table.find(id);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace

const TypeAndValue& Info::type_and_value(const syntax::Node* x) const {
  static const TypeAndValue none;
  return x->id < types_.size() ? types_[x->id] : none;
}

Type* Info::type_of(const syntax::Expr* x) const {
  if (const TypeAndValue& tv = type_and_value(x); tv.type != nullptr) return tv.type;
  if (const auto* id = syntax::try_as<syntax::Ident>(x)) {
    if (const Object* object = object_of(id)) return object->type;
  }
  return nullptr;
}

void Info::record(const syntax::Node* x, TypeAndValue tv) { put(types_, x->id, std::move(tv)); }

Object* Info::def(const syntax::Ident* id) const { return at(defs_, id->id); }
Object* Info::use(const syntax::Ident* id) const { return at(uses_, id->id); }
Object* Info::object_of(const syntax::Ident* id) const {
  Object* object = def(id);
  return object != nullptr ? object : use(id);
}
void Info::record_def(const syntax::Ident* id, Object* object) { put(defs_, id->id, object); }
void Info::record_use(const syntax::Ident* id, Object* object) { put(uses_, id->id, object); }

Object* Info::implicit(const syntax::Node* node) const { return at(implicits_, node->id); }
void Info::record_implicit(const syntax::Node* node, Object* object) {
  put(implicits_, node->id, object);
}

const Selection* Info::selection(const syntax::SelectorExpr* x) const {
  return find_in(selections_, x->id);
}
void Info::record_selection(const syntax::SelectorExpr* x, Selection selection) {
  selections_.insert_or_assign(x->id, std::move(selection));
}

const Instance* Info::instance(const syntax::Ident* id) const {
  return find_in(instances_, id->id);
}
void Info::record_instance(const syntax::Ident* id, Instance instance) {
  instances_.insert_or_assign(id->id, std::move(instance));
}

Scope* Info::scope(const syntax::Node* node) const {
  Scope* const* found = find_in(scopes_, node->id);
  return found == nullptr ? nullptr : *found;
}
void Info::record_scope(const syntax::Node* node, Scope* scope) { scopes_[node->id] = scope; }

const PackageInfo* Info::find(const Package* package) const {
  for (const PackageInfo& p : packages) {
    if (p.package == package) return &p;
  }
  return nullptr;
}

}  // namespace model::types
