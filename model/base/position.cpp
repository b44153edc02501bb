// Places in source text: names, lines and their printed form.

#include "model/base/position.hpp"

#include <utility>

namespace model::base {

std::uint32_t FileSet::add(std::string name, std::string text) {
  files_.push_back(std::make_unique<File>(File{std::move(name), std::move(text), {}}));
  return size() - 1;
}

std::string_view FileSet::name(std::uint32_t file) const {
  return file < files_.size() ? std::string_view(files_[file]->name) : std::string_view();
}

std::string_view FileSet::text(std::uint32_t file) const {
  return file < files_.size() ? std::string_view(files_[file]->text) : std::string_view();
}

std::string_view FileSet::line(std::uint32_t file, std::uint32_t line) const {
  if (file >= files_.size() || line == 0) return {};
  const File& f = *files_[file];
  if (f.line_starts.empty()) {
    f.line_starts.push_back(0);
    for (std::size_t i = 0; i < f.text.size(); ++i) {
      if (f.text[i] == '\n') f.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  if (line > f.line_starts.size()) return {};
  const std::uint32_t start = f.line_starts[line - 1];
  const std::string_view rest = std::string_view(f.text).substr(start);
  return rest.substr(0, rest.find('\n'));
}

std::string FileSet::describe(Position position) const {
  std::string result(name(position.file));
  if (result.empty()) result = "-";
  if (!position.valid()) return result;
  result += ':';
  result += std::to_string(position.line);
  if (position.column != 0) {
    result += ':';
    result += std::to_string(position.column);
  }
  return result;
}

}  // namespace model::base
