#include "checker/property/cycle.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace checker::property {
namespace {

class Maker {
 public:
  Maker(const Product& product, const std::vector<std::uint32_t>& component, Demands& demands, Fairness fairness)
      : product_(product), inside_(component.begin(), component.end()), demands_(demands), fairness_(fairness) {}

  std::vector<std::uint64_t> run(std::uint32_t home) {
    home_ = at_ = home;
    std::uint64_t missing = (std::uint64_t{1} << product_.sets) - 1;
    while (missing != 0) {
      go([&](std::uint64_t e) { return (product_.edges[e].accepts & missing) != 0; });
      for (const std::uint64_t e : path_) missing &= ~product_.edges[e].accepts;
    }
    for (;;) {
      const std::size_t open = path_.size();
      const std::uint32_t here = at_;
      if (at_ != home_) go([&](std::uint64_t e) { return product_.edges[e].to == home_; });
      const auto demand = unmet();
      if (!demand) return path_;
      // Not home yet: what it wants comes before.
      path_.resize(open);
      at_ = here;
      go([&](std::uint64_t e) { return meets(e, *demand); });
    }
  }

 private:
  bool ended(std::uint32_t node) const {
    return product_.first[node] < product_.first[node + 1] &&
           product_.edges[product_.first[node]].edge == Product::kStutter;
  }
  bool is_enabled(std::uint32_t node, std::uint32_t demand) {
    if (ended(node)) return false;
    const auto& enabled = demands_.enabled(product_.nodes[node].state);
    return std::binary_search(enabled.begin(), enabled.end(), demand);
  }
  /// Does this edge satisfy the demand: meet it or, under weak fairness, lead to where it is not enabled?
  bool meets(std::uint64_t e, std::uint32_t demand) {
    const Product::Edge& edge = product_.edges[e];
    if (fairness_ == Fairness::Weak && !is_enabled(edge.to, demand)) return true;
    if (edge.edge == Product::kStutter) return false;
    const auto& met = demands_.met(source(e), edge.edge);
    return std::find(met.begin(), met.end(), demand) != met.end();
  }
  std::uint32_t source(std::uint64_t e) const {
    const auto row = std::upper_bound(product_.first.begin(), product_.first.end(), e) - product_.first.begin() - 1;
    return product_.nodes[static_cast<std::size_t>(row)].state;
  }

  /// A demand that the closed path leaves unmet.
  std::optional<std::uint32_t> unmet() {
    if (fairness_ == Fairness::None) return std::nullopt;
    std::set<std::uint32_t> wanted;
    for (const std::uint64_t e : path_) {
      if (ended(product_.edges[e].to)) continue;
      const auto& enabled = demands_.enabled(product_.nodes[product_.edges[e].to].state);
      wanted.insert(enabled.begin(), enabled.end());
    }
    for (const std::uint32_t d : wanted) {
      if (std::none_of(path_.begin(), path_.end(), [&](std::uint64_t e) { return meets(e, d); })) return d;
    }
    return std::nullopt;
  }

  /// Appends a shortest path from where we are whose last edge is wanted.
  void go(const std::function<bool(std::uint64_t)>& wanted) {
    std::unordered_map<std::uint32_t, std::uint64_t> by;  // node -> edge by which it was reached
    std::unordered_map<std::uint32_t, std::uint32_t> from;
    std::vector<std::uint32_t> queue{at_};
    std::unordered_set<std::uint32_t> seen{at_};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::uint32_t n = queue[i];
      for (std::uint64_t e = product_.first[n]; e < product_.first[n + 1]; ++e) {
        const std::uint32_t to = product_.edges[e].to;
        if (inside_.count(to) == 0) continue;
        if (wanted(e)) {
          std::vector<std::uint64_t> piece{e};
          for (std::uint32_t at = n; at != at_; at = from.at(at)) piece.push_back(by.at(at));
          path_.insert(path_.end(), piece.rbegin(), piece.rend());
          at_ = to;
          return;
        }
        if (!seen.insert(to).second) continue;
        by[to] = e;
        from[to] = n;
        queue.push_back(to);
      }
    }
    assert(false && "a fair component has an edge of each kind");
    std::abort();
  }

  const Product& product_;
  std::unordered_set<std::uint32_t> inside_;
  Demands& demands_;
  Fairness fairness_;
  std::uint32_t home_ = 0, at_ = 0;
  std::vector<std::uint64_t> path_;
};

}  // namespace

Counterexample counterexample(const Product& product, const std::vector<std::vector<std::uint32_t>>& components,
                              Demands& demands, Fairness fairness) {
  // Nodes are numbered breadth first, so the least is a nearest one.
  const auto nearest = std::min_element(components.begin(), components.end(),
                                        [](const auto& a, const auto& b) { return a.front() < b.front(); });
  const std::uint32_t home = nearest->front();
  Counterexample out;
  out.root = home;
  while (product.parents[out.root].node != 0xffffffff) {
    const std::uint32_t parent = product.parents[out.root].node;
    std::uint64_t e = product.first[parent];
    while (product.edges[e].to != out.root || product.edges[e].edge != product.parents[out.root].edge) ++e;
    out.stem.push_back(e);
    out.root = parent;
  }
  std::reverse(out.stem.begin(), out.stem.end());
  out.cycle = Maker(product, *nearest, demands, fairness).run(home);
  return out;
}

}  // namespace checker::property
