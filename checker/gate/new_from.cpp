// git archive into a temporary folder, and this program there.

#include "checker/gate/new_from.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "checker/process/process.hpp"

namespace checker::gate {
namespace {

namespace fs = std::filesystem;
using process::Finished;

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "chancheck-rev-XXXXXX").string();
    if (mkdtemp(pattern.data()) != nullptr) path = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }
  std::string path;
};

/// The pattern's file or folder.
std::string path_of(const std::string& pattern) {
  const std::size_t dots = pattern.rfind("/...");
  if (pattern == "...") return ".";
  return dots != std::string::npos && dots + 4 == pattern.size() ? pattern.substr(0, dots) : pattern;
}

}  // namespace

std::string findings_at(const std::string& rev, const std::vector<std::string>& patterns, const std::vector<std::string>& flags,
                        std::vector<Known>& known) {
  // A revision is no flag of git's.
  const Finished commit = process::run({{"git", "rev-parse", "--verify", "--quiet", "--end-of-options", rev + "^{commit}"}, "", {}, std::chrono::seconds(60)});
  if (commit.status == -1) return "--new-from needs git";
  if (commit.status != 0) return "git knows no revision " + rev + " here";
  const Finished top = process::run({{"git", "rev-parse", "--show-toplevel"}, "", {}, std::chrono::seconds(60)});
  if (top.status != 0) return "not in a git repository";
  const Folder folder;
  if (folder.path.empty()) return "cannot make a temporary folder";
  const std::string root = trimmed(top.output);
  const fs::path archive = fs::path(folder.path) / "tree.tar", tree = fs::path(folder.path) / "tree";
  fs::create_directory(tree);
  const Finished packed = process::run({{"git", "archive", "--format=tar", "-o", archive.string(), trimmed(commit.output)}, root, {}, std::chrono::seconds(600)});
  if (packed.status != 0) return "git archive: " + trimmed(packed.output);
  const Finished unpacked = process::run({{"tar", "-xf", archive.string(), "-C", tree.string()}, "", {}, std::chrono::seconds(600)});
  if (unpacked.status != 0) return "tar: " + trimmed(unpacked.output);

  const fs::path here = fs::current_path().lexically_relative(fs::canonical(root));
  const fs::path there = (tree / here).lexically_normal();
  std::vector<std::string> command = {fs::read_symlink("/proc/self/exe").string(), "check", "--exit-zero"};
  command.insert(command.end(), flags.begin(), flags.end());
  const std::string list = (fs::path(folder.path) / "baseline.json").string();
  command.push_back("--write-baseline=" + list);
  bool any = false;
  for (const std::string& pattern : patterns) {
    const fs::path path(path_of(pattern));
    if (path.is_absolute()) return "--new-from wants relative patterns, not " + pattern;
    if (!fs::exists(there / path)) continue;
    any = true;
    command.push_back(pattern);
  }
  if (!any) return "";
  const Finished checked = process::run({command, there.string(), {}, std::chrono::hours(24)});
  // A program that did not compile then had no findings that are known.
  if (!fs::exists(list)) return checked.status == 2 || checked.status == 5 ? "" : "cannot check " + rev + ": " + trimmed(checked.output);
  return read_baseline(list, known);
}

}  // namespace checker::gate
