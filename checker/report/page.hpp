#pragma once
// The page that html/ is built to.

#include <span>
#include <string_view>

namespace checker::report {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};
std::span<const EmbeddedFile> embedded_files();

}  // namespace checker::report
