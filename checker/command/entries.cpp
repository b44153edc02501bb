// Choosing entries.

#include "checker/command/entries.hpp"

#include <regex>

namespace checker::command {

std::optional<bool> matches(const std::string& pattern, const std::string& text) {
  try {
    return std::regex_search(text, std::regex(pattern, std::regex::ECMAScript));
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

namespace {

/// `go test` matches the parts between slashes against the levels of subtests; an entry is the first level.
std::string first_level(const std::string& pattern) { return pattern.substr(0, pattern.find('/')); }

}  // namespace

std::vector<Flag> Selection::flags() {
  return {
      text_flag("entry", "NAME", "only that function", entry),
      text_flag("run", "RE", "only entries that match", run),
      text_flag("skip", "RE", "no entries that match", skip),
  };
}

std::string Selection::invalid() const {
  for (const std::string& pattern : {run, skip}) {
    if (!matches(first_level(pattern), "")) return "invalid regular expression \"" + pattern + "\"";
  }
  return "";
}

bool Selection::selects(const std::string& name) const {
  if (!entry.empty() && name != entry) return false;
  if (!run.empty() && !matches(first_level(run), name).value_or(false)) return false;
  // A skip with a slash names subtests only.
  return skip.empty() || skip.find('/') != std::string::npos || !matches(skip, name).value_or(false);
}

}  // namespace checker::command
