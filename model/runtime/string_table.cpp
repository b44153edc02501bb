#include "model/runtime/string_table.hpp"

#include <cassert>

namespace model::runtime {

std::uint32_t StringTable::intern(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(texts_.size());
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return id;
}

const std::string& StringTable::get(std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  assert(id < texts_.size());
  return texts_[id];
}

}  // namespace model::runtime
