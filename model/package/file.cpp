// Files and directories.

#include "model/package/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "model/syntax/scanner.hpp"

namespace model::package {

namespace fs = std::filesystem;

namespace {

bool ignored(const std::string& name) { return name.empty() || name[0] == '_' || name[0] == '.'; }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

bool is_directory(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path.empty() ? "." : path, error);
}

std::optional<std::string> read_file(const std::string& path) {
  if (is_directory(path)) return std::nullopt;
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) return std::nullopt;
  const std::streamoff size = in.tellg();
  if (size < 0) return std::nullopt;
  std::string text(static_cast<std::size_t>(size), '\0');
  in.seekg(0);
  in.read(text.data(), size);
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

std::string why_unreadable(const std::string& path) {
  if (is_directory(path)) return "is a directory";
  errno = 0;
  const std::ifstream in(path, std::ios::binary);
  std::string reason = std::error_code(errno != 0 ? errno : EIO, std::generic_category()).message();
  if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') {
    reason[0] = static_cast<char>(reason[0] | 0x20);
  }
  return reason;
}

std::vector<std::string> go_files(const std::string& dir) {
  std::vector<std::string> result;
  std::error_code error;
  for (fs::directory_iterator it(dir.empty() ? "." : dir, error), end; !error && it != end;
       it.increment(error)) {
    std::string name = it->path().filename().string();
    std::error_code ignore;
    if (ends_with(name, ".go") && !ignored(name) && !fs::is_directory(it->path(), ignore)) {
      result.push_back(std::move(name));
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

bool has_assembly(const std::string& dir) {
  std::error_code error;
  for (fs::directory_iterator it(dir.empty() ? "." : dir, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (ends_with(name, ".s") && !ignored(name)) return true;
  }
  return false;
}

std::vector<std::string> directories_below(const std::string& dir) {
  std::vector<std::string> result = {dir};
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(dir.empty() ? "." : dir, error), end; !error && it != end;
       it.increment(error)) {
    std::string name = it->path().filename().string();
    std::error_code ignore;
    if (!fs::is_directory(it->path(), ignore) || fs::is_symlink(it->path(), ignore)) continue;
    if (ignored(name) || name == "vendor" || name == "testdata") continue;
    if (fs::exists(it->path() / "go.mod", ignore)) continue;
    names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    for (std::string& below : directories_below(join(dir, name))) {
      result.push_back(std::move(below));
    }
  }
  return result;
}

std::string join(const std::string& dir, const std::string& name) {
  if (dir.empty() || dir == ".") return name;
  return fs::path(dir + "/" + name).lexically_normal().string();
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  std::string result = fs::absolute(path.empty() ? "." : path, error).lexically_normal().string();
  while (result.size() > 1 && result.back() == '/') result.pop_back();
  return result;
}

std::string shorten_path(const std::string& path) {
  const std::string here = absolute_path(".");
  const std::string full = absolute_path(path);
  if (full == here) return ".";
  if (full.size() > here.size() && full.compare(0, here.size(), here) == 0 &&
      (here == "/" || full[here.size()] == '/')) {
    return full.substr(here.size() + (here == "/" ? 0 : 1));
  }
  return path;
}

std::string go_path() {
  const char* path = std::getenv("GOPATH");
  if (path != nullptr && *path != '\0') {
    const std::string list = path;
    return list.substr(0, list.find(':'));
  }
  const char* home = std::getenv("HOME");
  return std::string(home != nullptr ? home : "") + "/go";
}

std::string escape_module(const std::string& path) {
  std::string result;
  for (const char c : path) {
    if (c >= 'A' && c <= 'Z') {
      result += '!';
      result += static_cast<char>(c | 0x20);
    } else {
      result += c;
    }
  }
  return result;
}

std::string package_name_of(std::string_view text) {
  syntax::Scanner scanner(text, {0, 1, 1}, [](base::Position, const std::string&) {});
  scanner.next();
  if (scanner.token != syntax::Token::Package) return {};
  scanner.next();
  return scanner.token == syntax::Token::Ident ? std::string(scanner.text) : std::string();
}

}  // namespace model::package
