#pragma once
// The explored graph while it is explored: one row of edges for each stored state, packed into a stream of half bytes.
//
// States are numbered in the order in which edges find them, so an edge that finds a new one needs no target. And states that were
// found one after the other mostly have successors that were: most edges lead to the state after the one that an edge of the row before
// leads to. Both take half a byte; the others have the distance back from the newest state. A row can be read if the one before it
// has been, so every sixteenth, and one after many bytes, begins anew and has its place kept. The few states that are expanded
// a second time get a new row at the end.
//
// Row:  n, or 15 and varint(n - 15), then n edges.
// Edge: [kSteps, steps-2, or 15 and steps-1 in two], then one of
//       kNew         the next new state
//       kLike + i    kLikes[i]: `skip` edges of the row before are left out, the next one's target + `more` is this one's
//       kFar + i     newest - target, in i+1 half bytes, the lowest first
//
// Boost.Graph can read it (tests/unit/checker/boost_graph.hpp): its algorithms are the oracle of those here that must do with less memory.

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "checker/store/chunked_array.hpp"

namespace checker::graph {

class PackedGraph {
 public:
  using Vertex = std::uint32_t;

  struct Edge {
    Vertex target = 0;
    std::uint32_t steps = 1;  ///< 1 to 64
  };

  explicit PackedGraph(std::size_t limit = SIZE_MAX) : account_{0, limit}, bytes_(account_), places_(account_) {}

  // Both throw store::OutOfBudget, and then have added nothing.
  /// Adds the row of the next state: once for each state, in order of ids. Targets are at most one beyond the states known so far,
  /// of which there is one before the first row.
  void add_row(const std::vector<Edge>& edges);
  /// Adds a new row of a state that has one, with all its transitions: the old row's edges are no more.
  void add_row_again(Vertex v, const std::vector<Edge>& edges);

  /// From now on memory is no limit: the search is over.
  void lift_limit() { account_.limit = SIZE_MAX; }

  /// States with a row.
  Vertex rows() const { return rows_; }
  /// States with a row or with an edge to them.
  Vertex vertices() const { return newest_ + 1; }
  std::uint64_t edges() const { return edges_; }
  std::size_t memory_bytes() const { return account_.used.load(std::memory_order_relaxed); }
  /// Has the state been expanded again, with all its transitions?
  bool is_again(Vertex v) const { return again_.contains(v); }

  /// The edges of one state, in order.
  class Cursor {
   public:
    bool at_end() const { return at_ == edges_.size(); }
    std::uint32_t left() const { return static_cast<std::uint32_t>(edges_.size() - at_); }
    const Edge& operator*() const { return edges_[at_]; }
    const Edge* operator->() const { return &edges_[at_]; }
    Cursor& operator++() {
      ++at_;
      return *this;
    }
    std::uint32_t place() const { return static_cast<std::uint32_t>(at_); }
    /// On to the one that had this place.
    void go_to(std::uint32_t i) { at_ = i; }

   private:
    friend class PackedGraph;
    std::vector<Edge> edges_;
    std::size_t at_ = 0;
    std::vector<Edge> before_;  ///< scratch
    // Where the next row is, if this one is in its place.
    Vertex vertex_ = 0xffffffff;
    std::uint64_t place_ = 0;
    Vertex newest_ = 0;
  };
  /// At the end for a state without a row.
  Cursor row(Vertex v) const {
    Cursor cursor;
    read(v, cursor);
    return cursor;
  }
  /// The same into a cursor of this graph that there is already: rows one after the other are read without those before them.
  void read(Vertex v, Cursor& cursor) const;
  std::uint32_t degree(Vertex v) const { return row(v).left(); }

 private:
  static constexpr std::uint32_t kEvery = 16;  ///< rows for one place
  static constexpr std::uint64_t kMost = 512;  ///< half bytes between places, but for the last row
  struct Like {
    std::uint32_t skip, more;
  };
  static constexpr Like kLikes[] = {{0, 1}, {1, 1}, {0, 0}, {0, 0xffffffff}, {0, 2}, {1, 0}};
  static constexpr std::uint8_t kNew = 0, kSteps = 1, kLike = 2, kFar = 8;
  static_assert(kLike + std::size(kLikes) == kFar);
  struct Place {
    std::uint64_t half = 0;
    Vertex newest = 0;
  };
  class Halves;

  void write(const std::vector<Edge>& edges, const std::vector<Edge>& before);
  void put_edge(const Edge& e, const std::vector<Edge>& before, std::size_t& next_before, Vertex& newest);
  /// Of the row at `halves`; the newest state before it becomes that after it.
  static void read_row(Halves& halves, const std::vector<Edge>& before, Vertex& newest, std::vector<Edge>& edges);

  store::Account account_;
  store::ChunkedArray<std::uint8_t> bytes_;
  std::uint64_t size_ = 0;  ///< half bytes
  store::ChunkedArray<Place> places_;
  std::unordered_map<Vertex, Place> again_;
  /// Further rows that begin anew: after a second row, after many bytes.
  std::unordered_map<Vertex, Place> moved_;
  std::uint64_t begun_ = 0;     ///< where the latest row that began anew is
  bool gap_ = false;            ///< the latest row was a second one
  std::vector<Edge> latest_;    ///< the latest row of add_row
  std::vector<std::uint8_t> packed_;  ///< scratch: half bytes
  Vertex rows_ = 0, newest_ = 0;
  std::uint64_t edges_ = 0;
};

}  // namespace checker::graph
