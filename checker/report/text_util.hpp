#pragma once
// Escapes that more than one format needs.

#include <string>
#include <string_view>

namespace checker::report {

/// For XML and HTML, in text and in quoted attributes. Control characters that XML 1.0 has not are left out, bytes that
/// are no UTF-8 replaced.
std::string xml_escaped(std::string_view text);
/// A backslash before what a CI service would take as a command to it: `::error::` or `##[...]` at the start of a line.
std::string without_commands(const std::string& text);
/// Valid UTF-8: what is none becomes U+FFFD.
std::string utf8_only(std::string_view text);

}  // namespace checker::report
