#pragma once
// Finds and parses the packages of one unit.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/package/build_context.hpp"
#include "model/package/module.hpp"
#include "model/package/package.hpp"

namespace model::package {

class Loader {
 public:
  Loader(Unit& unit, const Options& options);

  /// One package of these files, in this order.
  void load_files(const std::vector<std::string>& paths);
  /// The package in a directory: with its test files, or with what `go build` takes.
  void load_directory(const std::string& dir, bool with_tests);

 private:
  enum class Tests : std::uint8_t { Without, Inside, External };
  struct Source {
    std::string name;  ///< of the file, as messages show it
    std::string text;
  };
  /// Where an import path leads.
  struct Place {
    std::string path;  ///< full import path; tells packages apart together with dir
    std::string dir;
    Origin origin = Origin::User;
    std::uint32_t go_version = 0;
  };

  struct LibraryCycle {};

  void load_always();
  Package* start(const Place& place);
  enum class Role : std::uint8_t { Own, Yields, Fallback };  // as of a syntax::File
  void add_file(Package& package, Source source, Role role = Role::Own);
  void refuse_settings(const syntax::File& file);
  void add_model(Package& package, const std::string& path, base::Position where);
  void complete_model(Package& package);
  Package* import_unless_cycle(const std::string& path, const Package& importer);
  bool read_directory(Package& package, Tests tests, base::Position where);
  void check_names(Package& package, base::Position where);
  void resolve_imports(Package& package);
  void finish(Package& package);

  Package* import(const std::string& path, const Package& importer, base::Position where);
  std::optional<Place> locate(const std::string& path, const Package& importer,
                              std::string& problem);
  std::optional<Place> locate_in_modules(const std::string& path, const std::string& dir);
  const std::optional<Module>& main_module(const std::string& dir);
  std::optional<Place> locate_in_cache(const std::string& path, const Module& module);
  bool internal_allowed(const std::string& path, const Package& importer) const;
  const std::string& go_tree();
  const std::optional<Module>& module_of(const std::string& dir);
  void error(base::Position p, std::string message);
  /// What is wrong with an import: of the user's, an error; what a library imports in vain is not
  /// modelled, which matters only where it is reached.
  void import_error(const Package& importer, base::Position p, std::string message);

  Unit& unit_;
  const Options& options_;
  std::map<std::string, Package*> loaded_;      // by path
  std::vector<const Package*> loading_;         // importers of the package at hand, outermost first
  std::vector<std::unique_ptr<Package>> open_;  // not yet in the unit
  std::map<std::string, std::optional<Module>> modules_;  // by directory
  std::optional<std::string> go_tree_;
};

}  // namespace model::package
