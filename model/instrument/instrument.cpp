// The copy as a module: the program's own packages under the module's path, what it imports from elsewhere as modules of
// their own beside them, the gate's package below the root. The library comes from the installed Go.

#include "model/instrument/instrument.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "model/instrument/rewrite.hpp"
#include "model/package/module.hpp"
#include "model/package/package.hpp"
#include "model/types/check_unit.hpp"

namespace model::instrument {
namespace {

namespace fs = std::filesystem;

/// Where a package's files go, relative to the copy.
struct Place {
  std::string folder;
  std::optional<std::string> module;  ///< a module of its own, with this path
};

/// `main`: the package with the entry.
Place place_of(const package::Package& p, const package::Package& main, const std::optional<package::Module>& module) {
  if (!module && p.dir == main.dir) return {"", std::nullopt};
  if (!module) return {"external/" + p.path, p.path};
  const fs::path root = fs::absolute(module->root).lexically_normal();
  const fs::path relative = fs::absolute(p.dir).lexically_normal().lexically_relative(root);
  std::string folder = relative.generic_string();
  if (folder == ".") folder.clear();
  const bool outside = relative.empty() || folder.starts_with("..") || folder.starts_with("vendor/");
  if (outside) return {"external/" + p.path, p.path};
  return {folder, std::nullopt};
}

std::string in_folder(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

}  // namespace

Copy instrument(const CompileOptions& options, std::size_t unit, const std::string& entry,
                const Steps& steps) {
  Copy copy;
  package::Options load;
  load.go_version = options.go_version;
  load.always = {"runtime"};
  std::vector<package::Unit> units = package::load(options.patterns, load);
  if (unit >= units.size()) {
    copy.error = "the program is gone";
    return copy;
  }
  package::Unit& parsed = units[unit];
  base::Diagnostics& diagnostics = parsed.diagnostics;
  types::Context context;
  types::Info info(context);
  std::unique_ptr<types::Checker> checker;
  if (diagnostics.empty()) checker = types::check(parsed, info, diagnostics);
  if (!diagnostics.empty()) {
    copy.error = diagnostics.print(*parsed.files);
    return copy;
  }
  Program program{info, {}, nullptr, steps.operations, steps.accesses, copy.sites, {}};
  const package::Package* main = parsed.targets.front();
  for (const package::Entry& e : parsed.entries) {
    if (e.name == entry) program.entry = e.function, main = e.package;
  }
  for (const auto& p : parsed.packages) {
    if (!p->is_library()) program.user_packages.insert(p->path);
  }
  const std::optional<package::Module> module = package::find_module(main->dir.empty() ? "." : main->dir);
  copy.module = module ? module->path : "chancheck.replay";
  copy.go_version = module ? module->go_version : main->go_version;
  copy.package = place_of(*main, *main, module).folder;
  std::string go_mod = fmt::format("module {}\n\ngo 1.{}\n", copy.module, copy.go_version);
  for (const auto& p : parsed.packages) {
    if (p->is_library()) continue;
    const Place place = place_of(*p, *main, module);
    if (place.module) {
      copy.files.push_back({place.folder + "/go.mod", fmt::format("module {}\n\ngo 1.{}\n", *place.module, p->go_version)});
      go_mod += fmt::format("\nrequire {0} v0.0.0\nreplace {0} => ./{1}\n", *place.module, place.folder);
    }
    for (const syntax::File* file : p->files) {
      const std::string name(parsed.files->name(file->index));
      const std::uint32_t version = file->go_version != 0 ? file->go_version : p->go_version;
      copy.files.push_back({in_folder(place.folder, fs::path(name).filename().string()),
                            rewrite(program, *parsed.files, *file, copy.module + "/" + kGate,
                                    fs::absolute(name).lexically_normal().string(), version)});
    }
  }
  copy.files.push_back({"go.mod", go_mod});
  return copy;
}

}  // namespace model::instrument
