#pragma once
// Source text to what the tests look at.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/arena.hpp"
#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/parse.hpp"
#include "model/syntax/tree.hpp"

namespace parsing {

struct Parsed {
  model::base::FileSet files;
  model::base::Arena arena;
  model::base::Diagnostics diagnostics;
  model::syntax::NodeIds ids;
  model::syntax::File* file = nullptr;

  explicit Parsed(std::string text) {
    files.add("x.go", std::move(text));
    file = model::syntax::parse_file(files, 0, arena, diagnostics, ids);
  }
  std::string errors() const { return diagnostics.print(files); }
};

/// The messages for a file, one a line.
inline std::string errors(std::string text) { return Parsed(std::move(text)).errors(); }

/// The messages for statements as a function's body. Their line numbers start with 3.
inline std::string body_errors(const std::string& statements) {
  return errors("package p\nfunc f() {\n" + statements + "\n}\n");
}

}  // namespace parsing
