// Strong components: Pearce, "A space-efficient algorithm for finding strongly connected components" (Information Processing
// Letters 116, 2016), his PEA_FIND_SCC2 with a stack of its own. Of each state one number is kept, and of the path that the
// search is on five bytes a state: a graph of ten million states may have a path of millions, for each of which
// boost::strong_components keeps two pairs of iterators, a hundred bytes. tests/unit/checker/components.cpp compares the two.

#include "checker/graph/components.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace checker::graph {
namespace {

/// While it runs number[v] is 0: not met; else the least place on the path that v is known to lead back to; or its component: from
/// 0xffffffff downwards, above all places.
class Numbering {
 public:
  Numbering(const PackedGraph& graph, std::uint32_t n, std::uint32_t expanded)
      : graph_(graph), expanded_(expanded), number_(n, 0), leaves_(n, false) {
    for (std::uint32_t v = 0; v < n; ++v) {
      if (number_[v] == 0) search(v);
    }
    for (std::uint32_t& number : number_) number = ~number;
  }

  std::vector<std::uint32_t>& numbers() { return number_; }
  std::vector<bool>& bottom() { return bottom_; }

 private:
  void begin(std::uint32_t v) {
    if (!path_.empty()) {
      Recent& recent = recent_[path_.size() % kRecent];
      recent.state = path_.back();
      const std::uint32_t edge = edges_.place();
      if (edge >= kManyEdges) many_[path_.size()] = edge;
      marks_.back() |= static_cast<std::uint8_t>(std::min(edge, kManyEdges) << 1);
      std::swap(recent.edges, edges_);
    }
    path_.push_back(v);
    marks_.push_back(0);
    graph_.read(v, edges_);
    number_[v] = ++places_;
    if (v >= expanded_) leaves_[v] = true;
  }

  void search(std::uint32_t start) {
    for (begin(start); !path_.empty();) {
      const std::uint32_t here = path_.back();
      if (edges_.at_end()) {
        end(here, (marks_.back() & kLeadsBack) != 0);
        path_.pop_back();
        marks_.pop_back();
        if (!path_.empty()) return_to(path_.back());
        continue;
      }
      const std::uint32_t to = edges_->target;
      if (number_[to] == 0) {
        begin(to);  // and then this edge is looked at once more
        continue;
      }
      if (number_[to] > ~count_) {
        leaves_[here] = true;
      } else if (number_[to] < number_[here]) {
        number_[here] = number_[to];
        marks_.back() |= kLeadsBack;
      }
      ++edges_;
    }
  }

  void return_to(std::uint32_t v) {
    const std::uint32_t edge = marks_.back() >> 1;
    marks_.back() &= kLeadsBack;
    if (Recent& recent = recent_[path_.size() % kRecent]; recent.state == v) {
      std::swap(recent.edges, edges_);
      recent.state = 0xffffffff;
      return;
    }
    graph_.read(v, edges_);
    edges_.go_to(edge < kManyEdges ? edge : many_[path_.size()]);
  }

  void end(std::uint32_t v, bool leads_back) {
    if (leads_back) {
      waiting_.push_back(v);
      return;
    }
    bool leaves = leaves_[v];
    const std::uint32_t component = ~count_++;
    --places_;
    while (!waiting_.empty() && number_[v] <= number_[waiting_.back()]) {
      leaves = leaves || leaves_[waiting_.back()];
      number_[waiting_.back()] = component;
      waiting_.pop_back();
      --places_;
    }
    number_[v] = component;
    bottom_.push_back(!leaves);
  }

  const PackedGraph& graph_;
  std::uint32_t expanded_;
  std::vector<std::uint32_t> number_;
  std::vector<bool> leaves_;  ///< has the state an edge to another component, or may it have one?
  std::vector<bool> bottom_;  ///< of each component
  std::uint32_t count_ = 0, places_ = 0;
  // Deques: growing needs no second copy.
  std::deque<std::uint32_t> path_;  ///< states
  /// Of each of them kLeadsBack, to before it: then it is no component's first; and twice the edge that the search went on by, if that is
  /// below kManyEdges, else it is in many_ by the place on the path, from 1.
  std::deque<std::uint8_t> marks_;
  static constexpr std::uint8_t kLeadsBack = 1;
  static constexpr std::uint32_t kManyEdges = 127;
  std::unordered_map<std::size_t, std::uint32_t> many_;
  std::deque<std::uint32_t> waiting_;  ///< for the first of their component
  PackedGraph::Cursor edges_;          ///< of the last on the path
  /// Of those before it, by their place on the path: where their edges were left.
  struct Recent {
    std::uint32_t state = 0xffffffff;
    PackedGraph::Cursor edges;
  };
  static constexpr std::size_t kRecent = 1 << 10;
  std::vector<Recent> recent_ = std::vector<Recent>(kRecent);
};

}  // namespace

Components strong_components(PackedGraph& graph, std::uint32_t expanded) {
  Components result;
  // A vertex for every state that an edge leads to.
  const std::uint32_t n = graph.rows() == 0 ? 0 : graph.vertices();
  graph.lift_limit();
  {
    Numbering numbering(graph, n, expanded);
    result.of = std::move(numbering.numbers());
    result.bottom = std::move(numbering.bottom());
  }
  result.count = static_cast<std::uint32_t>(result.bottom.size());
  std::unordered_map<std::uint32_t, std::size_t> places;  // of bottom components, in result.bottoms
  for (std::uint32_t v = 0; v < n; ++v) {
    const std::uint32_t c = result.of[v];
    if (!result.bottom[c]) continue;
    const auto [place, is_new] = places.try_emplace(c, result.bottoms.size());
    if (is_new) result.bottoms.emplace_back();
    result.bottoms[place->second].push_back(v);
  }
  return result;
}

}  // namespace checker::graph
