#pragma once
// Interned component contents. A component (a goroutine, an object) is split into its content, in which references are
// positions in a list of links, and that list, which stays in the state: renaming objects never touches a content.

#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "model/runtime/value.hpp"

namespace model::runtime {

using ContentId = std::uint32_t;

enum class ContentKind : std::uint8_t { Goroutine, Object, Raw };

struct Content {
  std::vector<std::uint32_t> words;
  std::uint64_t hash = 0;
  std::uint32_t links = 0;  ///< length of the link list that goes with it
  ContentKind kind{};
  std::uint32_t slots = 0;  ///< of an object
  // Decoded once; references hold link positions + 1 as their object number. Of Cells with many zeros at the end (a buffer that is
  // filled a little) the slots are there up to them only: there are `slots`.
  std::unique_ptr<const Goroutine> goroutine;
  std::unique_ptr<const Object> object;
};

/// Thread safe: contents never move and never change, so reading one takes no lock. Its number depends on who came first and
/// must not be seen in anything that is to be the same from run to run; its hash may.
class ContentTable {
 public:
  ContentTable();
  ~ContentTable();
  ContentTable(const ContentTable&) = delete;
  ContentTable& operator=(const ContentTable&) = delete;
  /// Equal (words, kind) get equal ids, from 1.
  ContentId intern(ContentKind kind, std::span<const std::uint32_t> words, std::uint32_t links) {
    return intern(kind, words, links, hash_of(kind, words));
  }
  const Content& get(ContentId id) const {
    const unsigned chunk = chunk_of(id);
    return chunks_[chunk].load(std::memory_order_acquire)[id - first_of(chunk)];
  }
  std::size_t size() const { return next_.load(std::memory_order_relaxed) - 1; }
  std::uint64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }

 private:
  friend class RecentContents;
  static std::uint64_t hash_of(ContentKind kind, std::span<const std::uint32_t> words);
  static bool is(const Content& c, ContentKind kind, std::span<const std::uint32_t> words, std::uint64_t hash);
  ContentId intern(ContentKind kind, std::span<const std::uint32_t> words, std::uint32_t links, std::uint64_t hash);
  // Each chunk is as large as all before it together.
  static constexpr unsigned kFirstBits = 6;
  static constexpr unsigned kChunks = 32 - kFirstBits + 1;
  static unsigned chunk_of(ContentId id) { return static_cast<unsigned>(std::bit_width(id >> kFirstBits)); }
  static ContentId first_of(unsigned chunk) { return chunk == 0 ? 0 : ContentId{1} << (kFirstBits + chunk - 1); }
  static constexpr std::size_t kShards = 16;
  /// Open addressing over the contents of which the hash has these low bits; 0 = empty.
  struct alignas(64) Shard {
    std::mutex mutex;
    std::vector<ContentId> slots = std::vector<ContentId>(16, 0);
    std::size_t used = 0;
  };
  Content& add(ContentId id);
  void grow(Shard& shard);

  std::array<Shard, kShards> shards_;
  std::array<std::atomic<Content*>, kChunks> chunks_{};
  std::mutex chunk_mutex_;
  std::atomic<ContentId> next_ = 1;
  std::atomic<std::uint64_t> bytes_ = 0;
};

/// A table as one thread sees it: what the thread has interned lately is found without a lock.
class RecentContents {
 public:
  explicit RecentContents(ContentTable& table) : table_(table) {}
  /// As ContentTable::intern.
  ContentId intern(ContentKind kind, std::span<const std::uint32_t> words, std::uint32_t links);

 private:
  static constexpr std::size_t kRecent = 1024;
  ContentTable& table_;
  std::vector<ContentId> ids_ = std::vector<ContentId>(kRecent, 0);  ///< by hash
};

std::uint64_t hash_words(std::span<const std::uint32_t> words, std::uint64_t seed);

}  // namespace model::runtime
