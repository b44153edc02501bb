#pragma once
// Go's own packages: which there are, and where an installed Go has their source.

#include <string>
#include <string_view>

namespace model::package {

/// Root of an installed Go (with src/fmt in it), the newest of those found; empty if there is none.
std::string find_go_tree();

/// Is this the path of a package of Go's standard library (internal ones not counted)?
bool is_standard(std::string_view path);

}  // namespace model::package
