// A package from its files: which objects it declares, and in which order they are checked
// (Go spec, "Declarations and scope", "Packages").

#include <algorithm>

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::run() {
  collect_objects();
  direct_cycles();
  check_objects();
  process_delayed(0);
  if (!source_.lazy_bodies) {
    for (Func* function : functions_) check_body(function);
  }
  instantiation_cycles();
  std::vector<Initializer> init_order = order_initializers();
  for (const Func* function : errors_ == 0 ? missing_bodies_ : std::vector<Func*>{}) {
    const FieldList* recv = function->decl->recv;
    error(recv != nullptr ? recv->opening : function->position, "MissingBody",
          "missing function body");
  }
  if (!source_.lazy_bodies) unused_imports();
  record_untyped();
  package_->complete = true;

  std::sort(package_->imports.begin(), package_->imports.end(),
            [](const Package* a, const Package* b) { return a->path < b->path; });
  PackageInfo& info = info_.packages.emplace_back();
  info.package = package_;
  info.files = source_.files;
  info.init_order = std::move(init_order);
  info.inits = inits_;
  info.functions = functions_;
}

bool PackageCheck::check_body(Func* function) {
  const auto found = bodies_.find(function);
  if (found == bodies_.end()) return broken_.count(function) == 0;
  const Body body = found->second;
  bodies_.erase(found);
  const std::size_t errors = errors_;
  const Environment saved = std::exchange(env_, {});
  env_.scope = body.declaration->file_scope;
  env_.version = body.declaration->version;
  const std::size_t from = delayed_.size();
  function_body(body.declaration, function->signature(), body.scope, body.declaration->func->body,
                {});
  process_delayed(from);
  env_ = saved;
  if (package_->complete) record_untyped();
  if (errors != errors_) broken_.insert(function);
  return errors == errors_;
}

Declaration* PackageCheck::new_declaration(Scope* file_scope) {
  Declaration& declaration = declarations_.emplace_back();
  declaration.file_scope = file_scope;
  declaration.version = env_.version;
  return &declaration;
}

void PackageCheck::declare_package_object(const Ident* name, Object* object,
                                          Declaration* declaration) {
  if (name->name == "init") {
    return error(name->position, "InvalidInitDecl", "cannot declare init - must be func");
  }
  if (name->name == "main" && package_->name == "main") {
    return error(name->position, "InvalidMainDecl", "cannot declare main - must be func");
  }
  if (yields_ && has_name(name->name)) return;
  if (yields_ && is<TypeName>(object)) yielding_types_.insert(as<TypeName>(object));
  declare(package_->scope, name, object, {});
  object->parent = package_->scope;
  declaration_of_[object] = declaration;
  objects_.push_back(object);
  object->order = static_cast<std::uint32_t>(objects_.size());
}

/// Does the model have the name, or use Go's own?
bool PackageCheck::has_name(const std::string& name) const {
  return name != "_" && (package_->scope->lookup(name) != nullptr || package_->scope->parent->lookup(name) != nullptr);
}

void PackageCheck::check_arity(const ValueSpec* spec, const std::vector<Expr*>& values,
                               bool is_const, bool inherited) {
  const std::size_t left = spec->names.size(), right = values.size();
  if (left < right) {
    const Expr* extra = values[left];
    if (inherited) {
      error(spec->position, "WrongAssignCount", "extra init expr at " + at(extra->position));
    } else {
      error(start_of(extra), "WrongAssignCount", "extra init expr " + str(extra));
    }
  } else if (left > right && (is_const || right != 1)) {
    const Ident* name = spec->names[right];
    error(name->position, "WrongAssignCount", "missing init expr for " + name->name);
  }
}

void PackageCheck::collect_objects() {
  Methods methods;
  std::vector<Scope*> file_scopes;
  for (const File* file : source_.files) {
    if (file->name != nullptr && file->name->is_blank()) {
      error(file->name->position, "BlankPkgName", "invalid package name _");
    } else if (file->name != nullptr && file->name->name != package_->name) {
      error(file->name->position, "MismatchedPkgName",
            fmt::format("package {}; expected package {}", file->name->name, package_->name));
      continue;
    }
    env_.version = file->go_version != 0 ? file->go_version : source_.go_version;
    yields_ = file->yields;
    fallback_ = file->fallback;
    Scope* scope = context().scope(package_->scope, file->package_position, {});
    file_scopes.push_back(scope);
    if (file->name != nullptr) info_.record_def(file->name, nullptr);
    env_.scope = scope;
    for (const Decl* decl : file->decls) {
      if (const auto* function = try_as<FuncDecl>(decl)) {
        collect_function(function, scope, methods);
        continue;
      }
      const auto* general = try_as<GenDecl>(decl);
      if (general == nullptr) continue;
      for (const Spec* spec : general->specs) {
        if (const auto* s = try_as<ImportSpec>(spec)) {
          import(s, scope);
        } else if (const auto* t = try_as<TypeSpec>(spec)) {
          auto* object =
              context().object<TypeName>(t->name->position, package_, t->name->name, nullptr);
          object->is_alias = t->is_alias;
          Declaration* declaration = new_declaration(scope);
          declaration->type_spec = t;
          declare_package_object(t->name, object, declaration);
        } else if (const auto* v = try_as<ValueSpec>(spec)) {
          if (general->token == Token::Const) {
            collect_consts(v, scope);
          } else {
            collect_vars(v, scope);
          }
        }
      }
    }
  }
  env_ = {};
  yields_ = fallback_ = false;
  check_file_names(file_scopes);
  for (const auto& [method, name] : methods) {
    bool pointer = method->pointer_receiver;
    if (TypeName* base = receiver_base(name, pointer)) {
      method->pointer_receiver = pointer;
      methods_[base].push_back(method);
    }
  }
}

