#pragma once
// The explored graph while it is explored: one row of edges for each stored state, packed into a stream of bytes.
//
// Most edges lead to a state that is new. States are numbered in the order in which edges find them, so such an edge needs no
// target: one byte. The others have the distance back from the newest state, about two or three bytes. Every sixteenth row's
// place is kept; the few states that are expanded a second time get a new row at the end.
//
// Row:  n << 1 | more (a varint), then n edges.
// Edge: steps-1 << 2 | 1       to the next new state
//       low << 3 | more << 2 | long << 1, [varint], [steps-1]       newest - target = low + 32 * varint
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

  /// Reads the edges of one state, in order.
  class Cursor {
   public:
    Cursor() = default;
    bool at_end() const { return left_ == 0; }
    std::uint32_t left() const { return left_; }
    const Edge& operator*() const { return edge_; }
    const Edge* operator->() const { return &edge_; }
    Cursor& operator++();

   private:
    friend class PackedGraph;
    void read();
    const PackedGraph* graph_ = nullptr;
    std::uint64_t place_ = 0;
    Vertex newest_ = 0;
    std::uint32_t left_ = 0;
    Edge edge_;
  };
  /// Once all rows are there: from now on a row is found without reading those before it. Four bytes for each.
  void index_rows();
  /// At the end for a state without a row.
  Cursor row(Vertex v) const;
  std::uint32_t degree(Vertex v) const { return row(v).left(); }

 private:
  static constexpr std::uint32_t kEvery = 16;  ///< rows for one place
  struct Place {
    std::uint64_t byte = 0;
    Vertex newest = 0;
  };

  void write(const std::vector<Edge>& edges);
  std::uint64_t get_varint(std::uint64_t& place) const;
  /// Where the next row is, of the one at `place`.
  void skip(Place& place) const;

  store::Account account_;
  store::ChunkedArray<std::uint8_t> bytes_;
  store::ChunkedArray<Place> places_;
  std::unordered_map<Vertex, Place> again_;
  /// Rows that do not follow the one before them: rows that came after a second row.
  std::unordered_map<Vertex, Place> moved_;
  /// Of index_rows(), by row: from its place on, bytes << 16 | new states; kNoOffset: too far.
  std::vector<std::uint32_t> offsets_;
  static constexpr std::uint32_t kNoOffset = 0xffffffff;
  bool gap_ = false;
  std::vector<std::uint8_t> packed_;  ///< scratch
  Vertex rows_ = 0, newest_ = 0;
  std::uint64_t edges_ = 0;
};

}  // namespace checker::graph
