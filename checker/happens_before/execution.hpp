#pragma once
// Happens-before of one execution, by its definition: every operation is a node with a vector clock, every edge is there to be
// drawn. It shares no code with the knowledge bits of the search, and tests/soundness/races compares the two.
//
// An operation starts, with what its goroutine knows, and completes, with what it has learnt. Whoever is ordered after it gets the
// clock of its start, but for atomics, which are one event.

#include <cstdint>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

#include "model/machine.hpp"

namespace checker::happens_before {

using Clock = std::vector<std::uint32_t>;  ///< by lane: how many of its nodes are ordered before

struct Node {
  model::Action action;
  std::uint32_t goroutine = 0;  ///< stable id; 0: a timer
  std::uint32_t step = 0;       ///< of the schedule, from 1; 0: before the first
  std::uint32_t number = 0;     ///< n-th of its goroutine, from 1
  Clock start, done;
  std::uint64_t hash = 0;  ///< of its causal past
};
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xffffffff;

struct Arrow {
  NodeId from = 0, to = 0;
  model::Edge edge{};
};

/// Two accesses that race, and the place in both.
struct Race {
  NodeId first = 0, second = 0;
  std::uint64_t location = 0;
};

class Execution {
 public:
  /// `goroutine`: a stable id, 0 for a timer; `started`: of the goroutine that a Go or Fire starts.
  NodeId add(const model::Action& action, std::uint32_t goroutine, std::uint32_t started,
             std::uint32_t step);

  const Node& node(NodeId n) const { return *nodes_[n]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const std::vector<Arrow>& arrows() const { return arrows_; }
  /// All pairs of conflicting accesses without order so far; the second node is the later one in the execution.
  const std::vector<Race>& races() const { return races_; }
  bool before(NodeId a, NodeId b) const;
  /// The node that started the goroutine, or kNoNode.
  NodeId started_by(std::uint32_t goroutine) const;
  /// The goroutine's last node, or kNoNode.
  NodeId last(std::uint32_t goroutine) const;

  /// What the future can depend on, with objects named by `number` (identity -> number, 0: nobody can reach it any more) and
  /// goroutines by `slots` (stable ids): equal iff, hashes apart, the partial orders are.
  std::vector<std::uint64_t> key(const std::map<std::uint32_t, std::uint32_t>& numbers,
                                 const std::vector<std::uint32_t>& slots) const;

 private:
  enum class Role : std::uint8_t { Sends, Receives, Closed, Unlocks, WriteUnlocks, ReadUnlocks, Dones, Releases, Signals, Stores, Timer, Published };
  /// What is handed on through an object: a list of nodes in order.
  using Key = std::tuple<std::uint32_t, std::uint32_t, Role>;

  void learn(Node& node, NodeId self, NodeId from, model::Edge edge);
  void learn_all(Node& node, NodeId self, const Key& key, model::Edge edge);
  void learn_at(Node& node, NodeId self, const Key& key, std::size_t index, model::Edge edge);
  void synchronise(Node& node, NodeId self);
  void find_races(const Node& node, NodeId self);

  std::vector<std::shared_ptr<const Node>> nodes_;
  std::vector<Arrow> arrows_;
  std::vector<Race> races_;
  std::map<std::uint32_t, std::vector<NodeId>> accesses_;  // by identity of the object
  std::map<Key, std::vector<NodeId>> handed_on_;
  std::map<std::uint32_t, NodeId> last_;
  std::map<std::uint32_t, NodeId> started_by_;
};

bool is_access(const model::Action& action);
bool is_write(const model::Action& action);
/// An atomic access conflicts with plain ones only.
bool is_atomic(const model::Action& action);

}  // namespace checker::happens_before
