// Packages of an installed Go as a test of the whole checker: they have no errors. Skipped where
// there is no Go.

#include "model/package/go_tree.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_map>

#include "model/base/diagnostic.hpp"
#include "model/package/package.hpp"
#include "model/types/checker.hpp"
#include "tests/unit/catch.hpp"

using namespace model;

namespace {

/// What the checker says about `path` and all it imports; empty if nothing.
std::string errors_in(const std::string& path) {
  const auto dir = std::filesystem::temp_directory_path() / "chancheck_unit_types";
  std::filesystem::create_directories(dir);
  const std::string file = dir / "main.go";
  std::ofstream(file) << "package main\n\nimport _ \"" << path << "\"\n\nfunc main() {}\n";
  std::string result;
  for (package::Unit& unit : package::load({file}, {})) {
    types::Context context;
    types::Info info(context);
    types::Checker checker(info, *unit.files, unit.diagnostics);
    std::unordered_map<const package::Package*, types::Package*> checked;
    for (const auto& p : unit.packages) {
      if (p->origin == package::Origin::Unsafe) {
        checked[p.get()] = checker.find("unsafe");
        continue;
      }
      types::Source source;
      source.path = p->path;
      source.files.assign(p->files.begin(), p->files.end());
      if (p->go_version != 0) source.go_version = p->go_version;
      source.allow_missing_bodies = p->is_library();
      for (const auto& [written, imported] : p->imports) {
        source.imports[written] = checked[imported];
      }
      checked[p.get()] = checker.check(source);
    }
    result += unit.diagnostics.print(*unit.files);
  }
  std::filesystem::remove_all(dir);
  return result;
}

}  // namespace

TEST_CASE("Go's own packages have no type errors") {
  if (package::find_go_tree().empty()) {
    std::puts("skipped: no Go tree");
    return;
  }
  const char* path = GENERATE("cmp", "slices", "maps", "sort", "strings", "bytes", "container/list",
                              "container/heap", "container/ring", "errors", "context", "sync",
                              "strconv", "unicode/utf8", "math/bits", "iter", "bufio");
  CAPTURE(path);
  CHECK(errors_in(path) == "");
}
