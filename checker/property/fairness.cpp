#include "checker/property/fairness.hpp"

#include <algorithm>
#include <set>

namespace checker::property {

const char* fairness_name(Fairness fairness) {
  switch (fairness) {
    case Fairness::None: return "none";
    case Fairness::Weak: return "weak";
    case Fairness::Strong: return "strong";
  }
  return "";
}

std::optional<Fairness> fairness_named(const std::string& name) {
  for (const Fairness f : {Fairness::None, Fairness::Weak, Fairness::Strong}) {
    if (name == fairness_name(f)) return f;
  }
  return std::nullopt;
}

std::uint32_t Demands::number(const Key& key) {
  return numbers_.emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::vector<std::uint32_t> Demands::met_by(const model::StateWords& state, const model::Transition& t) {
  std::vector<std::uint32_t> out;
  using TransitionKind = model::Transition::Kind;
  if (t.kind == TransitionKind::Timer) out.push_back(number({Kind::Timer, t.actor, 0, 0}));
  if (t.kind == TransitionKind::Step || t.kind == TransitionKind::Park || t.kind == TransitionKind::Rendezvous) {
    out.push_back(number({Kind::Goroutine, t.actor, 0, 0}));
  }
  if (t.kind == TransitionKind::Rendezvous) out.push_back(number({Kind::Goroutine, t.partner, 0, 0}));
  std::vector<model::SelectChoice> cases;
  machine_.taken_cases(state, t, cases);
  for (const model::SelectChoice& c : cases) out.push_back(number({Kind::Case, c.goroutine, c.site, c.choice}));
  return out;
}

const Demands::State& Demands::look(std::uint32_t id) {
  const auto [at, is_new] = states_.try_emplace(id);
  State& s = at->second;
  if (!is_new) return s;
  const model::StateWords state = store_.load(id);
  std::vector<model::Transition> enabled;
  machine_.enabled(state, enabled);
  std::set<std::uint32_t> demanded;
  for (const model::Transition& t : enabled) {
    using TransitionKind = model::Transition::Kind;
    if (t.kind == TransitionKind::Timer) demanded.insert(number({Kind::Timer, t.actor, 0, 0}));
    if (t.kind == TransitionKind::Step || t.kind == TransitionKind::Park || t.kind == TransitionKind::Rendezvous) {
      demanded.insert(number({Kind::Goroutine, t.actor, 0, 0}));
    }
    if (t.kind == TransitionKind::Rendezvous) demanded.insert(number({Kind::Goroutine, t.partner, 0, 0}));
  }
  std::vector<model::SelectChoice> cases;
  machine_.ready_cases(state, cases);
  for (const model::SelectChoice& c : cases) demanded.insert(number({Kind::Case, c.goroutine, c.site, c.choice}));
  s.enabled.assign(demanded.begin(), demanded.end());
  for (std::uint64_t e = graph_.first(id); e < graph_.last(id); ++e) {
    std::vector<std::uint32_t> met = met_by(state, enabled[graph_.ordinal(e)]);
    // A step may move more goroutines than take part in the transition: those that it wakes.
    model::Step step;
    machine_.apply(state, enabled[graph_.ordinal(e)], step);
    for (const std::uint32_t slot : step.moved) met.push_back(number({Kind::Goroutine, slot, 0, 0}));
    s.met.push_back(std::move(met));
  }
  return s;
}

namespace {

class Finder {
 public:
  Finder(const Product& product, Demands& demands, Fairness fairness)
      : product_(product), demands_(demands), fairness_(fairness), alive_(product.nodes.size(), true),
        component_(product.nodes.size(), 0) {}

  std::vector<std::vector<std::uint32_t>> run() {
    std::vector<std::uint32_t> all(product_.nodes.size());
    for (std::uint32_t n = 0; n < all.size(); ++n) all[n] = n;
    std::vector<std::vector<std::uint32_t>> work = components(all);
    std::vector<std::vector<std::uint32_t>> found;
    while (!work.empty()) {
      std::vector<std::uint32_t> c = std::move(work.back());
      work.pop_back();
      const std::uint32_t id = ++last_component_;
      for (const std::uint32_t n : c) component_[n] = id;
      if (!accepting(c, id)) continue;
      const std::set<std::uint32_t> unmet = unmet_demands(c, id);
      if (unmet.empty()) {
        std::sort(c.begin(), c.end());
        found.push_back(std::move(c));
        continue;
      }
      // Under weak fairness an unmet demand is enabled everywhere: nothing is left.
      std::vector<std::uint32_t> rest;
      for (const std::uint32_t n : c) {
        const auto& enabled = enabled_at(n);
        const bool kept = std::none_of(enabled.begin(), enabled.end(), [&](std::uint32_t d) { return unmet.count(d) != 0; });
        alive_[n] = kept;
        if (kept) rest.push_back(n);
      }
      for (auto& part : components(rest)) work.push_back(std::move(part));
    }
    return found;
  }

 private:
  const std::vector<std::uint32_t>& enabled_at(std::uint32_t node) {
    static const std::vector<std::uint32_t> none;
    // A run that has ended demands nothing.
    const bool ended = product_.first[node] < product_.first[node + 1] &&
                       product_.edges[product_.first[node]].edge == Product::kStutter;
    return ended ? none : demands_.enabled(product_.nodes[node].state);
  }

  bool accepting(const std::vector<std::uint32_t>& c, std::uint32_t id) const {
    std::uint64_t seen = 0;
    for (const std::uint32_t n : c) {
      for (std::uint64_t e = product_.first[n]; e < product_.first[n + 1]; ++e) {
        const std::uint32_t to = product_.edges[e].to;
        if (alive_[to] && component_[to] == id) seen |= product_.edges[e].accepts;
      }
    }
    return seen == (std::uint64_t{1} << product_.sets) - 1;
  }

  std::set<std::uint32_t> unmet_demands(const std::vector<std::uint32_t>& c, std::uint32_t id) {
    std::set<std::uint32_t> unmet;
    if (fairness_ == Fairness::None) return unmet;
    bool first = true;
    for (const std::uint32_t n : c) {
      const auto& enabled = enabled_at(n);
      if (fairness_ == Fairness::Strong || first) {
        unmet.insert(enabled.begin(), enabled.end());
      } else {
        std::erase_if(unmet, [&](std::uint32_t d) { return !std::binary_search(enabled.begin(), enabled.end(), d); });
      }
      first = false;
    }
    for (const std::uint32_t n : c) {
      for (std::uint64_t e = product_.first[n]; e < product_.first[n + 1] && !unmet.empty(); ++e) {
        const Product::Edge& edge = product_.edges[e];
        if (edge.edge == Product::kStutter || !alive_[edge.to] || component_[edge.to] != id) continue;
        for (const std::uint32_t d : demands_.met(product_.nodes[n].state, edge.edge)) unmet.erase(d);
      }
    }
    return unmet;
  }

  /// Strong components of some nodes (Tarjan 1972, on a stack of its own), those without an edge left out.
  std::vector<std::vector<std::uint32_t>> components(const std::vector<std::uint32_t>& nodes) {
    constexpr std::uint32_t kNew = 0, kDone = 0xffffffff;
    std::vector<std::vector<std::uint32_t>> out;
    const std::uint32_t id = ++last_component_;
    for (const std::uint32_t n : nodes) component_[n] = id;
    number_.resize(product_.nodes.size());
    low_.resize(product_.nodes.size());
    for (const std::uint32_t n : nodes) number_[n] = kNew;
    std::uint32_t next = 0;
    std::vector<std::uint32_t> stack;
    struct Frame {
      std::uint32_t node;
      std::uint64_t edge;
    };
    std::vector<Frame> frames;
    const auto enter = [&](std::uint32_t n) {
      number_[n] = low_[n] = ++next;
      stack.push_back(n);
      frames.push_back({n, product_.first[n]});
    };
    for (const std::uint32_t root : nodes) {
      if (number_[root] != kNew) continue;
      enter(root);
      while (!frames.empty()) {
        const std::uint32_t n = frames.back().node;
        if (frames.back().edge < product_.first[n + 1]) {
          const std::uint32_t to = product_.edges[frames.back().edge++].to;
          if (!alive_[to] || component_[to] != id || number_[to] == kDone) continue;
          if (number_[to] == kNew) {
            enter(to);
          } else {
            low_[n] = std::min(low_[n], number_[to]);
          }
          continue;
        }
        frames.pop_back();
        if (!frames.empty()) low_[frames.back().node] = std::min(low_[frames.back().node], low_[n]);
        if (low_[n] != number_[n]) continue;
        std::vector<std::uint32_t> c;
        do {
          c.push_back(stack.back());
          number_[stack.back()] = kDone;
          stack.pop_back();
        } while (c.back() != n);
        const bool loops = c.size() > 1 || has_loop(n);
        if (loops) out.push_back(std::move(c));
      }
    }
    return out;
  }

  bool has_loop(std::uint32_t n) const {
    for (std::uint64_t e = product_.first[n]; e < product_.first[n + 1]; ++e) {
      if (product_.edges[e].to == n) return true;
    }
    return false;
  }

  const Product& product_;
  Demands& demands_;
  Fairness fairness_;
  std::vector<bool> alive_;
  std::vector<std::uint32_t> component_, number_, low_;
  std::uint32_t last_component_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> fair_components(const Product& product, Demands& demands, Fairness fairness) {
  return Finder(product, demands, fairness).run();
}

}  // namespace checker::property
