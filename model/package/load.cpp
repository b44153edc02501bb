// Patterns to units, as the go command reads its arguments: files of one package, directories,
// DIR/...

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/package/file.hpp"
#include "model/package/loader.hpp"
#include "model/package/package.hpp"

namespace model::package {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
}

/// Without `./` in front and slashes at the end; `.` for the working directory.
std::string tidy(const std::string& path) {
  std::string result = path;
  while (result.size() > 2 && result.substr(0, 2) == "./") {
    result.erase(0, 2);
    while (result.size() > 1 && result[0] == '/') result.erase(0, 1);
  }
  while (result.size() > 1 && result.back() == '/') result.pop_back();
  return result == "./" || result.empty() ? "." : result;
}

Unit failed(std::string name, std::string message) {
  Unit unit;
  unit.name = std::move(name);
  unit.diagnostics.error({}, "Package", std::move(message));
  return unit;
}

Unit load_files(const std::vector<std::string>& paths, const Options& options) {
  std::string name;
  for (const std::string& path : paths) name += (name.empty() ? "" : " ") + path;
  for (const std::string& path : paths) {
    if (parent_of(path) != parent_of(paths[0])) {
      return failed(name, "named files must all be in one directory; have " + parent_of(paths[0]) +
                              " and " + parent_of(path));
    }
  }
  Unit unit;
  unit.name = std::move(name);
  unit.from_files = paths;
  Loader(unit, options).load_files(paths);
  unit.is_program = true;
  return unit;
}

Unit load_directory(const std::string& dir, bool with_tests, const Options& options) {
  Unit unit;
  unit.name = dir;
  unit.from_directory = dir;
  unit.with_tests = with_tests;
  Loader(unit, options).load_directory(dir, with_tests);
  return unit;
}

bool has_tests(const std::string& dir) {
  const std::vector<std::string> names = go_files(dir);
  return std::any_of(names.begin(), names.end(), [](const auto& n) { return is_test_file(n); });
}

/// The units of a directory: its package alone where that is a program or has no tests, and with
/// its tests.
void load_directory(const std::string& dir, const Options& options, std::vector<Unit>& units) {
  const bool tests = has_tests(dir);
  Unit plain = load_directory(dir, false, options);
  const bool is_program = !plain.targets.empty() && plain.targets[0]->name == "main";
  if (tests) {
    Unit with_tests = load_directory(dir, true, options);
    const bool no_entries = with_tests.entries.empty() && with_tests.diagnostics.empty();
    if (!is_program) {
      units.push_back(std::move(with_tests));
      return;
    }
    plain.is_program = true;
    units.push_back(std::move(plain));
    if (!no_entries) units.push_back(std::move(with_tests));
    return;
  }
  plain.is_program = true;
  units.push_back(std::move(plain));
}

}  // namespace

Unit load_again(const Unit& unit, const Options& options) {
  Unit again = unit.from_files.empty() ? load_directory(unit.from_directory, unit.with_tests, options)
                                       : load_files(unit.from_files, options);
  again.is_program = unit.is_program;
  return again;
}

void require_entry(Unit& unit) {
  if (!unit.diagnostics.empty() || !unit.is_program || unit.targets.empty() || !unit.entries.empty()) return;
  const Package& target = *unit.targets[0];
  if (target.name != "main" || target.files.empty()) return;
  unit.diagnostics.error(target.files[0]->name->position, "Package",
                         "function main is undeclared in the main package");
}

std::vector<Unit> load(const std::vector<std::string>& patterns, const Options& options) {
  std::vector<Unit> units;
  std::vector<std::string> files;
  for (const std::string& pattern : patterns) {
    if (ends_with(pattern, ".go") && !is_directory(pattern)) files.push_back(pattern);
  }
  if (!files.empty()) units.push_back(load_files(files, options));
  for (const std::string& pattern : patterns) {
    if (pattern == "..." || ends_with(pattern, "/...")) {
      const std::string top = pattern == "..." ? "." : tidy(pattern.substr(0, pattern.size() - 4));
      const std::size_t before = units.size();
      if (is_directory(top)) {
        for (const std::string& dir : directories_below(top)) {
          const std::vector<std::string> names = go_files(dir);
          const bool any = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            const auto text =
                kUserContext.matches_name(name) ? read_file(join(dir, name)) : std::nullopt;
            return text && kUserContext.matches_text(*text);
          });
          if (any) load_directory(dir, options, units);
        }
      } else {
        units.push_back(failed(pattern, top + ": " + why_unreadable(top)));
      }
      if (units.size() == before) {
        units.push_back(failed(pattern, "no Go files in " + pattern + ": it matches no packages"));
      }
    } else if (is_directory(pattern)) {
      load_directory(tidy(pattern), options, units);
    } else if (!ends_with(pattern, ".go")) {
      units.push_back(
          failed(pattern, pattern + ": " +
                              (read_file(pattern) ? "is neither a .go file nor a directory"
                                                  : why_unreadable(pattern))));
    }
  }
  return units;
}

}  // namespace model::package
