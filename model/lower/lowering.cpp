#include "model/lower/lowering.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

#include "model/library/library.hpp"
#include "model/lower/function.hpp"
#include "model/program/verify.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using program::Constant;
using program::FunctionId;
using program::TypeId;

namespace {

/// Packages whose code is about memory or the machine below; calling into them is not modelled.
bool path_is_modelled(const std::string& path) {
  static const std::set<std::string, std::less<>> kNot = {
      "reflect", "syscall", "runtime/cgo", "plugin", "os/exec", "internal/reflectlite",
      "internal/abi", "internal/poll"};
  return kNot.count(path) == 0;
}

/// runtime's names of packages: `main` for a command, and the last part of a path with its dots as %2e.
std::string symbol_of(const types::Package* package) {
  if (package->name == "main") return "main";
  std::string out = package->path;
  const std::size_t slash = out.rfind('/');
  for (std::size_t i = slash == std::string::npos ? 0 : slash + 1; i < out.size(); ++i) {
    if (out[i] == '.') out.replace(i, 1, "%2e");
  }
  return out;
}

}  // namespace

Lowering::Lowering(const package::Unit& unit, const types::Info& info, types::Checker& checker,
                   const property::Resolved& annotations)
    : unit_(unit), info_(info), checker_(checker), annotations_(annotations), types_(*program_) {
  program_->specification = annotations.specification;
  for (const auto& p : unit.packages) {
    const bool is_overlaid =
        std::ranges::any_of(p->files, [](const syntax::File* f) { return f->yields; });
    for (const syntax::File* f : p->files) {
      if (is_overlaid && !f->yields) overlay_files_.insert(f->index);
      file_version_[f->index] = f->go_version != 0 ? f->go_version : p->go_version;
      if (f->fallback) fallback_files_.insert(f->index);
      for (const syntax::CommentGroup* group : f->comments) {
        for (const syntax::Comment& c : *group) {
          if (c.text.starts_with("//go:embed ")) embedded_.insert({f->index, group->back().position.line + 1});
        }
      }
    }
  }
  for (const types::PackageInfo& p : info.packages) {
    PackageFacts f;
    f.symbol = symbol_of(p.package);
    f.has_model = !library::find(p.package->path).empty();
    f.is_modelled = f.has_model || path_is_modelled(p.package->path);
    if (const package::Package* source = unit.find(p.package->path)) {
      f.is_library = source->is_library();
      f.go_version = source->go_version != 0 ? source->go_version : 26;
    }
    f.untracked = f.is_library && f.has_model && !library::accesses_count(p.package->path);
    facts_[p.package] = f;
  }
}

const PackageFacts& Lowering::facts(const types::Package* package) const {
  static const PackageFacts none;
  const auto found = facts_.find(package);
  return found == facts_.end() ? none : found->second;
}

bool Lowering::is_modelled(const types::Func* f) const {
  if (f->package == nullptr || overlay_files_.count(f->position.file) != 0) return true;
  return facts(f->package).is_modelled && !f->generic()->fallback;
}

bool Lowering::lacks_values(types::Type* t) const {
  if (fallback_files_.empty()) return false;
  t = types::unalias(t);
  if (const auto* p = types::try_as<types::Pointer>(t)) return lacks_values(p->elem);
  if (const auto* s = types::try_as<types::Slice>(t)) return lacks_values(s->elem);
  const auto* named = types::try_as<types::Named>(t);
  return named != nullptr && fallback_files_.count(named->obj->position.file) != 0 && !types::is_interface(t);
}

std::uint32_t Lowering::version_of(const types::Package* package, std::uint32_t file) const {
  const auto found = file_version_.find(file);
  if (found != file_version_.end() && found->second != 0) return found->second;
  return facts(package).go_version;
}

const Analysis& Lowering::analysis(const syntax::Node* root, std::uint32_t version) {
  std::unique_ptr<Analysis>& a = analyses_[root];
  if (a == nullptr) {
    a = std::make_unique<Analysis>(analyze(info_, root, version, checker_.unreported() > 0));
  }
  return *a;
}

