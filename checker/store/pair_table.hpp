#pragma once
// Interns pairs of 32-bit numbers: one dense number for each pair that was ever asked for. The inner
// nodes of the tree compression of Laarman, van de Pol, Weber, "Parallel Recursive State Compression
// for Free" (SPIN 2011). The hash only says where to look; pairs are compared in full.
//
// Open addressing over buckets of one cache line: fifteen numbers of three bytes, or twelve of four where there are more pairs, with
// a byte of hash each. A look-up touches the bucket and, but for one byte in 256, only the pair that is the right one. Two fetches
// ahead of time (prefetch, prefetch_pair) make both touches independent of each other in a batch.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>

#include "checker/store/chunked_array.hpp"
#include "checker/store/packed_pairs.hpp"

namespace checker::store {

/// Finalizer of MurmurHash3 (Appleby), which mixes every bit into every bit.
struct MixHash {
  std::uint64_t operator()(std::uint64_t key) const {
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdULL;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53ULL;
    key ^= key >> 33;
    return key;
  }
};

struct Interned {
  std::uint32_t id = 0;
  bool is_new = false;
};

/// `NarrowPairs`: up to so many have numbers of three bytes in the index; at most 2^24.
template <typename Hash = MixHash, std::size_t NarrowPairs = std::size_t{1} << 24>
class PairTable {
 public:
  explicit PairTable(Account& account) : account_(&account), pairs_(account) {
    allocate(kFirstBuckets);
  }
  PairTable(const PairTable&) = delete;
  PairTable& operator=(const PairTable&) = delete;
  ~PairTable() { drop_index(); }

  /// Gives the memory back with which pairs are found, about five bytes for each; until build_index() numbers can only be read.
  void drop_index() {
    buckets_.reset();
    account_->release(bucket_count_ * sizeof(Bucket));
    bucket_count_ = 0;
  }
  /// Throws OutOfBudget.
  void build_index() {
    if (bucket_count_ != 0) return;
    slots_ = slots_for(pairs_.size() + 1);
    allocate(std::max<std::size_t>(kFirstBuckets, pairs_.size() * 100 / (slots_ * kFullPercent) * 9 / 8 + 1));
    place_all();
  }

  /// The number of the pair; new ones are numbered from 0 in order of arrival.
  /// Throws OutOfBudget, and then has not taken in the pair.
  Interned intern(Pair pair) {
    if (bucket_count_ == 0) throw OutOfBudget();  // where not even what was could be allocated again
    const std::uint64_t hash = hash_of(pair);
    const auto tag = static_cast<std::uint8_t>(hash);
    std::size_t at = home(hash);
    for (;; at = next(at)) {
      const Bucket& bucket = buckets_.get()[at];
      for (std::uint32_t i = 0; i < bucket.count; ++i) {
        if (bucket.bytes[i] == tag && pairs_[bucket.id(slots_, i)] == pair) return {bucket.id(slots_, i), false};
      }
      if (bucket.count < slots_) break;
    }
    if (pairs_.size() >= kMaximum) throw OutOfBudget();
    pairs_.reserve_one(pair);
    if (pairs_.size() * 100 >= bucket_count_ * slots_ * kFullPercent || slots_for(pairs_.size() + 1) != slots_) {
      grow();
      at = home(hash);
    }
    const auto id = static_cast<std::uint32_t>(pairs_.size());
    pairs_.push_back(pair);
    place(at, tag, id);
    return {id, true};
  }

