#pragma once
// Programs whose instances would never end: func F[T any]() { F[*T]() } (Go spec, "Instantiations";
// cmd/compile's check of "instantiation cycle").

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/types/object.hpp"
#include "model/types/type.hpp"

namespace model::types {

/// How type parameters flow into type parameters, in one package. A flow is growing if the argument
/// is built from the source (*T) and not the source itself; a cycle with a growing flow has
/// infinitely many instances.
class InstantiationGraph {
 public:
  explicit InstantiationGraph(const Package* package) : package_(package) {}

  /// A receiver's type parameter stands for its type's.
  void same(const TypeParam* of_receiver, const TypeParam* of_type);
  /// `args` were given for `parameters`; `positions` of the arguments as far as written, otherwise
  /// `at`.
  void instance(const std::vector<TypeParam*>& parameters, const std::vector<Type*>& args,
                Position at, const std::vector<Position>& positions = {});

  struct Cycle {
    Position position;
    /// "A instantiated as Box[A]" and where, along the cycle.
    std::vector<std::pair<Position, std::string>> steps;
  };
  std::optional<Cycle> find() const;

 private:
  struct Edge {
    std::size_t from, to;
    int growth;
    Position position;
    const Type* type;
  };

  const Package* package_;
  std::vector<const TypeName*> vertices_;
  std::vector<Edge> edges_;
  std::unordered_map<const TypeName*, std::size_t> index_;
  std::unordered_map<const TypeParam*, const TypeParam*> canonical_;

  std::size_t vertex(const TypeParam* p);
  std::size_t vertex(const TypeName* name);
  std::optional<std::size_t> local_type(const Named* named);
  void flow(const TypeParam* into, const Type* argument, const Type* part, Position at);
};

}  // namespace model::types
