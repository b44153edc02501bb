// The checker's front door, and helpers that all of its parts use.

#include "model/types/check.hpp"

#include <algorithm>
#include <cassert>

namespace model::types {

using namespace syntax;

Checker::Checker(Info& info, const base::FileSet& files, base::Diagnostics& diagnostics)
    : info_(info), files_(files), diagnostics_(diagnostics) {
  packages_["unsafe"] = universe().unsafe;
  info_.context().complete = [this](Object* object) { complete(object); };
}

Checker::~Checker() { info_.context().complete = nullptr; }

Package* Checker::check(const Source& source) {
  auto check = std::make_unique<PackageCheck>(*this, source);
  PackageCheck* c = check.get();
  checks_.push_back(std::move(check));
  check_of_[c->package()] = c;
  c->run();
  packages_[source.path] = c->package();
  return c->package();
}

bool Checker::check_body(Func* function) {
  Func* generic = function->generic();
  const auto found = check_of_.find(generic->package);
  return found == check_of_.end() || found->second->check_body(generic);
}

bool Checker::body_checked(const Func* function) const {
  const Func* generic = function->generic();
  const auto found = check_of_.find(generic->package);
  return found == check_of_.end() || found->second->body_checked(generic);
}

Package* Checker::find(const std::string& path) const {
  const auto found = packages_.find(path);
  return found == packages_.end() ? nullptr : found->second;
}

void Checker::complete(Object* object) {
  if (object->color != Color::White || object->type != nullptr) return;
  const auto found = check_of_.find(object->package);
  if (found != check_of_.end()) found->second->declare_object(object);
}

PackageCheck::PackageCheck(Checker& checker, const Source& source)
    : checker_(checker), info_(checker.info_), source_(source) {
  std::string name;
  for (const File* file : source_.files) {
    if (file->name != nullptr && name.empty()) name = file->name->name;
  }
  package_ = context().package(source_.path, name);
  package_->go_version = source_.go_version;
  instantiations_ = InstantiationGraph(package_);
}

void PackageCheck::open_scope(const Node* node) {
  env_.scope = context().scope(env_.scope, node->position, node->end);
  info_.record_scope(node, env_.scope);
}

Object* PackageCheck::lookup(std::string_view name, Scope** where) const {
  for (Scope* s = env_.scope; s != nullptr; s = s->parent) {
    if (Object* object = s->lookup(name)) {
      if (where != nullptr) *where = s;
      return object;
    }
  }
  return nullptr;
}

void PackageCheck::add_use(Object* object) {
  if (auto* func = try_as<Func>(object)) object = func->generic();
  if (env_.declaration == nullptr || declaration_of_.count(object) == 0) return;
  if (env_.declaration->use_set.insert(object).second) env_.declaration->uses.push_back(object);
}

void PackageCheck::later(std::function<void()> action) {
  delayed_.emplace_back(env_.version, std::move(action));
}

void PackageCheck::process_delayed(std::size_t from) {
  const std::uint32_t version = env_.version;
  for (std::size_t i = from; i < delayed_.size(); ++i) {  // an action may add more
    env_.version = delayed_[i].first;
    const auto action = std::move(delayed_[i].second);
    action();
  }
  delayed_.resize(from);
  env_.version = version;
}

bool PackageCheck::require_version(Position where, std::uint32_t version, const std::string& what) {
  if (allow_version(version)) return true;
  error(where, "UnsupportedFeature",
        fmt::format("{} requires go1.{} or later", what, version));
  return false;
}

void PackageCheck::error(Position where, const char* code, std::string message) {
  // What mentions an invalid operand or type follows from an error before.
  if (errors_ > 0) {
    for (const char* sign : {"invalid operand", "invalid type"}) {
      const std::size_t found = message.find(sign);
      if (found != std::string::npos && found > 0) return;
    }
  }
  ++errors_;
  constexpr std::string_view kLater = " or later";
  if (message.size() > kLater.size() && message.find("requires go1.") != std::string::npos &&
      message.compare(message.size() - kLater.size(), kLater.size(), kLater) == 0) {
    // Who set the version? A //go:build line of the file, or go.mod.
    std::string constraint;
    for (const File* file : source_.files) {
      if (file->index == where.file) constraint = file->build_constraint;
    }
    message += constraint.find("go1.") != std::string::npos
                   ? fmt::format(" (file declares //go:build go1.{})", env_.version)
                   : fmt::format(" (-lang was set to go1.{}; check go.mod)", env_.version);
  }
  if (env_.error_position.valid()) where = env_.error_position;
  if (source_.quiet) {
    ++checker_.unreported_;
    return;
  }
  // It may be about what a model lacks: a method for an interface, a field.
  for (const Package* imported : package_->imports) note_lacking(imported);
  checker_.diagnostics_.error(where, code, std::move(message));
}

/// Something was looked for in `package` and not found, or might have been.
void PackageCheck::note_lacking(const Package* package) {
  const auto found = checker_.check_of_.find(package);
  if (found != checker_.check_of_.end() && found->second->is_model()) {
    checker_.lacking_.insert(package->path);
  }
}

std::string PackageCheck::other_declaration(const Object* object) const {
  if (!object->position.valid()) return "";
  return fmt::format("\n\t{}: other declaration of {}", at(object->position), object->name);
}

Position start_of(const Expr* e) {
  while (true) {
    switch (e->kind) {
      case Kind::SliceExpr: return as<SliceExpr>(e)->lbrack;
      case Kind::FuncType: return as<FuncType>(e)->params->opening;
      case Kind::CompositeLit:
        if (as<CompositeLit>(e)->type == nullptr) return e->position;
        e = as<CompositeLit>(e)->type;
        break;
      case Kind::KeyValueExpr: e = as<KeyValueExpr>(e)->key; break;
      case Kind::SelectorExpr: e = as<SelectorExpr>(e)->x; break;
      case Kind::IndexExpr: e = as<IndexExpr>(e)->x; break;
      case Kind::TypeAssertExpr: e = as<TypeAssertExpr>(e)->x; break;
      case Kind::BinaryExpr: e = as<BinaryExpr>(e)->x; break;
      case Kind::CallExpr: e = as<CallExpr>(e)->fun; break;
      default: return e->position;
    }
  }
}

std::vector<Position> starts_of(const std::vector<Expr*>& list) {
  std::vector<Position> result;
  for (const Expr* e : list) result.push_back(start_of(e));
  return result;
}

Position middle_of(const Expr* e) {
  switch (e->kind) {
    case Kind::SliceExpr: return as<SliceExpr>(e)->lbrack;
    case Kind::IndexExpr: return as<IndexExpr>(e)->lbrack;
    case Kind::CallExpr: return as<CallExpr>(e)->lparen;
    case Kind::BinaryExpr: return as<BinaryExpr>(e)->op_position;
    case Kind::SelectorExpr: {
      Position dot = as<SelectorExpr>(e)->sel->position;
      if (dot.column > 1) --dot.column;
      return dot;
    }
    case Kind::FuncType: return as<FuncType>(e)->params->opening;
    default: return e->position;
  }
}

Type* array_of_pointer(Type* type) {
  if (auto* pointer = try_unalias<Pointer>(type)) {
    if (auto* array = under<Array>(pointer->elem)) return array;
  }
  return type;
}

std::string measure(std::size_t n, const char* unit) {
  return fmt::format("{} {}{}", n, unit, n == 1 ? "" : "s");
}

std::int64_t align_of(Type* type) {
  Type* u = underlying(type);
  if (auto* array = try_as<Array>(u)) return align_of(array->elem);
  if (auto* structure = try_as<Struct>(u)) {
    std::int64_t align = 1;
    for (const Var* field : structure->fields) align = std::max(align, align_of(field->type));
    return align;
  }
  if (is_complex(u)) return size_of(u) / 2;
  if (is<Slice>(u) || is<Interface>(u) || is_string(u)) return 8;
  return std::max<std::int64_t>(1, size_of(u));
}

std::int64_t size_of(Type* type) {
  Type* u = underlying(type);
  if (auto* array = try_as<Array>(u)) return array->len * size_of(array->elem);
  if (is<Slice>(u)) return 24;
  if (is<Interface>(u)) return 16;
  if (auto* structure = try_as<Struct>(u)) {
    std::int64_t offset = 0, last = -1;
    for (const Var* field : structure->fields) {
      const std::int64_t align = align_of(field->type);
      last = size_of(field->type);
      offset = (offset + align - 1) / align * align + last;
    }
    if (last == 0 && offset > 0) ++offset;  // a pointer to the last field must not leave the object
    const std::int64_t align = align_of(u);
    return (offset + align - 1) / align * align;
  }
  const auto* basic = try_as<Basic>(u);
  if (basic == nullptr) return 8;
  switch (basic->basic) {
    case BasicKind::Bool:
    case BasicKind::Int8:
    case BasicKind::Uint8: return 1;
    case BasicKind::Int16:
    case BasicKind::Uint16: return 2;
    case BasicKind::Int32:
    case BasicKind::Uint32:
    case BasicKind::Float32: return 4;
    case BasicKind::Complex128:
    case BasicKind::String: return 16;
    default: return 8;
  }
}

}  // namespace model::types