void PackageCheck::check_file_names(const std::vector<Scope*>& file_scopes) {
  for (const Scope* scope : file_scopes) {
    for (const Object* object : scope->sorted()) {
      const Object* other = package_->scope->lookup(object->name);
      if (other == nullptr) continue;
      if (const auto* name = try_as<PkgName>(object)) {
        error(other->position, "DuplicateDecl",
              fmt::format("{} already declared through import of package {} (\"{}\"){}", other->name,
                          name->imported->name, name->imported->path, other_declaration(object)));
      } else {
        error(other->position, "DuplicateDecl",
              fmt::format("{} already declared through dot-import of package {} (\"{}\")",
                          other->name, object->package->name, object->package->path) +
                  other_declaration(object));
      }
    }
  }
}

void PackageCheck::collect_consts(const ValueSpec* spec, Scope* file_scope) {
  const bool inherited = spec->repeats != nullptr;
  const ValueSpec* source = inherited ? spec->repeats : spec;
  for (std::size_t i = 0; i < spec->names.size(); ++i) {
    const Ident* name = spec->names[i];
    Declaration* declaration = new_declaration(file_scope);
    declaration->type = source->type;
    declaration->init = i < source->values.size() ? source->values[i] : nullptr;
    declaration->inherited = inherited;
    declaration->iota = constant::make_int(spec->iota);
    declare_package_object(
        name, context().object<Const>(name->position, package_, name->name, nullptr), declaration);
  }
  check_arity(spec, source->values, true, inherited);
}

void PackageCheck::collect_vars(const ValueSpec* spec, Scope* file_scope) {
  std::vector<Var*> vars;
  for (const Ident* name : spec->names) {
    vars.push_back(context().var(VarKind::Package, name->position, package_, name->name, nullptr));
  }
  Declaration* shared = nullptr;  // by all variables of one initialiser
  if (spec->values.size() == 1 && vars.size() > 1) {
    shared = new_declaration(file_scope);
    shared->group = &groups_.emplace_back(vars);
    shared->type = spec->type;
    shared->init = spec->values[0];
  }
  for (std::size_t i = 0; i < vars.size(); ++i) {
    Declaration* declaration = shared != nullptr ? shared : new_declaration(file_scope);
    if (shared == nullptr) {
      declaration->type = spec->type;
      declaration->init = i < spec->values.size() ? spec->values[i] : nullptr;
    }
    declare_package_object(spec->names[i], vars[i], declaration);
  }
  if (spec->type == nullptr || !spec->values.empty()) check_arity(spec, spec->values, false, false);
}

