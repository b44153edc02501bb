#pragma once
// Happens-before as knowledge bits, without clocks. A row is an access to a memory range that a later access could race
// with: the last write, or the reads since. A carrier is whatever hands order on: a goroutine, a slot of a channel's
// buffer, a closed channel, a mutex, a timer ... Row r is in carrier c's set iff c is ordered after the access.
//
// - Keeping only the last write is exact: whoever is ordered after it is ordered after all it replaced, or that was a race
//   already. Of the reads the minimal rows under inclusion are enough: joins act on all rows alike, so r1 within r2 stays so,
//   and if r2 lacks a goroutine then so does r1.
// - A row that all live goroutines have never matters again: newcomers inherit it.
// - A plain access need not be an interleaving point: moved right behind the preceding visible operation of its goroutine
//   it changes neither what is read nor what is ordered before the first race, so the first race is still seen.

#include <cstdint>
#include <span>
#include <vector>

#include "model/machine.hpp"
#include "model/runtime/bits.hpp"

namespace model::runtime {

/// What hands on knowledge.
struct Carrier {
  enum class Kind : std::uint32_t { Goroutine, ChanSlot, Closed, Memory, Writer, Readers, Timer };
  Kind kind{};
  std::uint32_t object = 0;  ///< goroutine number or object number
  std::uint32_t index = 0;   ///< slot of a buffer from its head; offset in an object
  friend auto operator<=>(const Carrier&, const Carrier&) = default;
};
inline Carrier goroutine_carrier(std::uint32_t g) { return {Carrier::Kind::Goroutine, g, 0}; }

class Knowledge {
 public:
  /// `mutation`: MachineOptions::mutation.
  explicit Knowledge(std::uint32_t mutation = 0) : mutation_(mutation) {}

  struct Row {
    std::uint32_t object = 0, offset = 0, count = 0;
    bool write = false;
    bool atomic = false;  ///< races with plain accesses only
    friend auto operator<=>(const Row&, const Row&) = default;
  };

  /// A change, as it was asked for: for doing it again where it may find other knowledge (memo.hpp).
  struct Change {
    enum class Kind : std::uint8_t { Acquire, Exchange, Meet, Join, Assign, Drop, Rotate, Access, Ask };
    Kind kind{};
    Edge edge{};
    bool write = false, atomic = false;
    Carrier to, from;  ///< Access, Ask: the goroutine, and the object with the offset as index
    std::uint32_t count = 0;  ///< Access, Ask: slots; Rotate: the capacity
  };
  /// From now on changes are appended to `changes`; null: no more. Marks are none.
  void record(std::vector<Change>* changes) { recorded_ = changes; }
  /// Makes the change. False: there is a race.
  bool make(const Change& change);

  void clear();
  bool empty() const { return rows_.empty(); }
  std::size_t rows() const { return rows_.size(); }
  /// By this edge g is ordered after what `from` is ordered after.
  void acquire(Edge edge, Carrier g, Carrier from);
  /// The same of an edge to come: see World::foresee.
  void foresee(Edge edge, Carrier g, Carrier from) { learn(edge, g, from); }
  /// An operation of g on a place of a buffer. What g has learnt when it completes is not handed on by it: the place gets what g
  /// knew before (golang.org/issue/37355: acquire, then release orders too much and hides races).
  void exchange(Edge edge, Carrier g, Carrier place);
  /// A send and its receive on an unbuffered channel: the start of each is before the completion of the other.
  void meet(Carrier sender, Carrier receiver);
  /// c learns all that `from` knows.
  void join(Carrier c, Carrier from);
  /// c knows just what `from` knows.
  void assign(Carrier c, Carrier from);
  void drop(Carrier c);
  /// A receive from the head of a buffer of `capacity` slots: what was slot 0 becomes the last.
  void rotate(std::uint32_t channel, std::uint32_t capacity);

