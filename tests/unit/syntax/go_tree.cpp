// Go's own sources parse without an error. Does nothing where no Go tree is installed.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/unit/catch.hpp"
#include "tests/unit/syntax/parsing.hpp"

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void parse(const fs::path& path) {
  CAPTURE(path.string());
  CHECK(parsing::errors(read(path)) == "");
}

TEST_CASE("Go's own sources parse") {
  const fs::path root = "/usr/local/go";
  if (!fs::exists(root / "src")) {
    WARN("no Go tree at " << root.string() << ": skipped");
    return;
  }
  for (const char* dir :
       {"sync", "time", "context", "fmt", "net/http", "go/types", "slices", "runtime"}) {
    for (const auto& entry : fs::directory_iterator(root / "src" / dir)) {
      if (entry.path().extension() == ".go") parse(entry.path());
    }
  }
  if (!fs::exists(root / "test")) return;
  for (const auto& entry : fs::recursive_directory_iterator(root / "test")) {
    if (entry.path().extension() != ".go") continue;
    const std::string text = read(entry.path());
    if (text.substr(0, text.find('\n')).find("// run") == 0) parse(entry.path());
  }
}

}  // namespace
