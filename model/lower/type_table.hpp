#pragma once
// Go's types as run-time types: one for each class of identical types, laid out in slots (program.hpp).

#include <string>
#include <unordered_map>
#include <vector>

#include "model/program/program.hpp"
#include "model/types/context.hpp"
#include "model/types/object.hpp"
#include "model/types/type.hpp"

namespace model::lower {

class TypeTable {
 public:
  explicit TypeTable(program::Program& program);

  /// `t` has no type parameters.
  program::TypeId id(types::Type* t);
  std::int32_t slots(types::Type* t) { return static_cast<std::int32_t>(of(t).slots); }
  program::TypeKind kind(types::Type* t) { return of(t).kind; }
  const program::RuntimeType& of(types::Type* t) { return program_.types[id(t)]; }
  /// A type of the class.
  types::Type* type(program::TypeId id) const { return types_[id]; }

  program::MethodId method_id(const types::Func* method);
  program::MethodId method_id(const std::string& unique_id);

 private:
  program::TypeId laid_out(types::Type* t);
  void complete(program::TypeId id);

  program::Program& program_;
  std::vector<types::Type*> types_;
  std::unordered_map<std::uint64_t, std::vector<program::TypeId>> by_hash_;
  std::vector<program::TypeId> incomplete_;
  int depth_ = 0;
  std::unordered_map<std::string, program::MethodId> method_ids_;
};

}  // namespace model::lower