  /// Goroutine g accesses slots [offset, offset + count) of an object. Returns those that race with it, ascending.
  std::vector<std::uint32_t> access(std::uint32_t g, std::uint32_t object, std::uint32_t offset,
                       std::uint32_t count, bool write, bool atomic);
  /// The same, and the access is not remembered.
  std::vector<std::uint32_t> conflicts(std::uint32_t g, std::uint32_t object, std::uint32_t offset, std::uint32_t count,
                                       bool write, bool atomic);

  // Marks (knowledge_marks.cpp): what an order remembers of its first events.
  /// A mark that only goroutine g knows. There may be several of one number.
  void add_mark(std::uint32_t g, std::uint32_t mark);
  /// Does g know all marks of this number? (Forgotten ones are known to all.)
  bool knows_mark(std::uint32_t g, std::uint32_t mark) const;
  /// Whoever knows `from` knows `to` as well.
  void copy_mark(std::uint32_t from, std::uint32_t to);
  /// Forgets a mark; those after it and before `end` move up by one.
  void drop_mark(std::uint32_t mark, std::uint32_t end);

  inline static constexpr std::uint32_t kNoOwner = 0xffffffff;
  /// What the state is like in which the knowledge is to be kept.
  struct Setting {
    std::span<const std::uint32_t> goroutines;  ///< the new number of each, or kGone
    std::span<const std::uint32_t> objects;     ///< the new number of each, or 0: gone
    std::span<const std::uint8_t> alive;        ///< of each goroutine: can it still do something?
    std::span<const std::uint32_t> timers;      ///< pending ones: objects. They can, too
    std::span<const std::uint32_t> owners;      ///< of each object the only goroutine that reaches it, or another number; may be empty
  };
  /// Forgets rows that nobody can race with any more: of objects that are gone, those that all who are alive have, and those of
  /// objects with an owner who has it.
  void normalise(const Setting& setting);
  /// Words in canonical order, with the new numbers.
  void encode(const Setting& setting, std::vector<std::uint32_t>& words);
  void decode(std::span<const std::uint32_t> words);

 private:
  struct Entry {
    Carrier carrier;
    Bits bits;
  };
  void note(Change::Kind kind, Edge edge, const Carrier& to, const Carrier& from, std::uint32_t count = 0) {
    if (recorded_ != nullptr) recorded_->push_back({kind, edge, false, false, to, from, count});
  }
  void note_access(Change::Kind kind, std::uint32_t g, std::uint32_t object, std::uint32_t offset, std::uint32_t count,
                   bool write, bool atomic) {
    if (recorded_ == nullptr) return;
    recorded_->push_back({kind, {}, write, atomic, {Carrier::Kind::Goroutine, g, 0}, {Carrier::Kind::Memory, object, offset}, count});
  }
  std::vector<std::uint32_t> racing(std::uint32_t g, std::uint32_t object, std::uint32_t offset, std::uint32_t count,
                                    bool write, bool atomic) const;
  void copy(const Carrier& to, const Carrier& from);
  void merge(const Carrier& to, const Carrier& from);
  void learn(Edge edge, const Carrier& g, const Carrier& from);
  void erase(const Carrier& c);
  Entry* find(const Carrier& c);
  Entry& get(const Carrier& c);
  const Bits* bits_of(const Carrier& c) const;  ///< null: none
  bool has(const Carrier& c, std::size_t row) const;
  void split_marks();
  std::size_t add_row(const Row& row, std::uint32_t g);
  void remove_superseded();
  void remove_rows(const Bits& removed);

  std::uint32_t mutation_;
  std::vector<Change>* recorded_ = nullptr;
  std::vector<Row> rows_;
  std::vector<Entry> carriers_;
  // Scratch of encode().
  struct Named {
    Carrier carrier;
    const Bits* bits;
  };
  struct Column {
    Row row;
    std::size_t from = 0;  ///< its number in rows_
    Bits holders;
    bool same_place_as(const Column& o) const {
      return row.object == o.row.object && row.write == o.row.write && row.atomic == o.row.atomic;
    }
  };
  std::vector<Named> named_;
  std::vector<Column> columns_;
};

}  // namespace model::runtime
