// Variables and imports that are never used (Go spec, "Implementation restriction" of "Variable declarations";
// "Import declarations").

#include <algorithm>

#include "model/types/check.hpp"

namespace model::types {

void PackageCheck::unused_variables(const Scope* scope) {
  for (const Object* object : scope->objects().empty() ? std::vector<Object*>{} : scope->sorted()) {
    const auto* var = try_as<Var>(object);
    if (var == nullptr || var->var_kind != VarKind::Local || var->used) continue;
    error(var->position, "UnusedVar", "declared and not used: " + var->name);
  }
  for (const Scope* child : scope->children) {
    if (!child->is_func) unused_variables(child);  // function literals have been asked for their own
  }
}

void PackageCheck::unused_imports() {
  for (const PkgName* name : imports_) {
    if (name->used || name->name == "_") continue;
    const std::string& path = name->imported->path;
    const std::size_t slash = path.rfind('/');
    const std::string last = slash == std::string::npos ? path : path.substr(slash + 1);
    const bool plain = name->name.empty() || name->name == "." || name->name == last;
    error(name->position, "UnusedImport",
          plain ? fmt::format("\"{}\" imported and not used", path)
                : fmt::format("\"{}\" imported as {} and not used", path, name->name));
  }
}

}  // namespace model::types
