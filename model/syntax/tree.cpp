// Names of node kinds.

#include "model/syntax/tree.hpp"

namespace model::syntax {

const char* kind_name(Kind kind) {
  static constexpr const char* kNames[] = {
#define X(name) #name,
#include "model/syntax/node.def"
  };
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace model::syntax
