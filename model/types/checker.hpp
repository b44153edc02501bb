#pragma once
// The type checker: trees in, an Info or errors out (Go spec; wording and rules of cmd/compile).

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/tree.hpp"
#include "model/types/info.hpp"

namespace model::types {

class PackageCheck;

/// A package to be checked.
struct Source {
  std::string path;
  std::vector<const syntax::File*> files;
  std::uint32_t go_version = 26;  ///< language version 1.N; a file may have its own
  /// Bodies of functions are checked only when check_body() asks for them, or an initialiser needs them.
  bool lazy_bodies = false;
  /// Functions without body are fine (natives of the library, assembly).
  bool allow_missing_bodies = false;
  /// What is wrong is not the user's fault: it is not reported, and whatever it is about is invalid.
  bool quiet = false;
  bool is_model = false;
  /// What import paths mean here; those not listed are looked for among the packages checked before.
  std::unordered_map<std::string, Package*> imports;
  /// Import paths whose failure has been reported: whatever is selected from them is silently invalid.
  std::vector<std::string> missing_imports;
};

/// Checks the packages of one program, each after those it imports.
class Checker {
 public:
  Checker(Info& info, const base::FileSet& files, base::Diagnostics& diagnostics);
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  /// Checks a package and appends it to Info::packages. Never null; what is wrong is in the diagnostics.
  Package* check(const Source& source);
  /// Checks the body of a function or method of a lazily checked package, if that has not happened.
  /// False if it has errors (reported, unless its package is quiet).
  bool check_body(Func* function);
  bool body_checked(const Func* function) const;
  /// Checks an expression of an annotation in the scope of a file of a checked package, with `closed(ch)` known. Its type, or
  /// null if it has errors (reported).
  Type* check_annotation(Package* package, const syntax::File* file, syntax::Expr* e);
  /// The package of this path, if checked; package unsafe too.
  Package* find(const std::string& path) const;
  /// Errors that were not reported.
  std::size_t unreported() const { return unreported_; }
  /// Models that something was looked for in and not found.
  const std::set<std::string>& lacking() const { return lacking_; }

 private:
  friend class PackageCheck;
  void complete(Object* object);

  Info& info_;
  const base::FileSet& files_;
  base::Diagnostics& diagnostics_;
  std::vector<std::unique_ptr<PackageCheck>> checks_;
  std::unordered_map<std::string, Package*> packages_;
  std::unordered_map<const Package*, PackageCheck*> check_of_;
  std::size_t unreported_ = 0;
  std::set<std::string> lacking_;
};

}  // namespace model::types
