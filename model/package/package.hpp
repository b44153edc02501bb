#pragma once
// What the user names, found and parsed: packages with all they import, in dependency order, and
// the entries to check.

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/base/arena.hpp"
#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/parse.hpp"
#include "model/syntax/tree.hpp"

namespace model::package {

/// Where a package's source is from.
enum class Origin : std::uint8_t {
  User,    ///< named by the user, or in modules and vendor folders it imports
  Model,   ///< model/library, embedded
  GoTree,  ///< the source tree of an installed Go
  Unsafe,  ///< package unsafe: no files
};

struct Package {
  std::string path;  ///< import path; `main` for what files on the command line make
  std::string name;  ///< after `package`
  std::string dir;   ///< empty for models
  Origin origin = Origin::User;
  std::uint32_t go_version =
      0;  ///< 1.N, of the language; a file may have its own (File::go_version)
  bool has_assembly = false;  ///< its directory has .s files: functions may lack bodies
  std::vector<syntax::File*> files;
  std::map<std::string, Package*> imports;  ///< by the path written in the import declaration

  bool is_library() const { return origin != Origin::User; }
};

/// main.main, or a TestXxx.
struct Entry {
  std::string name;  ///< main, TestXxx
  const Package* package = nullptr;
  const syntax::FuncDecl* function = nullptr;
  bool is_test = false;
};

/// What is compiled and checked together: a package the user named, with its tests or without, and
/// all it imports.
struct Unit {
  std::string name;  ///< as the user named it: the file, or the package's directory
  std::shared_ptr<base::FileSet> files = std::make_shared<base::FileSet>();
  std::shared_ptr<base::Arena> arena = std::make_shared<base::Arena>();
  syntax::NodeIds ids;  ///< of all trees
  /// Each after those it imports. User files' versions are resolved: File::go_version is never 0.
  std::vector<std::unique_ptr<Package>> packages;
  std::vector<Package*> targets;  ///< the package, and its external test package
  std::vector<Entry> entries;     ///< main first, tests in order of files and lines
  Entry test_main;                ///< function is null if the tests have no TestMain
  bool is_program = false;        ///< what `go build` would link: if it is package main it needs a func main
  /// What it was loaded from: files, or a directory with its tests or without.
  std::vector<std::string> from_files;
  std::string from_directory;
  bool with_tests = false;
  base::Diagnostics diagnostics;  ///< not empty: the rest is incomplete

  const Package* find(std::string_view path) const;
};

struct Options {
  std::uint32_t go_version = 26;    ///< where no go.mod and no //go:build line says another
  std::vector<std::string> always;  ///< packages that every unit has, imported or not: runtime, ...
  /// Directory of a Go tree: "" looks for one in the usual places, "-" uses none.
  std::string go_tree;
  /// Packages with a model whose other declarations are taken from the Go tree (File::fallback).
  std::set<std::string> completed;
};

/// Loads what `patterns` name: .go files of one package, directories, DIR/... A pattern that names
/// nothing gives a unit with an error. A package main with tests gives two units, with and without
/// the test files.
std::vector<Unit> load(const std::vector<std::string>& patterns, const Options& options);

/// The same unit once more, with other options.
Unit load_again(const Unit& unit, const Options& options);

/// Reports a program without func main and without tests. For after the type check: to Go it is an
/// error of the linker, which comes after all others.
void require_entry(Unit& unit);

}  // namespace model::package
