#pragma once
// Every state once, exactly: words in, a dense number out, and back. A state is folded into a balanced
// tree of interned pairs; the topmost pair, together with the number of words, is the state. So states
// that differ in a few words share all other nodes. Laarman et al., "Parallel Recursive State
// Compression for Free", SPIN 2011, with the incremental insertion of their section 3.

#include <cstdint>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "checker/store/chunked_array.hpp"
#include "checker/store/pair_table.hpp"

namespace checker::store {

using StateId = std::uint32_t;
inline constexpr StateId kNoState = 0xffffffff;

/// The tree of one state, level by level, words first. What a successor shares with it needs no look-up.
struct Tree {
  std::uint32_t length = 0;
  std::vector<std::uint32_t> nodes;

  std::span<const std::uint32_t> words() const { return {nodes.data(), length}; }
};

/// A state folded up to its topmost pair; the kind stands for the number of words.
using Folded = PairKey;

template <typename Hash>
class BasicStateStore {
 public:
  explicit BasicStateStore(std::size_t limit = SIZE_MAX)
      : account_{0, limit}, nodes_(account_), roots_(account_), lengths_(account_) {}

  /// Stores a state once. `words`: 1 to 2^24, of 32 bits. Returns its id (dense, by arrival) and if it
  /// is new; equal means word for word. `near`: a state it probably resembles, or nullptr. Throws
  /// OutOfBudget, no state added, beyond `limit` bytes.
  Interned insert(std::span<const std::uint32_t> words, const Tree* near = nullptr) {
    return insert(fold(words, near));
  }

  /// What one thread needs to fold. Not for use with two stores.
  struct Scratch {
    /// A pair and its number.
    struct Recent {
      std::uint32_t left = PairTable<Hash>::kNone;
      std::uint32_t right = 0;
      std::uint32_t number = 0;
    };
    Recent& recent_of(std::uint32_t left, std::uint32_t right) {
      return recent[MixHash{}(std::uint64_t{right} << 32 | left) % kRecent];
    }
    static constexpr std::size_t kRecent = std::size_t{1} << 13;
    std::vector<Recent> recent = std::vector<Recent>(kRecent);  ///< pairs that were met lately: most are met again soon
    struct Change {
      std::uint32_t at = 0;
      std::uint32_t value = 0;
    };
    std::vector<std::uint32_t> nodes;
    std::vector<Change> changed;
    std::vector<std::int32_t> kinds;  ///< by length; -1: not known here
  };
  // The same in steps, for batches: fold all, prefetch all, insert all. Threads may fold and load at the same time, each with a
  // scratch of its own, while nobody inserts or has_room() allows it.
  Folded fold(std::span<const std::uint32_t> words, const Tree* near, Scratch& scratch);
  Folded fold(std::span<const std::uint32_t> words, const Tree* near = nullptr) { return fold(words, near, scratch_); }
  void prefetch(const Folded& state) const { roots_.prefetch_pair(state); }
  Interned insert(const Folded& state) { return roots_.intern(state); }
  /// Its number, or kNoState: it is not there.
  StateId find(const Folded& state) const { return roots_.find(state); }
  /// Can this many be inserted while other threads fold, load and find?
  bool has_room(std::size_t count) {
    const std::lock_guard lock(kinds_mutex_);
    return lengths_.size() <= decltype(roots_)::kMany && roots_.has_room(count);
  }

  /// Nothing will be inserted or looked for until build_index(): gives back the memory that only that needs.
  void drop_index() {
    roots_.drop_index();
    nodes_.drop_index();
  }
  /// Throws OutOfBudget.
  void build_index() {
    nodes_.build_index();
    roots_.build_index();
  }

  /// The tree of a stored state.
  void load(StateId id, Tree& tree) const;
  std::vector<std::uint32_t> load(StateId id) const;

  std::uint32_t size() const { return roots_.size(); }
  std::uint32_t nodes() const { return nodes_.size(); }
  std::size_t memory_bytes() const { return account_.used.load(std::memory_order_relaxed); }

 private:
  struct Top {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
  };
  Top fold_all(std::span<const std::uint32_t> words, Scratch& scratch);
  Top fold_near(std::span<const std::uint32_t> words, const Tree& near, Scratch& scratch);
  void fetch(std::uint32_t left, std::uint32_t right, Scratch& scratch);
  std::uint32_t node_of(std::uint32_t left, std::uint32_t right, Scratch& scratch);
  std::uint16_t kind_of(std::uint32_t length, Scratch& scratch);

  Account account_;
  SharedPairTable<Hash> nodes_;
  PairTable<Hash, true> roots_;  // topmost pairs: their numbers are the states' ids
  ChunkedArray<std::uint32_t> lengths_;  // by kind: number of words
  std::unordered_map<std::uint32_t, std::uint16_t> kinds_;
  std::mutex kinds_mutex_;  // of the two
  Scratch scratch_;
};

using StateStore = BasicStateStore<MixHash>;

}  // namespace checker::store
