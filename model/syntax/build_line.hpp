#pragma once
// //go:build lines: which files belong to a build, and for which version of the language a file is
// written.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace model::syntax {

/// What follows //go:build in a comment; empty if it is none.
std::string_view build_expression(std::string_view comment);

/// Value of an expression (`linux && !cgo || go1.20`); nothing if it is malformed.
std::optional<bool> evaluate_build(std::string_view expression,
                                   const std::function<bool(std::string_view)>& tag);

/// The least N such that the expression implies go1.N; 0 if it implies none.
std::uint32_t build_go_version(std::string_view expression);

/// N of a release tag go1.N; nothing for other tags.
std::optional<std::uint32_t> release_tag(std::string_view tag);

}  // namespace model::syntax