  /// Can this many be added while others find and read? They must not meet a table that grows.
  bool has_room(std::size_t count) const {
    return (pairs_.size() + count + 1) * 100 < bucket_count_ * slots_ * kFullPercent && slots_for(pairs_.size() + count + 1) == slots_;
  }
  /// The number of the pair, or kNone: of one that is just being added perhaps.
  std::uint32_t find(Pair pair) const {
    if (bucket_count_ == 0) return kNone;
    const std::uint64_t hash = hash_of(pair);
    const auto tag = static_cast<std::uint8_t>(hash);
    for (std::size_t at = home(hash);; at = next(at)) {
      Bucket& bucket = buckets_.get()[at];
      const std::uint32_t count = std::atomic_ref(bucket.count).load(std::memory_order_acquire);
      for (std::uint32_t i = 0; i < count; ++i) {
        if (bucket.bytes[i] == tag && pairs_[bucket.id(slots_, i)] == pair) return bucket.id(slots_, i);
      }
      if (count < slots_) return kNone;
    }
  }
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// Fetches the bucket that intern will look at; while others may add: where the table has just grown it fetches in vain.
  void prefetch(Pair pair) const {
    const std::uint64_t hash = hash_of(pair);
    const std::size_t at = static_cast<std::size_t>((hash >> 32) * hint_count_.load(std::memory_order_relaxed) >> 32);
    __builtin_prefetch(hint_.load(std::memory_order_relaxed) + at * sizeof(Bucket));
  }
  /// Fetches the pair that intern will compare with, if it is in the first bucket.
  void prefetch_pair(Pair pair) const {
    if (bucket_count_ == 0) return;
    const std::uint64_t hash = hash_of(pair);
    const Bucket& bucket = buckets_.get()[home(hash)];
    for (std::uint32_t i = 0; i < bucket.count; ++i) {
      if (bucket.bytes[i] == static_cast<std::uint8_t>(hash)) pairs_.prefetch(bucket.id(slots_, i));
    }
  }

  Pair operator[](std::uint32_t id) const { return pairs_[id]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(pairs_.size()); }

 private:
  static constexpr std::uint32_t kNarrowSlots = 15, kWideSlots = 12;
  static constexpr std::size_t kFirstBuckets = 8;
  static constexpr std::size_t kFullPercent = 85;
  static constexpr std::size_t kLarge = std::size_t{1} << 14;  ///< buckets from which memory counts more than the time to grow
  static constexpr std::size_t kMaximum = 0xfffffffe;
  static constexpr std::size_t kNarrowPairs = NarrowPairs;
  /// First the tags of all slots, then the numbers. Another thread may be writing the slot behind the last: no byte of it is touched.
  struct alignas(64) Bucket {
    std::uint8_t bytes[60];
    std::uint32_t count;

    std::uint32_t id(std::uint32_t slots, std::uint32_t i) const {
      if (slots == kWideSlots) {
        std::uint32_t id = 0;
        std::memcpy(&id, bytes + kWideSlots + 4 * i, 4);
        return id;
      }
      std::uint16_t low = 0;
      std::memcpy(&low, bytes + kNarrowSlots + 3 * i, 2);
      return low | std::uint32_t{bytes[kNarrowSlots + 3 * i + 2]} << 16;
    }
    void set(std::uint32_t slots, std::uint32_t i, std::uint8_t tag, std::uint32_t id) {
      bytes[i] = tag;
      if (slots == kWideSlots) {
        std::memcpy(bytes + kWideSlots + 4 * i, &id, 4);
        return;
      }
      const auto low = static_cast<std::uint16_t>(id);
      std::memcpy(bytes + kNarrowSlots + 3 * i, &low, 2);
      bytes[kNarrowSlots + 3 * i + 2] = static_cast<std::uint8_t>(id >> 16);
    }
  };
  static_assert(sizeof(Bucket) == 64);
  struct Free {
    void operator()(void* p) const { std::free(p); }
  };

  static std::uint64_t hash_of(Pair pair) { return Hash{}(pair.key()); }
  /// The high bits choose the bucket (Lemire's reduction: any number of buckets), the low ones are the tag.
  std::size_t home(std::uint64_t hash) const {
    return static_cast<std::size_t>((hash >> 32) * bucket_count_ >> 32);
  }
  static std::uint32_t slots_for(std::size_t pairs) { return pairs <= kNarrowPairs ? kNarrowSlots : kWideSlots; }
  std::size_t next(std::size_t at) const { return at + 1 == bucket_count_ ? 0 : at + 1; }

  void allocate(std::size_t buckets) {
    account_->charge(buckets * sizeof(Bucket));
    void* memory = std::aligned_alloc(alignof(Bucket), buckets * sizeof(Bucket));
    if (memory == nullptr) {
      account_->release(buckets * sizeof(Bucket));
      throw OutOfBudget();
    }
    std::memset(memory, 0, buckets * sizeof(Bucket));
    buckets_.reset(static_cast<Bucket*>(memory));
    bucket_count_ = buckets;
    hint_.store(static_cast<const char*>(memory), std::memory_order_relaxed);
    hint_count_.store(buckets, std::memory_order_relaxed);
  }

