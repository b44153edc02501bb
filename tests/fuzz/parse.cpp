// libFuzzer target: whatever the bytes, the parser ends, within its limits, and every node is in
// place.

#include "model/syntax/parse.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "model/base/arena.hpp"
#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/annotation.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace model;
  base::FileSet files;
  base::Arena arena;
  base::Diagnostics diagnostics;
  syntax::NodeIds ids;
  files.add("fuzz.go", std::string(reinterpret_cast<const char*>(data), size));
  const syntax::File* file = syntax::parse_file(files, 0, arena, diagnostics, ids);
  if (file == nullptr || (file->name == nullptr && diagnostics.empty())) std::abort();
  for (const syntax::Decl* d : file->decls) {
    if (d == nullptr || d->end < d->position) std::abort();
  }
  syntax::parse_annotations(*file, files, diagnostics);
  if (diagnostics.print(files).empty() != diagnostics.empty()) std::abort();
  return 0;
}
