#pragma once
// The explored graph: states by id, one edge for each transition taken, in order. Compressed sparse rows, written as the
// search goes; the few states that are expanded a second time get a new row at the end. It models Boost.Graph's concepts
// (bgl.hpp).

#include <cstdint>
#include <unordered_map>
#include <utility>

#include "checker/store/chunked_array.hpp"

namespace checker::graph {

class StateGraph {
 public:
  using Vertex = std::uint32_t;
  using EdgeIndex = std::uint64_t;

  explicit StateGraph(std::size_t limit = SIZE_MAX)
      : account_{0, limit}, first_(account_), targets_(account_) {}

  /// Starts the row of the next state: call once for each state, in order of ids.
  void begin_row() {
    first_.push_back(targets_.size());
    again_ = kNone;
  }
  /// Starts a new row of a state that has one: the old one's edges are no more.
  void begin_row_again(Vertex v) {
    if (rows() > 0) close(rows() - 1);
    again_ = v;
    moved_[v] = {targets_.size(), targets_.size()};
  }
  /// Adds an edge to the row begun last. `ordinal`: which of the state's enabled transitions it is.
  void add_edge(Vertex target, std::uint32_t ordinal) {
    targets_.push_back({target, ordinal});
    if (again_ != kNone) moved_[again_].second = targets_.size();
  }

  /// From now on memory is no limit: the search is over.
  void lift_limit() { account_.limit = SIZE_MAX; }

  /// States with a row; edges may lead to states beyond, which have none (the search stopped before).
  Vertex rows() const { return static_cast<Vertex>(first_.size()); }
  EdgeIndex edges() const { return targets_.size(); }
  EdgeIndex first(Vertex v) const {
    if (!moved_.empty()) {
      if (const auto at = moved_.find(v); at != moved_.end()) return at->second.first;
    }
    return v < first_.size() ? first_[v] : targets_.size();
  }
  EdgeIndex last(Vertex v) const {
    if (!moved_.empty()) {
      if (const auto at = moved_.find(v); at != moved_.end()) return at->second.second;
    }
    return v + std::size_t{1} < first_.size() ? first_[v + 1] : targets_.size();
  }
  Vertex target(EdgeIndex edge) const { return targets_[edge].vertex; }
  std::uint32_t ordinal(EdgeIndex edge) const { return targets_[edge].ordinal; }
  std::size_t memory_bytes() const { return account_.used.load(std::memory_order_relaxed); }

 private:
  struct Target {
    Vertex vertex;
    std::uint32_t ordinal;
  };

  static constexpr Vertex kNone = 0xffffffff;

  /// Fixes where the row ends, since the next one may not follow it.
  void close(Vertex v) { moved_.try_emplace(v, first(v), last(v)); }

  store::Account account_;
  store::ChunkedArray<EdgeIndex> first_;
  store::ChunkedArray<Target> targets_;
  std::unordered_map<Vertex, std::pair<EdgeIndex, EdgeIndex>> moved_;  ///< rows that are not where first_ says
  Vertex again_ = kNone;  ///< the row begun last, if it is a second one
};

}  // namespace checker::graph
