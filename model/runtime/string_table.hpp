#pragma once
// Go strings are named by numbers inside a state: equal bytes, equal number.

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace model::runtime {

/// Interned byte strings. Id 0 is the empty string; any other is a hash of the text, and the next free number where two
/// texts have one hash: so an id does not depend on who asked first. Thread safe; references stay valid.
class StringTable {
 public:
  std::uint64_t intern(std::string_view text);
  const std::string& get(std::uint64_t id) const;
  /// The same for what may be no string's id: then null.
  const std::string* find(std::uint64_t id) const;

 private:
  struct Shard {
    mutable std::mutex mutex;
    std::unordered_map<std::uint64_t, std::string> texts;
  };
  static constexpr std::uint64_t kShards = 16;
  std::array<Shard, kShards> shards_;
  std::string empty_;
};

}  // namespace model::runtime
