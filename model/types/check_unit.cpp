// From package/'s packages to the checker's.

#include "model/types/check_unit.hpp"

namespace model::types {

std::unique_ptr<Checker> check(const package::Unit& unit, Info& info,
                               base::Diagnostics& diagnostics) {
  auto checker = std::make_unique<Checker>(info, *unit.files, diagnostics);
  std::unordered_map<const package::Package*, Package*> checked;
  for (const auto& package : unit.packages) {
    if (package->origin == package::Origin::Unsafe) {
      checked[package.get()] = checker->find("unsafe");
      continue;
    }
    Source source;
    source.path = package->path;
    source.files.assign(package->files.begin(), package->files.end());
    if (package->go_version != 0) source.go_version = package->go_version;
    source.lazy_bodies = package->is_library();
    source.allow_missing_bodies = package->is_library() || package->has_assembly;
    source.is_model = package->origin == package::Origin::Model;
    source.quiet = package->origin == package::Origin::GoTree;
    for (const syntax::File* file : package->files) source.quiet = source.quiet || file->yields;
    for (const auto& [path, imported] : package->imports) {
      const auto found = checked.find(imported);
      if (found != checked.end()) source.imports[path] = found->second;
    }
    checked[package.get()] = checker->check(source);
  }
  return checker;
}

}  // namespace model::types
