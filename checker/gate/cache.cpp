// The cache's folder. Files are written under another name first: a reader never sees half of one.

#include "checker/gate/cache.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "checker/gate/entry_key.hpp"
#include "checker/gate/stored_result.hpp"
#include "checker/schedule/trace.hpp"

namespace checker::gate {
namespace {

namespace fs = std::filesystem;

/// This executable: another one may find something else.
std::string executable() {
  struct stat s {};
  if (stat("/proc/self/exe", &s) != 0) return "";
  return fmt::format("{} {} {}.{}", s.st_ino, s.st_size, s.st_mtim.tv_sec, s.st_mtim.tv_nsec);
}

}  // namespace

Cache::Cache(std::string folder, std::string options) : folder_(std::move(folder)), options_(std::move(options)) {
  const std::string id = executable();
  if (id.empty()) folder_.clear();
  options_ += "\n" + id;
}

std::string Cache::key(const model::Unit& unit, const model::EntryInfo& entry) const {
  if (folder_.empty()) return "";
  return fmt::format("{}-{:016x}", entry_key(unit, entry),
                     schedule::hash_text(fmt::format("{}\n{}\n{}", options_, unit.go_version, unit.name)));
}

std::optional<finding::Result> Cache::find(const std::string& key, const model::Unit& unit, std::uint64_t hash) const {
  if (key.empty()) return std::nullopt;
  std::ifstream in(fs::path(folder_) / (key + ".json"), std::ios::binary);
  if (!in) return std::nullopt;
  std::stringstream text;
  text << in.rdbuf();
  auto result = restored(text.str(), unit.files);
  if (!result) return std::nullopt;
  for (finding::Finding& f : result->findings) {
    auto trace = schedule::decode(f.trace);
    if (!trace) return std::nullopt;
    if (trace->hash == hash) continue;
    // Memory locations are numbered in the whole program: such a trace is good for the same text only.
    if (!trace->options.visible_locations.empty()) return std::nullopt;
    trace->hash = hash;
    f.trace = schedule::encode(*trace);
  }
  return result;
}

void Cache::store(const std::string& key, const finding::Result& result) const {
  if (key.empty() || !result.complete || !result.errors.empty()) return;
  std::error_code ignored;
  fs::create_directories(folder_, ignored);
  const fs::path file = fs::path(folder_) / (key + ".json");
  const fs::path part = fs::path(folder_) / fmt::format("{}.{}.part", key, getpid());
  {
    std::ofstream out(part, std::ios::binary);
    out << stored(result);
    out.close();
    if (!out) {
      fs::remove(part, ignored);
      return;
    }
  }
  fs::rename(part, file, ignored);
}

}  // namespace checker::gate
