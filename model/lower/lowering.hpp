#pragma once
// What the functions of one program share while they are lowered: tables, and the list of functions to do. Functions, package
// variables and methods are added as they are mentioned, so only what is reachable from the entries is lowered.

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/lower/analysis.hpp"
#include "model/lower/lower.hpp"
#include "model/lower/type_table.hpp"
#include "model/program/natives.hpp"
#include "model/types/instantiate.hpp"
#include "model/types/lookup.hpp"

namespace model::lower {

class FunctionLowering;

/// Type arguments of the generic function at hand.
struct Substitution {
  types::Parameters parameters;
  types::Arguments arguments;
  bool empty() const { return parameters.empty(); }
};

/// What is known of a package besides its types.
struct PackageFacts {
  bool is_library = false;
  bool untracked = false;
  bool has_model = false;
  bool is_modelled = true;        ///< false: reflect and the like, a call is an error when reached
  std::uint32_t go_version = 26;
  std::string symbol;             ///< prefix of its functions' names at run time
};

class Lowering {
 public:
  Lowering(const package::Unit& unit, const types::Info& info, types::Checker& checker,
           const property::Resolved& annotations);

  std::shared_ptr<program::Program> run();
  /// Is something reachable not lowered as it did not type check? After run().
  bool met_invalid() const { return met_invalid_; }
  void meet_invalid() { met_invalid_ = true; }

  const types::Info& info() const { return info_; }
  types::Context& context() const { return info_.context(); }
  program::Program& program() { return *program_; }
  TypeTable& types() { return types_; }
  const PackageFacts& facts(const types::Package* package) const;
  /// False: calling it is an error where that happens.
  bool is_modelled(const types::Func* f) const;
  /// Of a package with a model that does not declare it: no value of the model has this type, where one of the real package might.
  bool lacks_values(types::Type* t) const;
  /// Index + 1 of the SpecMark of a node, or 0.
  std::uint32_t mark(const syntax::Node* node) const { return annotations_.mark(node); }
  /// The function that stands for a mark's events before a deferred call.
  void deferred_event(std::uint32_t mark);
  std::uint32_t version_of(const types::Package* package, std::uint32_t file) const;
  const Analysis& analysis(const syntax::Node* root, std::uint32_t version);

  std::int32_t scalar(std::uint64_t bits);
  std::int32_t text(const std::string& text);
  /// Consecutive constants.
  std::int32_t constants(const std::vector<program::Constant>& list);

  program::GlobalId global(types::Var* v);
  /// A variable of a library package whose initial value needs what is not modelled (reflect, ...):
  /// it is never initialised, and using it is an error where that happens, not before main.
  bool lacks_value(const types::Var* v);
  /// A declared function or method with its type arguments; without body a native or what is not modelled.
  program::FunctionId function(types::Func* f, const std::vector<types::Type*>& arguments);
  /// A method of a concrete type, with the type arguments of its receiver's type; takes the receiver as declared.
  program::FunctionId method(types::Func* f, const Substitution& substitution);
  /// A function made up by the lowering, once for each key.
  program::FunctionId synthetic(const std::string& key, const std::string& name,
                                const types::Package* package,
                                std::function<void(FunctionLowering&)> body);
  program::FunctionId reserve();
  void finish(program::FunctionId id, program::Function&& function);

  /// Values of the type are put into interfaces: its method table is needed, and those of its parts, which a mirror may show.
  void use_in_interface(program::TypeId type);
  /// Methods of this name are called through interfaces.
  void call_method(program::MethodId method) { called_.insert(method); }
  /// The function of a method table's entry: takes a `receiver` by value, goes to the method promoted from inside of it.
  program::FunctionId table_function(types::Type* receiver, const types::MethodSetEntry& entry);

  std::string symbol(const types::Func* f);
  const program::NativeFunction* native(const types::Func* f) const;

 private:
  struct Task {
    program::FunctionId id;
    std::function<void()> lower;
  };
  void work();
  void lower_declared(program::FunctionId id, types::Func* f, const Substitution& substitution);
  bool fill_method_tables();
  void add_method_table(program::TypeId type);

  // init.cpp
  void start_initializers();
  void activate(std::size_t package, std::size_t initializer);
  program::FunctionId initializer_function(const types::PackageInfo& package, const types::Initializer& i);
  void add_inits();
  bool add_library_inits();
  void drop_unmodelled_inits();
  std::set<const types::Package*> packages_changed(const types::PackageInfo& package);
  void add_entries();
  void add_expressions();
  program::FunctionId entry_function(const package::Entry& entry);
  types::Func* find_function(const std::string& path, const std::string& name) const;

  const package::Unit& unit_;
  const types::Info& info_;
  types::Checker& checker_;
  const property::Resolved& annotations_;
  std::shared_ptr<program::Program> program_ = std::make_shared<program::Program>();
  TypeTable types_;
  bool failed_ = false;
  bool met_invalid_ = false;
  std::unordered_map<const types::Package*, PackageFacts> facts_;
  std::unordered_map<std::uint32_t, std::uint32_t> file_version_;
  std::unordered_map<const syntax::Node*, std::unique_ptr<Analysis>> analyses_;
  std::unordered_map<std::uint64_t, std::int32_t> scalars_;
  std::unordered_map<std::string, std::int32_t> texts_;
  std::unordered_map<const types::Var*, program::GlobalId> globals_;
  std::map<std::pair<const types::Func*, std::vector<program::TypeId>>, program::FunctionId> functions_;
  std::unordered_map<std::string, program::FunctionId> synthetics_;
  std::vector<Task> tasks_;

  // Method tables.
  std::unordered_set<program::TypeId> in_interfaces_;
  struct Table {
    program::TypeId type;
    std::vector<types::MethodSetEntry> entries;  // in step with RuntimeType::methods
  };
  std::vector<Table> tables_;
  std::vector<program::TypeId> new_tables_;
  std::set<program::MethodId> called_;

  // Initialisers of package variables, done when the variable is first mentioned.
  std::unordered_map<const types::Var*, std::pair<std::size_t, std::size_t>> initializer_of_;
  std::unordered_map<const types::Var*, bool> lacks_value_;
  std::unordered_set<std::uint32_t> fallback_files_;
  std::set<std::uint32_t> overlay_files_;  // ours, of packages compiled from source
  std::set<std::pair<std::uint32_t, std::uint32_t>> embedded_;  // file and line of a variable with //go:embed: there are no files
  bool needs_unmodelled(const syntax::Expr* e);
  std::vector<std::vector<program::FunctionId>> initializers_;  // by package and initialiser
  std::vector<std::vector<program::FunctionId>> inits_;         // func init(), by package
  std::set<const types::Package*> reached_;                     // with a function or variable that something reachable mentions
  std::vector<std::pair<std::size_t, std::set<const types::Package*>>> waiting_inits_;  // packages_changed() by those of a library
  struct EntryFunctions {
    program::FunctionId id = program::kNone;
    const package::Entry* entry = nullptr;
    program::FunctionId function = program::kNone;
    program::FunctionId run = program::kNone, test_main = program::kNone;  // of a test
  };
  std::vector<EntryFunctions> entries_;
};

}  // namespace model::lower
