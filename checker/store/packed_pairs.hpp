#pragma once
// A growing array of pairs of numbers, most of which are far below 2^32: each takes 5 to 8 bytes, as the largest of its block needs.

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include "checker/store/chunked_array.hpp"

namespace checker::store {

/// Two numbers of 32 bits.
struct Pair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  bool operator==(const Pair&) const = default;
  /// Both in one number.
  std::uint64_t key() const { return std::uint64_t{right} << 32 | left; }
};

/// Pairs stay where they are, but for those of the last block when one comes that needs more bytes: the block is then written anew,
/// as is the directory of blocks when it is full; what was there before is kept until the end, as somebody may be reading it. So
/// whoever reads pairs that are there is not disturbed by one who appends.
class PackedPairs {
 public:
  explicit PackedPairs(Account& account) : account_(&account) {}
  PackedPairs(const PackedPairs&) = delete;
  PackedPairs& operator=(const PackedPairs&) = delete;
  ~PackedPairs() {
    for (const Block block : all_) std::free(bytes_in(block));
    account_->release(charged_);
  }

  std::size_t size() const { return size_; }

  Pair operator[](std::size_t i) const { return read(block_of(i), i % kBlock); }

  /// Fetches the pair into the cache.
  void prefetch(std::size_t i) const {
    const Block block = block_of(i);
    __builtin_prefetch(bytes_in(block) + i % kBlock * width_of(block));
  }

  /// Makes the next push_back of this pair certain to succeed. Throws OutOfBudget.
  void reserve_one(Pair pair) {
    const unsigned needed = std::max(width_for(pair), width_);
    if (size_ / kBlock == blocks_) {
      if (blocks_ == directory_size_) grow_directory();
      last_ = allocate(needed);
      std::atomic_ref(directory()[blocks_++]).store(last_, std::memory_order_release);
    } else if (needed > width_) {
      rewrite(needed);
    }
    width_ = needed;
  }
  /// After reserve_one(pair).
  void push_back(Pair pair) {
    write(last_, size_ % kBlock, pair);
    ++size_;
  }

 private:
  static constexpr std::size_t kBlock = 8192;  ///< pairs
  static constexpr unsigned kLeast = 5;
  /// Where its pairs are, and in the low four bits how many bytes each takes.
  using Block = std::uintptr_t;

  Block* directory() const { return directory_.load(std::memory_order_acquire); }
  Block block_of(std::size_t i) const { return std::atomic_ref(directory()[i / kBlock]).load(std::memory_order_acquire); }
  static unsigned width_of(Block block) { return block & 15; }
  static std::uint8_t* bytes_in(Block block) { return reinterpret_cast<std::uint8_t*>(block & ~Block{15}); }
  static unsigned width_for(Pair pair) {
    const auto bits = static_cast<unsigned>(std::bit_width(pair.left | pair.right));  // each half has as many
    return std::max(kLeast, (bits + 3) / 4);
  }

  Block allocate(unsigned width) {
    const std::size_t size = kBlock * width;
    all_.reserve(all_.size() + 1);
    account_->charge(size);
    void* memory = std::aligned_alloc(16, size);
    if (memory == nullptr) {
      account_->release(size);
      throw OutOfBudget();
    }
    charged_ += size;
    all_.push_back(reinterpret_cast<Block>(memory));
    return all_.back() | width;
  }

  /// The last block, with pairs of so many bytes.
  void rewrite(unsigned width) {
    const Block wider = allocate(width);
    for (std::size_t i = 0; i < size_ % kBlock; ++i) write(wider, i, read(last_, i));
    last_ = wider;
    std::atomic_ref(directory()[blocks_ - 1]).store(wider, std::memory_order_release);
  }
  void grow_directory() {
    const std::size_t size = std::max<std::size_t>(8, 2 * directory_size_);
    auto grown = std::make_unique<Block[]>(size);
    std::copy_n(directory(), blocks_, grown.get());
    directories_.push_back(std::move(grown));
    directory_.store(directories_.back().get(), std::memory_order_release);
    directory_size_ = size;
  }

  // By two words that overlap, so that no byte of a neighbour is touched, which another thread may be writing.
  static Pair read(Block block, std::size_t i) {
    const unsigned width = width_of(block);
    const std::uint8_t* at = bytes_in(block) + i * width;
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + width - 4, 4);
    const std::uint64_t both = low | std::uint64_t{high} << (8 * (width - 4));
    const unsigned half = 4 * width;
    return {static_cast<std::uint32_t>(both & ((std::uint64_t{1} << half) - 1)), static_cast<std::uint32_t>(both >> half)};
  }
  static void write(Block block, std::size_t i, Pair pair) {
    const unsigned width = width_of(block);
    std::uint8_t* at = bytes_in(block) + i * width;
    const std::uint64_t both = pair.left | std::uint64_t{pair.right} << (4 * width);
    const auto low = static_cast<std::uint32_t>(both);
    const auto high = static_cast<std::uint32_t>(both >> (8 * (width - 4)));
    std::memcpy(at, &low, 4);
    std::memcpy(at + width - 4, &high, 4);
  }

  Account* account_;
  std::vector<std::unique_ptr<Block[]>> directories_;  // the last one is directory_
  std::atomic<Block*> directory_ = nullptr;            // its entries are atomic too
  std::size_t directory_size_ = 0, blocks_ = 0;
  std::vector<Block> all_;  // that are to be freed
  Block last_ = 0;
  std::size_t size_ = 0, charged_ = 0;
  unsigned width_ = kLeast;  // of the last block
};

}  // namespace checker::store
