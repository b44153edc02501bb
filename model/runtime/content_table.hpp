#pragma once
// Interned component contents. A component (a goroutine, an object) is split into its content, in which references are
// positions in a list of links, and that list, which stays in the state: renaming objects never touches a content.

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "model/runtime/value.hpp"

namespace model::runtime {

using ContentId = std::uint32_t;

struct Content {
  std::vector<std::uint32_t> words;
  std::uint64_t hash = 0;
  std::uint32_t links = 0;  ///< length of the link list that goes with it
  // Decoded once; references hold link positions + 1 as their object number.
  std::unique_ptr<const Goroutine> goroutine;
  std::unique_ptr<const Object> object;
};

enum class ContentKind : std::uint8_t { Goroutine, Object, Raw };

class ContentTable {
 public:
  ContentTable() { slots_.assign(1024, 0); contents_.emplace_back(); }
  /// Equal (words, kind) get equal ids, from 1.
  ContentId intern(ContentKind kind, std::span<const std::uint32_t> words, std::uint32_t links);
  const Content& get(ContentId id) const { return contents_[id]; }
  std::size_t size() const { return contents_.size() - 1; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  void grow();
  std::deque<Content> contents_;
  std::vector<ContentId> slots_;  // open addressing, 0 = empty
  std::uint64_t bytes_ = 0;
};

std::uint64_t hash_words(std::span<const std::uint32_t> words, std::uint64_t seed);

}  // namespace model::runtime
