#pragma once
// Interns pairs of 32-bit numbers: one dense number for each pair that was ever asked for. The inner
// nodes of the tree compression of Laarman, van de Pol, Weber, "Parallel Recursive State Compression
// for Free" (SPIN 2011). The hash only says where to look; pairs are compared in full.
//
// Open addressing over buckets of one cache line: twelve numbers with a byte of hash each. A look-up
// touches the bucket and, but for one byte in 256, only the pair that is the right one.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "checker/store/chunked_array.hpp"

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

template <typename Hash = MixHash>
class PairTable {
 public:
  explicit PairTable(Account& account) : account_(&account), pairs_(account) {
    allocate(kFirstBuckets);
  }
  PairTable(const PairTable&) = delete;
  PairTable& operator=(const PairTable&) = delete;
  ~PairTable() { account_->release(bucket_count_ * sizeof(Bucket)); }

  /// The number of the pair; new ones are numbered from 0 in order of arrival.
  /// Throws OutOfBudget, and then has not taken in the pair.
  Interned intern(std::uint32_t left, std::uint32_t right) {
    const std::uint64_t key = join(left, right);
    const std::uint64_t hash = Hash{}(key);
    const auto tag = static_cast<std::uint8_t>(hash >> 56);
    std::size_t at = hash & (bucket_count_ - 1);
    for (;; at = (at + 1) & (bucket_count_ - 1)) {
      const Bucket& bucket = buckets_.get()[at];
      for (std::uint32_t i = 0; i < bucket.count; ++i) {
        if (bucket.tags[i] == tag && pairs_[bucket.ids[i]] == key) return {bucket.ids[i], false};
      }
      if (bucket.count < kSlots) break;
    }
    if (pairs_.size() >= kMaximum) throw OutOfBudget();
    pairs_.reserve_one();
    if (pairs_.size() * 4 >= bucket_count_ * kSlots * 3) {
      grow();
      at = hash & (bucket_count_ - 1);
    }
    const auto id = static_cast<std::uint32_t>(pairs_.size());
    place(at, tag, id);
    pairs_.push_back(key);
    return {id, true};
  }

  /// Fetches what intern will look at.
  void prefetch(std::uint32_t left, std::uint32_t right) const {
    __builtin_prefetch(&buckets_.get()[Hash{}(join(left, right)) & (bucket_count_ - 1)]);
  }

  std::uint32_t left(std::uint32_t id) const { return static_cast<std::uint32_t>(pairs_[id]); }
  std::uint32_t right(std::uint32_t id) const {
    return static_cast<std::uint32_t>(pairs_[id] >> 32);
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(pairs_.size()); }

 private:
  static constexpr std::uint32_t kSlots = 12;
  static constexpr std::size_t kFirstBuckets = 1024;
  static constexpr std::size_t kMaximum = 0xfffffffe;
  struct alignas(64) Bucket {
    std::uint32_t ids[kSlots];
    std::uint8_t tags[kSlots];
    std::uint32_t count;
  };
  static_assert(sizeof(Bucket) == 64);
  struct Free {
    void operator()(void* p) const { std::free(p); }
  };

  static std::uint64_t join(std::uint32_t left, std::uint32_t right) {
    return (std::uint64_t{right} << 32) | left;
  }

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
  }

  void place(std::size_t at, std::uint8_t tag, std::uint32_t id) {
    while (buckets_.get()[at].count == kSlots) at = (at + 1) & (bucket_count_ - 1);
    Bucket& bucket = buckets_.get()[at];
    bucket.ids[bucket.count] = id;
    bucket.tags[bucket.count] = tag;
    ++bucket.count;
  }

  void grow() {
    const std::size_t old = bucket_count_;
    std::unique_ptr<Bucket, Free> kept = std::move(buckets_);
    try {
      allocate(old * 2);
    } catch (const OutOfBudget&) {
      buckets_ = std::move(kept);
      throw;
    }
    kept.reset();
    account_->release(old * sizeof(Bucket));
    for (std::size_t id = 0; id < pairs_.size(); ++id) {
      const std::uint64_t hash = Hash{}(pairs_[id]);
      place(hash & (bucket_count_ - 1), static_cast<std::uint8_t>(hash >> 56),
            static_cast<std::uint32_t>(id));
    }
  }

  Account* account_;
  ChunkedArray<std::uint64_t> pairs_;
  std::unique_ptr<Bucket, Free> buckets_;
  std::size_t bucket_count_ = 0;
};

}  // namespace checker::store
