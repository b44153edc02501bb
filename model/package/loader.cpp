// Packages of one unit: files read and parsed, imports followed depth first, so that packages end
// up in the unit each after those it imports. Messages are worded as the go command's.

#include "model/package/loader.hpp"

#include <algorithm>
#include <utility>

#include "model/library/library.hpp"
#include "model/package/entry.hpp"
#include "model/package/file.hpp"
#include "model/package/go_tree.hpp"

namespace model::package {

using base::Position;

const Package* Unit::find(std::string_view path) const {
  for (const auto& p : packages) {
    if (p->path == path) return p.get();
  }
  return nullptr;
}

Loader::Loader(Unit& unit, const Options& options) : unit_(unit), options_(options) {}

void Loader::error(Position p, std::string message) {
  unit_.diagnostics.error(p, "Package", std::move(message));
}

void Loader::import_error(const Package& importer, Position p, std::string message) {
  if (!importer.is_library()) error(p, std::move(message));
}

void Loader::load_always() {
  Package nobody;
  nobody.origin = Origin::Model;
  for (const std::string& path : options_.always) import(path, nobody, {});
}

void Loader::load_files(const std::vector<std::string>& paths) {
  load_always();
  Place place;
  place.path = "main";
  const std::size_t slash = paths[0].rfind('/');
  place.dir =
      slash == std::string::npos ? "." : paths[0].substr(0, std::max<std::size_t>(slash, 1));
  const auto& module = module_of(place.dir);
  place.go_version = module ? module->go_version : options_.go_version;
  Package* package = start(place);
  for (const std::string& path : paths) {
    if (auto text = read_file(path)) {
      add_file(*package, {path, std::move(*text)});
    } else {
      error({}, path + ": " + why_unreadable(path));
    }
  }
  check_names(*package, {});
  if (package->name != "main") package->path = package->name;
  resolve_imports(*package);
  finish(*package);
  unit_.targets.push_back(package);
  add_entries(unit_, *package, true);
}

void Loader::load_directory(const std::string& dir, bool with_tests) {
  load_always();
  Place place;
  place.dir = dir;
  const auto& module = module_of(dir);
  place.go_version = module ? module->go_version : options_.go_version;
  place.path = dir == "." ? "main" : dir;
  if (module) {
    place.path = module->path;
    const std::string root = find_module(dir)->root;
    const std::string absolute = absolute_path(dir);
    if (absolute.size() > root.size()) place.path += absolute.substr(root == "/" ? 0 : root.size());
  }
  Package* package = start(place);
  if (!read_directory(*package, with_tests ? Tests::Inside : Tests::Without, {})) {
    return finish(*package);
  }
  resolve_imports(*package);
  finish(*package);
  unit_.targets.push_back(package);
  add_entries(unit_, *package, !with_tests);
  if (!with_tests) return;

  Place external = place;
  external.path += "_test";
  Package* tests = start(external);
  read_directory(*tests, Tests::External, {});
  if (tests->files.empty()) return finish(*tests);
  resolve_imports(*tests);
  finish(*tests);
  unit_.targets.push_back(tests);
  add_entries(unit_, *tests, false);
}

Package* Loader::start(const Place& place) {
  auto owned = std::make_unique<Package>();
  Package* package = owned.get();
  package->path = place.path;
  package->dir = place.dir;
  package->origin = place.origin;
  package->go_version = place.go_version;
  loaded_[place.path] = package;
  loading_.push_back(package);
  open_.push_back(std::move(owned));
  return package;
}

/// The package is complete, and so are all it imports.
void Loader::finish(Package& package) {
  loading_.erase(std::find(loading_.begin(), loading_.end(), &package));
  const auto it =
      std::find_if(open_.begin(), open_.end(), [&](const auto& p) { return p.get() == &package; });
  unit_.packages.push_back(std::move(*it));
  open_.erase(it);
}

void Loader::add_file(Package& package, Source source, Role role) {
  const std::uint32_t index = unit_.files->add(std::move(source.name), std::move(source.text));
  // Nobody can do anything about a file of the Go tree that is newer than our parser: what it
  // declares is missing.
  base::Diagnostics unseen;
  const bool quiet = role != Role::Own || package.origin == Origin::GoTree;
  syntax::File* file = syntax::parse_file(*unit_.files, index, *unit_.arena,
                                          quiet ? unseen : unit_.diagnostics, unit_.ids);
  if (!unseen.empty()) return;
  file->yields = role != Role::Own;
  file->fallback = role == Role::Fallback;
  // A //go:build line sets a file's version, to go1.21 or newer; older ones cannot be asked for.
  if (file->go_version == 0) {
    file->go_version = package.go_version;
  } else if (file->go_version < 21) {
    file->go_version = std::max(std::min<std::uint32_t>(package.go_version, 21), file->go_version);
  }
  if (!quiet) refuse_settings(*file);
  package.files.push_back(file);
}

/// Settings that change what a program does, and are not modelled (https://go.dev/doc/godebug).
void Loader::refuse_settings(const syntax::File& file) {
  for (const syntax::CommentGroup* group : file.comments) {
    for (const syntax::Comment& c : *group) {
      if (!c.text.starts_with("//go:debug ")) continue;
      for (const std::string_view setting : {"asynctimerchan=1", "asynctimerchan=2", "panicnil=1"}) {
        if (c.text.find(setting) != std::string_view::npos) error(c.position, "//go:debug " + std::string(setting) + " is not modelled");
      }
    }
  }
}

/// Embedded files: of a model, or functions of a package of the Go tree that have no Go body there.
void Loader::add_model(Package& package, const std::string& path, Position where) {
  for (const library::SourceFile& f : library::find(path)) {
    if (library::stands_in(f.name) && !go_tree().empty()) continue;
    add_file(package, {std::string(f.name), std::string(f.text)});
  }
  check_names(package, where);
}

/// The files of the Go tree that declare what the package's model does not.
void Loader::complete_model(Package& package) {
  const bool bodies = library::bodies_fit(package.path);
  const BuildContext& context = bodies ? kGoTreeContext : kUserContext;
  const std::string dir = go_tree() + "/src/" + package.path;
  if (options_.completed.count(package.path) == 0 || go_tree().empty() || !is_directory(dir)) return;
  for (const std::string& name : go_files(dir)) {
    if (is_test_file(name) || !context.matches_name(name)) continue;
    auto text = read_file(join(dir, name));
    if (!text || !context.matches_text(*text)) continue;
    add_file(package, {"$GOROOT/src/" + package.path + "/" + name, std::move(*text)},
             bodies ? Role::Yields : Role::Fallback);
  }
}

/// Reads the files of the package's directory that belong to the build. False, and an error, if
/// there is none.
bool Loader::read_directory(Package& package, Tests tests, Position where) {
  const BuildContext& context = package.origin == Origin::GoTree ? kGoTreeContext : kUserContext;
  const bool has_overlay = !package.files.empty();
  package.has_assembly = package.origin == Origin::User && has_assembly(package.dir);
  const std::vector<std::string> names = go_files(package.dir);
  bool excluded = false;
  for (const std::string& name : names) {
    if (is_test_file(name) ? tests == Tests::Without : tests == Tests::External) continue;
    if (!context.matches_name(name)) {
      excluded = true;
      continue;
    }
    const std::string path = join(package.dir, name);
    auto text = read_file(path);
    if (!text) {
      error(where, path + ": " + why_unreadable(path));
      continue;
    }
    if (!context.matches_text(*text)) {
      excluded = true;
      continue;
    }
    if (is_test_file(name)) {
      const std::string package_name = package_name_of(*text);
      const bool external =
          package_name.size() > 5 && package_name.substr(package_name.size() - 5) == "_test";
      if (external != (tests == Tests::External)) continue;
    }
    std::string shown = path;
    if (package.origin == Origin::GoTree) shown = "$GOROOT/src/" + package.path + "/" + name;
    add_file(package, {std::move(shown), std::move(*text)}, has_overlay ? Role::Yields : Role::Own);
  }
  check_names(package, where);
  if (!package.files.empty() || tests == Tests::External) return true;
  if (tests == Tests::Inside) return true;  // nothing but external tests
  if (package.origin == Origin::GoTree) return false;
  if (excluded) {
    error(where, "build constraints exclude all Go files in " + package.dir);
  } else {
    error(where, "no Go files in " + package.dir);
  }
  return false;
}

/// All files of a package have one package name.
void Loader::check_names(Package& package, Position where) {
  const syntax::File* first = nullptr;
  for (const syntax::File* file : package.files) {
    if (file->name == nullptr) continue;
    if (first == nullptr) {
      first = file;
      package.name = file->name->name;
    } else if (file->name->name != package.name) {
      const auto base = [&](const syntax::File* f) {
        const std::string_view name = unit_.files->name(f->index);
        return std::string(name.substr(name.rfind('/') + 1));
      };
      error(where.valid() ? where : file->name->position,
            "found packages " + package.name + " (" + base(first) + ") and " + file->name->name +
                " (" + base(file) + ") in " + package.dir);
      return;
    }
  }
}

void Loader::resolve_imports(Package& package) {
  for (const syntax::File* file : package.files) {
    for (const syntax::ImportSpec* spec : file->imports) {
      const std::string& path = spec->path->value;
      if (spec->path->bad || package.imports.count(path) != 0) continue;
      Package* imported = file->yields ? import_unless_cycle(path, package)
                                         : import(path, package, spec->path->position);
      if (imported != nullptr) package.imports[path] = imported;
    }
  }
}

/// Models import other packages than the real ones, so that what a real one imports may lead back to
/// its model. Such an import is left out, with what was not finished on the way.
Package* Loader::import_unless_cycle(const std::string& path, const Package& importer) {
  const std::size_t before = loading_.size();
  try {
    return import(path, importer, {});
  } catch (const LibraryCycle&) {
    for (; loading_.size() > before; loading_.pop_back(), open_.pop_back()) {
      loaded_.erase(loading_.back()->path);
    }
    return nullptr;
  }
}

Package* Loader::import(const std::string& path, const Package& importer, Position where) {
  // A standard package that is not modelled is reported at the user's import, not inside the Go
  // tree.
  if (path.empty()) {
    import_error(importer, where, "invalid import path: \"\"");
    return nullptr;
  }
  if (path == "C") {
    import_error(importer, where, "import \"C\": cgo is not modelled");
    return nullptr;
  }
  std::string problem;
  std::optional<Place> place = locate(path, importer, problem);
  if (!place) {
    import_error(importer, where, problem);
    return nullptr;
  }
  if (!internal_allowed(place->path, importer)) {
    import_error(importer, where, "use of internal package " + place->path + " not allowed");
    return nullptr;
  }
  if (const auto it = loaded_.find(place->path); it != loaded_.end()) {
    const auto cycle = std::find(loading_.begin(), loading_.end(), it->second);
    if (cycle != loading_.end()) {
      std::string chain;
      for (auto p = cycle; p != loading_.end(); ++p) chain += (*p)->path + " imports ";
      if (importer.is_library()) throw LibraryCycle();
      error(where, "import cycle not allowed: " + chain + place->path);
      return nullptr;
    }
    return it->second;
  }
  Package* package = start(*place);
  if (place->origin == Origin::Unsafe) {
    package->name = "unsafe";
  } else if (place->origin == Origin::Model) {
    add_model(*package, path, where);
    complete_model(*package);
  } else {
    if (place->origin == Origin::GoTree) add_model(*package, "overlay/" + path, where);
    if (!read_directory(*package, Tests::Without, where) && place->origin == Origin::GoTree) {
      import_error(importer, where, "package " + path + " is not modelled");
    }
  }
  resolve_imports(*package);
  finish(*package);
  if (package->name == "main" && importer.origin == Origin::User) {
    error(where, "import \"" + path + "\" is a program, not an importable package");
    return nullptr;
  }
  return package;
}

const std::string& Loader::go_tree() {
  if (!go_tree_) {
    go_tree_ = options_.go_tree.empty()  ? find_go_tree()
               : options_.go_tree == "-" ? std::string()
                                         : options_.go_tree;
  }
  return *go_tree_;
}

const std::optional<Module>& Loader::module_of(const std::string& dir) {
  const auto it = modules_.find(dir);
  if (it != modules_.end()) return it->second;
  return modules_[dir] = find_module(dir);
}

/// The module that is checked: its go.mod says which versions all others have.
const std::optional<Module>& Loader::main_module(const std::string& dir) {
  return module_of(loading_.empty() ? dir : loading_[0]->dir);
}

/// A package below .../internal may be imported from below what holds that `internal`.
bool Loader::internal_allowed(const std::string& path, const Package& importer) const {
  if (importer.is_library()) return true;
  std::size_t at = std::string::npos;
  for (std::size_t i = path.find("internal"); i != std::string::npos;
       i = path.find("internal", i + 1)) {
    const std::size_t end = i + 8;
    if ((i == 0 || path[i - 1] == '/') && (end == path.size() || path[end] == '/')) at = i;
  }
  if (at == std::string::npos) return true;
  if (at == 0) return false;
  const std::string parent = path.substr(0, at - 1);
  std::string from = importer.path;
  // Files named on the command line have no path of their own: their directory's counts.
  if (!importer.dir.empty()) {
    if (const auto module = find_module(importer.dir)) {
      const std::string dir = absolute_path(importer.dir);
      from = module->path + dir.substr(std::min(dir.size(), module->root.size()));
      constexpr std::string_view kVendor = "/vendor/";
      if (const std::size_t vendor = from.rfind(kVendor); vendor != std::string::npos)
        from.erase(0, vendor + kVendor.size());
    }
  }
  return is_within(from, parent);
}

std::optional<Loader::Place> Loader::locate(const std::string& path, const Package& importer,
                                            std::string& problem) {
  if (path == "unsafe") return Place{path, "", Origin::Unsafe, options_.go_version};
  if (path[0] == '/' || path.substr(0, 2) == "./" || path.substr(0, 3) == "../" || path == "." ||
      path == "..") {
    problem =
        "\"" + path + "\" is relative, but relative import paths are not supported in module mode";
    return std::nullopt;
  }
  const bool dotted = path.substr(0, path.find('/')).find('.') != std::string::npos;
  if (importer.origin == Origin::User) {
    if (auto place = locate_in_modules(path, importer.dir)) return place;
  }
  if (!library::find(path).empty()) return Place{path, "", Origin::Model, kNewestGo};
  if (importer.is_library() && dotted && !go_tree().empty()) {
    std::string vendored = "vendor/" + path;
    std::string dir = go_tree() + "/src/" + vendored;
    if (is_directory(dir))
      return Place{std::move(vendored), std::move(dir), Origin::GoTree, kNewestGo};
  }
  if (!dotted) {
    if (!go_tree().empty() && (is_standard(path) || importer.is_library())) {
      std::string dir = go_tree() + "/src/" + path;
      if (is_directory(dir)) return Place{path, std::move(dir), Origin::GoTree, kNewestGo};
    }
    problem = is_standard(path) ? "package " + path +
                                      " is not modelled, and no Go tree is installed to take its "
                                      "source from"
                                : "package " + path + " is not in std";
    if (!is_standard(path) && importer.is_library())
      problem = "package " + path + " is not modelled";
    return std::nullopt;
  }
  const auto& module = module_of(importer.dir);
  for (const std::optional<Module>* m : {&main_module(importer.dir), &module}) {
    if (!*m) continue;
    if (auto place = locate_in_cache(path, **m)) return place;
  }
  problem = "no required module provides package " + path;
  if (!module) problem += ": go.mod file not found in current directory or any parent directory";
  return std::nullopt;
}

/// In the module of the importing directory, its vendor folder, and directories that replace
/// modules.
std::optional<Loader::Place> Loader::locate_in_modules(const std::string& path,
                                                       const std::string& dir) {
  const auto& module = module_of(dir);
  const auto inside = [&](const Module& m, const std::string& as) -> std::optional<Place> {
    const std::string found = m.root + path.substr(as.size());
    if (!is_directory(found)) return std::nullopt;
    return Place{path, shorten_path(found), Origin::User, m.go_version};
  };
  if (module && is_within(path, module->path)) {
    if (auto place = inside(*module, module->path)) return place;
  }
  // A vendored or replaced package's own imports are resolved by the module that is checked.
  for (const std::optional<Module>* m : {&module, &main_module(dir)}) {
    if (!*m) continue;
    const std::string vendored = (*m)->root + "/vendor/" + path;
    if (!go_files(vendored).empty()) {
      const auto modules = read_file((*m)->root + "/vendor/modules.txt");
      const std::uint32_t version = modules ? vendored_version(*modules, path) : 0;
      return Place{path, shorten_path(vendored), Origin::User, version != 0 ? version : (*m)->go_version};
    }
    for (const Module::Replace& r : (*m)->replaces) {
      if (!r.target_version.empty() || !is_within(path, r.path)) continue;
      const std::string root = r.target[0] == '/' ? r.target : join((*m)->root, r.target);
      auto target = find_module(root);
      if (!target) {
        target = Module();
        target->root = root;
        target->go_version = (*m)->go_version;
      }
      target->root = root;
      if (auto place = inside(*target, r.path)) return place;
    }
  }
  return std::nullopt;
}

/// In the module cache, or in a GOPATH's src (where Debian's golang-*-dev packages put theirs).
std::optional<Loader::Place> Loader::locate_in_cache(const std::string& path,
                                                     const Module& module) {
  const std::string gopath = go_path();
  const auto in = [&](const std::string& dir) -> std::optional<Place> {
    if (go_files(dir).empty()) return std::nullopt;
    const auto own = find_module(dir);
    return Place{path, dir, Origin::User, own ? own->go_version : module.go_version};
  };
  const auto in_module = [&](const std::string& name, const std::string& version,
                             const std::string& as) {
    return in(gopath + "/pkg/mod/" + escape_module(name) + "@" + escape_module(version) +
              path.substr(as.size()));
  };
  for (const Module::Replace& r : module.replaces) {
    if (r.target_version.empty() || !is_within(path, r.path)) continue;
    if (auto place = in_module(r.target, r.target_version, r.path)) return place;
  }
  for (const Module::Require& r : module.requires_list) {
    if (!is_within(path, r.path)) continue;
    if (auto place = in_module(r.path, r.version, r.path)) return place;
  }
  for (const std::string& root : {gopath, std::string("/usr/share/gocode")}) {
    if (auto place = in(root + "/src/" + path)) return place;
  }
  return std::nullopt;
}

}  // namespace model::package
