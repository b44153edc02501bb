// Fingerprints.

#include "checker/finding/fingerprint.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <map>
#include <string_view>

namespace checker::finding {
namespace {

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
std::uint64_t hash(std::string_view text) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    h ^= static_cast<unsigned char>(c);
    h *= 0x100000001b3ULL;
  }
  return h;
}

std::string without_numbers(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      out += c;
    } else if (out.empty() || out.back() != '0') {
      out += '0';
    }
  }
  return out;
}

}  // namespace

std::string source_line(const Result& result, model::base::Position p) {
  if (!p.valid() || result.files == nullptr || p.file >= result.files->size()) return "";
  const std::string_view line = result.files->line(p.file, p.line);
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return "";
  return std::string(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first));
}

void assign_fingerprints(std::vector<Result>& results) {
  std::map<std::uint64_t, std::uint32_t> seen;
  for (Result& r : results) {
    for (Finding& f : r.findings) {
      std::string text = f.code + "\n" + without_numbers(f.message) + "\n" + r.entry + "\n";
      if (f.position.valid() && r.files != nullptr) text += r.files->name(f.position.file);
      // Which of two racing accesses comes second is the schedule's.
      const std::string line = source_line(r, f.position);
      const std::string other = f.race ? source_line(r, f.race->other.position) : "";
      text += "\n" + (f.race ? std::min(line, other) + "\n" + std::max(line, other) : line);
      std::uint64_t h = hash(text);
      if (const std::uint32_t same = seen[h]++; same != 0) h = hash(text + fmt::format("\n#{}", same));
      f.fingerprint = fmt::format("{:016x}", h);
    }
  }
}

}  // namespace checker::finding