  void place(std::size_t at, std::uint8_t tag, std::uint32_t id) {
    while (buckets_.get()[at].count == slots_) at = next(at);
    Bucket& bucket = buckets_.get()[at];
    bucket.set(slots_, bucket.count, tag, id);
    std::atomic_ref(bucket.count).store(bucket.count + 1, std::memory_order_release);
  }

  /// The old index goes first, as the pairs are all that the new one is made of.
  void grow() {
    const std::size_t old = bucket_count_;
    const std::uint32_t old_slots = slots_;
    drop_index();
    try {
      slots_ = slots_for(pairs_.size() + 1);
      allocate((old < kLarge ? old + old / 2 : old + old / 8) * old_slots / slots_);
    } catch (const OutOfBudget&) {
      slots_ = old_slots;
      allocate(old);
      place_all();
      throw;
    }
    place_all();
  }

  void place_all() {
    for (std::size_t id = 0; id < pairs_.size(); ++id) {
      const std::uint64_t hash = hash_of(pairs_[id]);
      place(home(hash), static_cast<std::uint8_t>(hash), static_cast<std::uint32_t>(id));
    }
  }

  Account* account_;
  PackedPairs pairs_;
  std::unique_ptr<Bucket, Free> buckets_;
  std::size_t bucket_count_ = 0;
  std::uint32_t slots_ = kNarrowSlots;  // of a bucket
  std::atomic<const char*> hint_ = nullptr;  // of prefetch
  std::atomic<std::size_t> hint_count_ = 0;
};

/// A PairTable that many threads may add to: sixteen of them with a lock each, chosen by a hash. Numbers are not dense. Reading
/// a pair takes no lock: it was there before its number was known.
template <typename Hash = MixHash>
class SharedPairTable {
 public:
  explicit SharedPairTable(Account& account) {
    for (std::unique_ptr<Shard>& shard : shards_) shard = std::make_unique<Shard>(account);
  }

  /// Fetches what intern will look at first.
  void prefetch(Pair pair) const { shards_[shard_of(pair)]->pairs.prefetch(pair); }
  std::uint32_t intern(Pair pair) {
    const std::uint32_t number = shard_of(pair);
    Shard& shard = *shards_[number];
    const Locked locked(shard.lock);
    const std::uint32_t local = shard.pairs.intern(pair).id;
    if (local >> (32 - kBits) != 0) throw OutOfBudget();
    return local << kBits | number;
  }
  // As PairTable's, while nobody else is here.
  void drop_index() {
    for (const std::unique_ptr<Shard>& shard : shards_) shard->pairs.drop_index();
  }
  void build_index() {
    for (const std::unique_ptr<Shard>& shard : shards_) shard->pairs.build_index();
  }
  Pair operator[](std::uint32_t id) const { return shards_[id & kMask]->pairs[id >> kBits]; }
  std::uint32_t size() const {
    std::uint32_t sum = 0;
    for (const std::unique_ptr<Shard>& shard : shards_) sum += shard->pairs.size();
    return sum;
  }

 private:
  /// Not the hash of the table's own, of which it uses all bits.
  static std::uint32_t shard_of(Pair pair) {
    const std::uint64_t mixed = pair.key() * 0x9e3779b97f4a7c15ULL;
    return static_cast<std::uint32_t>(mixed >> (64 - kBits));
  }
  static constexpr unsigned kBits = 4;
  static constexpr std::uint32_t kMask = (1U << kBits) - 1;
  struct alignas(64) Shard {
    explicit Shard(Account& account) : pairs(account) {}
    std::atomic_flag lock;
    PairTable<Hash> pairs;
  };
  /// Held for some dozens of nanoseconds, so whoever waits spins.
  class Locked {
   public:
    explicit Locked(std::atomic_flag& flag) : flag_(flag) {
      while (flag_.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
    }
    ~Locked() { flag_.clear(std::memory_order_release); }
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;

   private:
    std::atomic_flag& flag_;
  };

  std::array<std::unique_ptr<Shard>, 1U << kBits> shards_;
};

}  // namespace checker::store
