#pragma once
// Interned sequences of words that are many, small and seldom looked at: of each the bytes of its words, 7 bits to a byte. That is a
// few dozen bytes each, where a Content takes a hundred beside its words.

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace model::runtime {

/// Thread safe. The numbers depend on who came first: nothing that is to be the same from run to run may show them.
class PackedTable {
 public:
  /// Equal words get equal numbers, from 1. Throws std::bad_alloc beyond 32 GiB.
  std::uint32_t intern(std::span<const std::uint32_t> words);
  /// The words of a number that intern() gave.
  void read(std::uint32_t number, std::vector<std::uint32_t>& words) const;
  std::size_t size() const { return size_.load(std::memory_order_relaxed); }
  std::uint64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }

 private:
  static constexpr std::uint32_t kShards = 16;
  static constexpr std::uint32_t kUnit = 8;      ///< an entry begins at a multiple, in bytes
  static constexpr std::uint32_t kChunk = 4096;  ///< bytes
  /// The entry of a number begins at unit number / kShards of shard number % kShards. Unit 0 is not used.
  struct alignas(64) Shard {
    mutable std::mutex mutex;
    std::vector<std::unique_ptr<std::uint8_t[]>> blocks;  ///< of a chunk, or as many as an entry needs
    std::vector<std::uint8_t*> chunks;
    std::uint32_t end = 1;  ///< units in use
    /// Open addressing by the hash: the unit at which an entry begins, and above it four bits of the hash; 0: empty.
    std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(16, 0);
    std::size_t used = 0;

    std::uint8_t* at(std::uint32_t unit) const { return chunks[unit / (kChunk / kUnit)] + unit % (kChunk / kUnit) * kUnit; }
  };
  std::uint32_t make_room(Shard& shard, std::size_t bytes);
  void grow(Shard& shard);

  std::array<Shard, kShards> shards_;
  std::atomic<std::size_t> size_ = 0;
  std::atomic<std::uint64_t> bytes_ = 0;
};

}  // namespace model::runtime
