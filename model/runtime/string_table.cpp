#include "model/runtime/string_table.hpp"

#include <cassert>
#include <cstring>
#include <vector>

#include "model/runtime/content_table.hpp"

namespace model::runtime {
namespace {

std::uint64_t hash_text(std::string_view text) {
  std::vector<std::uint32_t> words((text.size() + 3) / 4);
  std::memcpy(words.data(), text.data(), text.size());
  return hash_words(words, text.size());
}

}  // namespace

std::uint64_t StringTable::intern(std::string_view text) {
  if (text.empty()) return 0;
  // Stepping by the number of shards stays in one of them.
  for (std::uint64_t id = hash_text(text);; id += kShards) {
    if (id == 0) continue;
    Shard& shard = shards_[id % kShards];
    const std::lock_guard lock(shard.mutex);
    if (shard.texts.try_emplace(id, text).first->second == text) return id;
  }
}

const std::string& StringTable::get(std::uint64_t id) const {
  const std::string* const found = find(id);
  assert(found != nullptr);
  return *found;
}

const std::string* StringTable::find(std::uint64_t id) const {
  if (id == 0) return &empty_;
  const Shard& shard = shards_[id % kShards];
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.texts.find(id);
  return found == shard.texts.end() ? nullptr : &found->second;
}

}  // namespace model::runtime
