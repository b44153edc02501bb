#pragma once
// The Go files of the package of gates.

#include <span>
#include <string_view>

namespace checker::replay {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};
std::span<const EmbeddedFile> embedded_files();

}  // namespace checker::replay