std::int32_t Lowering::scalar(std::uint64_t bits) {
  const auto [at, is_new] =
      scalars_.emplace(bits, static_cast<std::int32_t>(program_->constants.size()));
  if (is_new) program_->constants.push_back({Constant::Kind::Scalar, bits, {}});
  return at->second;
}

std::int32_t Lowering::text(const std::string& text) {
  const auto [at, is_new] =
      texts_.emplace(text, static_cast<std::int32_t>(program_->constants.size()));
  if (is_new) program_->constants.push_back({Constant::Kind::String, 0, text});
  return at->second;
}

std::int32_t Lowering::constants(const std::vector<Constant>& list) {
  if (list.size() == 1) {
    return list[0].kind == Constant::Kind::String ? text(list[0].text) : scalar(list[0].bits);
  }
  const auto first = static_cast<std::int32_t>(program_->constants.size());
  program_->constants.insert(program_->constants.end(), list.begin(), list.end());
  return first;
}

program::GlobalId Lowering::global(types::Var* v) {
  const auto [at, is_new] =
      globals_.emplace(v, static_cast<program::GlobalId>(program_->globals.size()));
  if (!is_new) return at->second;
  const program::GlobalId id = at->second;
  reached_.insert(v->package);
  program::Global g;
  g.name = facts(v->package).symbol + "." + v->name;
  g.position = v->position;
  g.is_library = facts(v->package).is_library;
  program_->globals.push_back(g);
  program_->globals[id].type = types_.id(v->type);
  if (const auto i = initializer_of_.find(v); i != initializer_of_.end() && !lacks_value(v)) {
    activate(i->second.first, i->second.second);
  }
  return id;
}

FunctionId Lowering::reserve() {
  program_->functions.emplace_back();
  return static_cast<FunctionId>(program_->functions.size() - 1);
}

void Lowering::finish(FunctionId id, program::Function&& function) {
  program_->functions[id] = std::move(function);
}

std::string Lowering::symbol(const types::Func* f) {
  const types::Func* g = f->generic();
  std::string out = g->package != nullptr ? facts(g->package).symbol : "";
  const types::Signature* s = g->signature();
  if (s->recv != nullptr) {
    bool pointer = false;
    types::Type* base = types::deref(s->recv->type, &pointer);
    std::string name;
    if (const auto* named = types::try_unalias<types::Named>(base)) {
      name = named->obj->name;
      if (!named->origin->type_params.empty()) name += "[...]";
    }
    out += pointer ? ".(*" + name + ")" : "." + name;
  }
  out += "." + g->name;
  if (!s->type_params.empty()) out += "[...]";
  return out;
}

const program::NativeFunction* Lowering::native(const types::Func* f) const {
  if (f->decl == nullptr || f->decl->body != nullptr || f->package == nullptr) return nullptr;
  return program::find_native(f->package->path + "." + f->name);
}

FunctionId Lowering::function(types::Func* f, const std::vector<types::Type*>& arguments) {
  Substitution s;
  s.parameters = f->signature()->type_params;
  s.arguments = arguments;
  return method(f, s);
}

FunctionId Lowering::method(types::Func* f, const Substitution& substitution) {
  std::pair<const types::Func*, std::vector<TypeId>> key{f, {}};
  for (types::Type* t : substitution.arguments) key.second.push_back(types_.id(t));
  const auto found = functions_.find(key);
  if (found != functions_.end()) return found->second;
  const FunctionId id = reserve();
  reached_.insert(f->package);
  functions_.emplace(std::move(key), id);
  tasks_.push_back({id, [this, id, f, substitution] { lower_declared(id, f, substitution); }});
  return id;
}

FunctionId Lowering::synthetic(const std::string& key, const std::string& name,
                               const types::Package* package,
                               std::function<void(FunctionLowering&)> body) {
  const auto found = synthetics_.find(key);
  if (found != synthetics_.end()) return found->second;
  const FunctionId id = reserve();
  synthetics_.emplace(key, id);
  tasks_.push_back({id, [this, id, name, package, body = std::move(body)] {
                      FunctionLowering f(*this, {name, package, nullptr, {}, nullptr, false});
                      f.function().is_wrapper = true;
                      body(f);
                      finish(id, f.take());
                    }});
  return id;
}

