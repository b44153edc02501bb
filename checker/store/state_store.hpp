#pragma once
// Every state once, exactly: words in, a dense number out, and back. A state is folded into a tree of interned pairs, whose shape
// depends on the number of words; the topmost pair is the state. So states that differ in a few words share nearly all other nodes.
// Laarman et al., "Parallel Recursive State Compression for Free", SPIN 2011, with the incremental insertion of their section 3.

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checker/store/chunked_array.hpp"
#include "checker/store/pair_table.hpp"
#include "checker/store/shape.hpp"

namespace checker::store {

using StateId = std::uint32_t;
inline constexpr StateId kNoState = 0xffffffff;

/// A state folded up to its topmost pair.
using Folded = Pair;

/// The tree of one state. What a successor shares with it needs no look-up. Good until the store learns another shape.
struct Tree {
  std::uint32_t length = 0;
  std::uint32_t kind = 0;  ///< of the length
  std::vector<std::uint32_t> nodes;  ///< words first, each node above those it is made of
  Pair top;
  Folded state;
  std::uint32_t shapes = 0;  ///< the store's shapes() when it was loaded
  std::vector<std::uint64_t> touched;  ///< scratch

  std::span<const std::uint32_t> words() const { return {nodes.data(), length}; }
};

template <typename Hash>
class BasicStateStore {
 public:
  explicit BasicStateStore(std::size_t limit = SIZE_MAX)
      : account_{0, limit}, tables_(std::make_unique<Tables>(account_)), kinds_(account_) {}

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
      Pair pair{PairTable<Hash>::kNone, 0};
      std::uint32_t number = 0;
    };
    Recent& recent_of(Pair pair) { return recent[MixHash{}(pair.key()) % kRecent]; }
    static constexpr std::size_t kRecent = std::size_t{1} << 13;
    std::vector<Recent> recent = std::vector<Recent>(kRecent);  ///< pairs that were met lately: most are met again soon
    struct Change {
      std::uint32_t at = 0;
      std::uint32_t value = 0;
    };
    std::vector<std::uint32_t> nodes;
    std::vector<Change> changed;
    std::vector<std::uint64_t> touched;  ///< bits, by Shape::inner
    std::vector<std::int32_t> kinds;     ///< by length; -1: not known here
    std::uint32_t shapes = 0;            ///< Store::shapes() of `recent`
  };
  // The same in steps, for batches: fold all, prefetch all, insert all. Threads may fold and load at the same time, each with a
  // scratch of its own, while nobody inserts or has_room() allows it.
  Folded fold(std::span<const std::uint32_t> words, const Tree* near, Scratch& scratch);
  Folded fold(std::span<const std::uint32_t> words, const Tree* near = nullptr) { return fold(words, near, scratch_); }
  void prefetch(const Folded& state) const { tables_->roots.prefetch_pair(state); }
  Interned insert(const Folded& state) { return tables_->roots.intern(state); }
  /// Its number, or kNoState: it is not there.
  StateId find(const Folded& state) const { return tables_->roots.find(state); }
  /// Can this many be inserted while other threads fold, load and find?
  bool has_room(std::size_t count) const { return tables_->roots.has_room(count); }

  /// Are there enough new states to look once more at what they have in common?
  bool wants_shapes() const { return size() >= next_shapes_; }
  void learn_from(std::uint32_t states) { next_shapes_ = states; }
  /// Does so, while nobody else uses the store. Ids stay; trees and folded states from before are good for nothing.
  void learn_shapes();
  /// How often shapes have been learnt.
  std::uint32_t shapes() const { return shapes_; }

  /// Nothing will be inserted or looked for until build_index(): gives back the memory that only that needs.
  void drop_index() {
    tables_->roots.drop_index();
    tables_->nodes.drop_index();
  }
  /// Throws OutOfBudget.
  void build_index() {
    tables_->nodes.build_index();
    tables_->roots.build_index();
  }

  /// The tree of a stored state.
  void load(StateId id, Tree& tree) const;
  std::vector<std::uint32_t> load(StateId id) const;

  std::uint32_t size() const { return tables_->roots.size(); }
  std::uint32_t nodes() const { return tables_->nodes.size(); }
  std::size_t memory_bytes() const { return account_.used.load(std::memory_order_relaxed); }

 private:
  /// What has the same number of words.
  struct Kind {
    std::uint32_t length = 0;
    const Shape* shape = nullptr;  ///< nullptr: balanced
  };
  struct Tables {
    explicit Tables(Account& account) : nodes(account), roots(account) {}
    SharedPairTable<Hash> nodes;
    PairTable<Hash> roots;  ///< topmost pairs: a node that is the left part and the state's kind, and the right part. Their numbers are the states' ids
  };
  Pair fold_all(std::span<const std::uint32_t> words, Scratch& scratch);
  Pair fold_near(std::span<const std::uint32_t> words, const Tree& near, Scratch& scratch);
  Pair fold_all(std::span<const std::uint32_t> words, const Shape& shape, Scratch& scratch);
  Pair fold_near(std::span<const std::uint32_t> words, const Tree& near, const Shape& shape, Scratch& scratch);
  void fetch(Pair pair, Scratch& scratch);
  std::uint32_t node_of(Pair pair, Scratch& scratch);
  std::uint32_t kind_of(std::uint32_t length, Scratch& scratch);
  static void load(const Tables& tables, Kind kind, bool is_same_shape, Tree& tree);
  std::uint32_t kind_at(StateId id) const;
  bool has_new_kind() const;
  std::vector<Sample> samples() const;
  void fold_again(const std::vector<Kind>& before);

  Account account_;
  std::unique_ptr<Tables> tables_;
  ChunkedArray<Kind> kinds_;  // numbered as they come
  std::unordered_map<std::uint32_t, std::uint32_t> kind_by_length_;
  std::mutex kinds_mutex_;  // of the two
  std::vector<std::unique_ptr<const Shape>> learnt_;
  std::uint32_t next_shapes_ = kNoState;
  std::pair<std::uint32_t, std::uint32_t> looked_at_;  // states and nodes at that time
  std::uint32_t shapes_ = 0;
  Scratch scratch_;
};

using StateStore = BasicStateStore<MixHash>;

}  // namespace checker::store