void PackageCheck::collect_function(const FuncDecl* decl, Scope* file_scope, Methods& methods) {
  const std::string& name = decl->name->name;
  if (yields_ && decl->recv == nullptr &&
      ((fallback_ && name == "init") || has_name(name))) {
    return;
  }
  auto* object = context().object<Func>(decl->name->position, package_, name, nullptr);
  object->decl = decl;
  object->yields = yields_;
  object->fallback = fallback_;
  const bool has_type_params =
      decl->type->type_params != nullptr && !decl->type->type_params->list.empty();
  if (decl->recv != nullptr) {
    const Expr* base = nullptr;
    if (!decl->recv->list.empty()) base = without_parens(decl->recv->list[0]->type);
    if (const auto* star = try_as<StarExpr>(base)) {
      object->pointer_receiver = true;
      base = without_parens(star->x);
    }
    if (const auto* instance = try_as<IndexExpr>(base)) base = instance->x;
    if (is<Ident>(base) && name != "_") methods.emplace_back(object, as<Ident>(base));
    object->parent = nullptr;
    info_.record_def(decl->name, object);
  } else {
    const bool is_main = name == "main" && package_->name == "main";
    if (name == "init" || is_main) {
      const char* code = is_main ? "InvalidMainDecl" : "InvalidInitDecl";
      if (has_type_params) {
        error(decl->type->type_params->list[0]->position, code,
              fmt::format("func {} must have no type parameters", name));
      }
      if (decl->type->params->count() != 0 ||
          (decl->type->results != nullptr && decl->type->results->count() != 0)) {
        error(decl->name->position, code,
              fmt::format("func {} must have no arguments and no return values", name));
      }
    }
    if (name == "init") {
      object->parent = package_->scope;
      object->is_init = true;
      info_.record_def(decl->name, object);
      if (decl->body == nullptr) {
        error(decl->name->position, "MissingInitBody", "func init must have a body");
      }
      inits_.push_back(object);
    } else {
      declare(package_->scope, decl->name, object, {});
      object->parent = package_->scope;
    }
  }
  if (has_type_params) {
    require_version(decl->type->type_params->list[0]->position, 18, "type parameter");
  }
  Declaration* declaration = new_declaration(file_scope);
  declaration->func = decl;
  declaration_of_[object] = declaration;
  objects_.push_back(object);
  functions_.push_back(object);
  object->order = static_cast<std::uint32_t>(objects_.size());
}

TypeName* PackageCheck::receiver_base(const Ident* name, bool& pointer) {
  std::unordered_set<const TypeName*> seen;
  while (name != nullptr) {
    auto* type = try_as<TypeName>(package_->scope->lookup(name->name));
    if (type == nullptr || !seen.insert(type).second) return nullptr;
    const auto found = declaration_of_.find(type);
    if (found == declaration_of_.end()) return nullptr;
    const TypeSpec* spec = found->second->type_spec;
    if (!spec->is_alias) return type;
    if (spec->type_params != nullptr) return nullptr;
    const Expr* target = without_parens(spec->type);
    if (const auto* star = try_as<StarExpr>(target)) {
      if (pointer) return nullptr;
      pointer = true;
      target = without_parens(star->x);
    }
    name = try_as<Ident>(target);
  }
  return nullptr;
}

void PackageCheck::check_objects() {
  // Defined types first, then aliases, then the rest: types are then there when they are needed.
  for (Object* object : objects_) {
    if (is<TypeName>(object) && !as<TypeName>(object)->is_alias) declare_object(object);
  }
  for (Object* object : objects_) {
    if (is<TypeName>(object) && as<TypeName>(object)->is_alias) declare_object(object);
  }
  for (Object* object : objects_) {
    if (!is<TypeName>(object)) declare_object(object);
  }
  methods_.clear();
}

void PackageCheck::import(const ImportSpec* spec, Scope* file_scope) {
  if (spec->path == nullptr || spec->path->bad) return;
  std::string path = spec->path->value;
  const auto mapped = source_.imports.find(path);
  Package* imported = mapped == source_.imports.end() ? checker_.find(path) : mapped->second;
  if (imported == nullptr) {
    const auto& missing = source_.missing_imports;
    if (std::find(missing.begin(), missing.end(), path) == missing.end()) {
      error(spec->path->position, "BrokenImport",
            fmt::format("could not import {} (package not found)", path));
    }
    const std::size_t slash = path.rfind('/');
    imported = context().package(path, path.substr(slash == std::string::npos ? 0 : slash + 1));
    imported->fake = true;
  }
  std::string name = spec->name != nullptr ? spec->name->name : imported->name;
  if (name == "init") {
    return error(spec->position, "InvalidInitDecl",
                 "cannot import package as init - init must be a func");
  }
  auto& imports = package_->imports;
  if (std::find(imports.begin(), imports.end(), imported) == imports.end()) {
    imports.push_back(imported);
  }
  auto* object = context().object<PkgName>(spec->position, package_, name, invalid_type());
  object->imported = imported;
  object->used = imported->fake;
  object->color = Color::Black;
  if (spec->name != nullptr) {
    info_.record_def(spec->name, object);
  } else {
    info_.record_implicit(spec, object);
  }
  imports_.push_back(object);
  if (name == ".") return dot_import(spec, object, file_scope);
  declare(file_scope, nullptr, object, {});
}

void PackageCheck::dot_import(const ImportSpec* spec, PkgName* name, Scope* file_scope) {
  for (Object* object : name->imported->scope->sorted()) {
    if (!object->exported()) continue;
    if (Object* other = file_scope->insert(object)) {
      error(spec->name->position, "DuplicateDecl",
            fmt::format("{} redeclared in this block{}", other->name, other_declaration(other)));
    } else {
      dot_imports_[file_scope][object->name] = name;
    }
  }
}

}  // namespace model::types