void Lowering::lower_declared(FunctionId id, types::Func* f, const Substitution& substitution) {
  const bool valid = checker_.check_body(f);
  if (!valid && !facts(f->package).is_library) {
    failed_ = true;
    return;
  }
  FunctionLowering lowering(*this, {symbol(f), f->package, f->decl, substitution, nullptr,
                                    facts(f->package).is_library});
  lowering.declared(f, valid);
  finish(id, lowering.take());
}

void Lowering::work() {
  while (!tasks_.empty() && !failed_) {
    const Task t = std::move(tasks_.back());
    tasks_.pop_back();
    t.lower();
  }
}

void Lowering::use_in_interface(TypeId type) {
  if (type == 0 || !in_interfaces_.insert(type).second) return;
  const program::RuntimeType r = program_->types[type];
  if (r.kind == program::TypeKind::Interface) return;
  new_tables_.push_back(type);
  use_in_interface(r.element);
  use_in_interface(r.key);
  for (const program::Field& f : r.fields) use_in_interface(f.type);
}

void Lowering::add_method_table(TypeId type) {
  Table table{type, types::method_set(types_.type(type))};
  std::vector<program::Method> methods;
  for (const types::MethodSetEntry& e : table.entries) {
    const auto* s = e.method->signature();
    auto* plain = context().signature(nullptr, s->params, s->results, s->variadic);
    methods.push_back({types_.method_id(e.method), types_.id(plain), program::kNone});
  }
  program_->types[type].methods = std::move(methods);
  tables_.push_back(std::move(table));
}

/// True if that made new work.
bool Lowering::fill_method_tables() {
  while (!new_tables_.empty()) {
    const TypeId type = new_tables_.back();
    new_tables_.pop_back();
    add_method_table(type);
  }
  bool more = false;
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    for (std::size_t i = 0; i < tables_[t].entries.size(); ++i) {
      const program::Method m = program_->types[tables_[t].type].methods[i];
      if (m.function != program::kNone || called_.count(m.name) == 0) continue;
      const FunctionId f = table_function(types_.type(tables_[t].type), tables_[t].entries[i]);
      program_->types[tables_[t].type].methods[i].function = f;
      more = true;
    }
  }
  return more;
}

std::shared_ptr<program::Program> Lowering::run() {
  // What the machine itself panics with, and calls of the values it prints.
  for (const char* name : {"errorString", "boundsError", "unhashableTypeError", "plainError", "TypeAssertionError", "PanicNilError"}) {
    for (const types::PackageInfo& p : info_.packages) {
      if (p.package->path != "runtime") continue;
      types::Object* object = p.package->scope->lookup(name);
      if (object == nullptr) continue;
      use_in_interface(types_.id(object->type));
      use_in_interface(types_.id(context().pointer(object->type)));
    }
  }
  types_.id(types::basic(types::BasicKind::String));
  call_method(types_.method_id("Error"));
  call_method(types_.method_id("String"));
  start_initializers();
  add_inits();
  for (const package::Entry& e : unit_.entries) entry_function(e);
  add_expressions();
  do {
    work();
  } while (!failed_ && (fill_method_tables() || add_library_inits()));
  if (failed_) return nullptr;
  drop_unmodelled_inits();
  add_entries();
  work();
  if (failed_) return nullptr;
  // Methods that are never called have no function; interfaces of the unused kind neither.
  for (program::Function& f : program_->functions) {
    if (f.name.empty() && f.code.empty()) f.name = "<unused>";
  }
  if (const std::string wrong = program::verify(*program_); !wrong.empty()) throw std::logic_error("lowering: " + wrong);
  program::compute_liveness(*program_);
  return program_;
}

Lowered lower(const package::Unit& unit, const types::Info& info,
                                        types::Checker& checker, const property::Resolved& annotations) {
  Lowering lowering(unit, info, checker, annotations);
  std::shared_ptr<program::Program> program = lowering.run();
  for (std::uint32_t file = 0; file < unit.files->size(); ++file) program->files.emplace_back(unit.files->name(file));
  return {std::move(program), lowering.met_invalid()};
}

}  // namespace model::lower
