#pragma once
// Go strings are named by numbers inside a state: equal bytes, equal number. The table only grows.

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace model::runtime {

/// Interned byte strings. Id 0 is the empty string. Thread safe; references stay valid.
class StringTable {
 public:
  StringTable() { intern(""); }
  std::uint32_t intern(std::string_view text);
  const std::string& get(std::uint64_t id) const;

 private:
  mutable std::mutex mutex_;
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;
};

}  // namespace model::runtime
