#pragma once
// The bodies of BasicStateStore, for whoever wants another hash (tests force collisions).

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

#include "checker/store/state_store.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace checker::store {

template <typename Hash>
std::uint32_t BasicStateStore<Hash>::kind_of(std::uint32_t length, Scratch& scratch) {
  if (length < scratch.kinds.size() && scratch.kinds[length] >= 0) return static_cast<std::uint32_t>(scratch.kinds[length]);
  const std::lock_guard lock(kinds_mutex_);
  const auto [at, is_new] = kind_by_length_.try_emplace(length, static_cast<std::uint32_t>(kinds_.size()));
  if (is_new) kinds_.push_back({length, nullptr});
  if (scratch.kinds.size() <= length) scratch.kinds.resize(length + std::size_t{1}, -1);
  scratch.kinds[length] = static_cast<std::int32_t>(at->second);
  return at->second;
}

template <typename Hash>
void BasicStateStore<Hash>::fetch(Pair pair, Scratch& scratch) {
  if (scratch.recent_of(pair).pair != pair) tables_->nodes.prefetch(pair);
}

template <typename Hash>
std::uint32_t BasicStateStore<Hash>::node_of(Pair pair, Scratch& scratch) {
  auto& recent = scratch.recent_of(pair);
  if (recent.pair != pair) recent = {pair, tables_->nodes.intern(pair)};
  return recent.number;
}

template <typename Hash>
Folded BasicStateStore<Hash>::fold(std::span<const std::uint32_t> words, const Tree* near, Scratch& scratch) {
  assert(!words.empty() && words.size() <= (std::size_t{1} << 24));
  if (scratch.shapes != shapes_) {
    std::ranges::fill(scratch.recent, typename Scratch::Recent{});
    scratch.shapes = shapes_;
  }
  const std::uint32_t kind = kind_of(static_cast<std::uint32_t>(words.size()), scratch);
  const bool is_near = near != nullptr && near->kind == kind && near->length != 0;
  Pair top;
  if (const Shape* shape = kinds_[kind].shape; shape != nullptr) {
    top = is_near ? fold_near(words, *near, *shape, scratch) : fold_all(words, *shape, scratch);
  } else {
    top = is_near ? fold_near(words, *near, scratch) : fold_all(words, scratch);
  }
  const bool is_left_near = is_near && near->top.left == top.left;
  const Folded folded{is_left_near ? near->state.left : node_of({top.left, kind}, scratch), top.right};
  tables_->roots.prefetch(folded);
  return folded;
}

template <typename Hash>
Pair BasicStateStore<Hash>::fold_all(std::span<const std::uint32_t> words, Scratch& scratch) {
  std::vector<std::uint32_t>& nodes = scratch.nodes;
  nodes.assign(words.begin(), words.end());
  auto count = static_cast<std::uint32_t>(words.size());
  for (; count > 2; count = (count + 1) / 2) {
    // Level by level, in place: node i of the next level is written behind where it is read. What is looked up in one level is
    // independent: all of it is fetched first.
    for (std::uint32_t i = 0; i + 1 < count; i += 2) fetch({nodes[i], nodes[i + 1]}, scratch);
    for (std::uint32_t i = 0; i + 1 < count; i += 2) nodes[i / 2] = node_of({nodes[i], nodes[i + 1]}, scratch);
    if (count % 2 != 0) nodes[count / 2] = nodes[count - 1];
  }
  return {nodes[0], count == 2 ? nodes[1] : 0};
}

/// Only what differs from `near`, level by level: the places in the level and what stands there, ascending.
template <typename Hash>
Pair BasicStateStore<Hash>::fold_near(std::span<const std::uint32_t> words, const Tree& near, Scratch& scratch) {
  auto& changed = scratch.changed;
  changed.clear();
  const std::uint32_t* level = near.nodes.data();
  auto count = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (words[i] != level[i]) changed.push_back({i, words[i]});
  }
  for (; count > 2; level += count, count = (count + 1) / 2) {
    // The pair that the k-th change is in; `k` becomes that of the next pair.
    const auto pair_at = [&](std::size_t& k) -> Pair {
      const std::uint32_t at = changed[k].at & ~1U;
      Pair pair{level[at], at + 1 < count ? level[at + std::size_t{1}] : 0};
      if (changed[k].at == at) pair.left = changed[k++].value;
      if (k < changed.size() && changed[k].at == at + 1) pair.right = changed[k++].value;
      return pair;
    };
    const bool alone = count % 2 != 0 && !changed.empty() && changed.back().at == count - 1;  // the last has no partner
    const std::uint32_t last = alone ? changed.back().value : 0;
    if (alone) changed.pop_back();
    for (std::size_t k = 0; k < changed.size();) {
      const Pair pair = pair_at(k);
      fetch(pair, scratch);
    }
    std::size_t kept = 0;
    for (std::size_t k = 0; k < changed.size();) {
      const std::uint32_t above = changed[k].at / 2;
      const Pair pair = pair_at(k);
      changed[kept++] = {above, node_of(pair, scratch)};
    }
    changed.resize(kept);
    if (alone) changed.push_back({count / 2, last});
  }
  Pair top{level[0], count == 2 ? level[1] : 0};
  for (const auto& c : changed) (c.at == 0 ? top.left : top.right) = c.value;
  return top;
}

template <typename Hash>
Pair BasicStateStore<Hash>::fold_all(std::span<const std::uint32_t> words, const Shape& shape, Scratch& scratch) {
  std::vector<std::uint32_t>& nodes = scratch.nodes;
  nodes.assign(words.begin(), words.end());
  for (const Pair pair : shape.inner) nodes.push_back(node_of({nodes[pair.left], nodes[pair.right]}, scratch));
  return {nodes[shape.top.left], nodes[shape.top.right]};
}

template <typename Hash>
Pair BasicStateStore<Hash>::fold_near(std::span<const std::uint32_t> words, const Tree& near, const Shape& shape, Scratch& scratch) {
  std::vector<std::uint32_t>& nodes = scratch.nodes;
  nodes = near.nodes;
  auto& touched = scratch.touched;
  touched.assign(shape.inner.size() / 64 + 1, 0);
  const auto set = [&](std::uint32_t node, std::uint32_t value) {
    if (nodes[node] == value) return;
    nodes[node] = value;
    if (const std::uint32_t k = shape.parents[node]; k != Shape::kNoParent) touched[k / 64] |= std::uint64_t{1} << (k % 64);
  };
  for (std::uint32_t i = 0; i < shape.length; ++i) set(i, words[i]);
  for (std::size_t at = 0; at < touched.size(); ++at) {
    while (touched[at] != 0) {  // the pairs above come later
      const auto bit = static_cast<std::uint32_t>(std::countr_zero(touched[at]));
      touched[at] &= touched[at] - 1;
      const std::uint32_t k = static_cast<std::uint32_t>(at * 64) + bit;
      set(shape.length + k, node_of({nodes[shape.inner[k].left], nodes[shape.inner[k].right]}, scratch));
    }
  }
  return {nodes[shape.top.left], nodes[shape.top.right]};
}

template <typename Hash>
void BasicStateStore<Hash>::load(StateId id, Tree& tree) const {
  const Folded state = tables_->roots[id];
  const Pair left = tables_->nodes[state.left];
  const bool is_same_shape = tree.length != 0 && tree.kind == left.right && tree.shapes == shapes_;
  tree.kind = left.right;
  tree.shapes = shapes_;
  tree.top = {left.left, state.right};
  tree.state = state;
  load(*tables_, kinds_[tree.kind], is_same_shape, tree);
}

/// All below tree.top. `is_same_shape`: the tree has another state of that kind, with which this one may share parts.
template <typename Hash>
void BasicStateStore<Hash>::load(const Tables& tables, Kind kind, bool is_same_shape, Tree& tree) {
  const std::uint32_t length = kind.length;
  tree.length = length;
  if (kind.shape != nullptr) {
    const Shape& shape = *kind.shape;
    tree.nodes.resize(length + shape.inner.size());
    auto& touched = tree.touched;
    touched.assign(shape.inner.size() / 64 + 1, is_same_shape ? 0 : ~std::uint64_t{0});
    const auto set = [&](std::uint32_t node, std::uint32_t value) {
      if (tree.nodes[node] == value) return;
      tree.nodes[node] = value;
      if (node >= length) touched[(node - length) / 64] |= std::uint64_t{1} << ((node - length) % 64);
    };
    set(shape.top.left, tree.top.left);
    set(shape.top.right, tree.top.right);
    for (std::size_t at = touched.size(); at-- > 0;) {
      while (touched[at] != 0) {  // what is below comes later
        const auto bit = static_cast<std::uint32_t>(std::bit_width(touched[at]) - 1);
        touched[at] &= ~(std::uint64_t{1} << bit);
        const std::size_t k = at * 64 + bit;
        if (k >= shape.inner.size()) continue;
        const Pair pair = tables.nodes[tree.nodes[length + k]];
        set(shape.inner[k].left, pair.left);
        set(shape.inner[k].right, pair.right);
      }
    }
    return;
  }
  // The levels, words first: n elements stand right below (n + 1) / 2, up to a last one of two (or one).
  std::uint32_t sizes[32];
  std::uint32_t levels = 0;
  std::uint32_t total = 0;
  for (std::uint32_t n = length;; n = (n + 1) / 2) {
    sizes[levels++] = n;
    total += n;
    if (n <= 2) break;
  }
  tree.nodes.resize(total);
  std::uint32_t above = total - sizes[levels - 1];
  tree.nodes[above] = tree.top.left;
  if (sizes[levels - 1] == 2) tree.nodes[above + std::size_t{1}] = tree.top.right;
  for (std::uint32_t level = levels - 1; level-- > 0;) {
    const std::uint32_t n = sizes[level];
    const std::uint32_t here = above - n;
    for (std::uint32_t i = 0; i + 1 < n; i += 2) {
      const Pair pair = tables.nodes[tree.nodes[above + i / 2]];
      tree.nodes[here + i] = pair.left;
      tree.nodes[here + i + 1] = pair.right;
    }
    if (n % 2 != 0) tree.nodes[here + n - 1] = tree.nodes[above + n / 2];
    above = here;
  }
}

template <typename Hash>
std::vector<std::uint32_t> BasicStateStore<Hash>::load(StateId id) const {
  Tree tree;
  load(id, tree);
  tree.nodes.resize(tree.length);
  return std::move(tree.nodes);
}

template <typename Hash>
std::uint32_t BasicStateStore<Hash>::kind_at(StateId id) const {
  return tables_->nodes[tables_->roots[id].left].right;
}

/// Are many of the later half of a kind for which nothing has been learnt, though it has for others?
template <typename Hash>
bool BasicStateStore<Hash>::has_new_kind() const {
  if (learnt_.empty()) return false;
  constexpr std::uint32_t kEvery = 61, kMany = 32;
  std::vector<std::uint32_t> states(kinds_.size(), 0);
  for (StateId id = size() / 2; id < size(); id += kEvery) ++states[kind_at(id)];
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    if (kinds_[k].shape == nullptr && states[k] > size() / 2 / kEvery / kMany) return true;
  }
  return false;
}

/// Of the later half, as those to come will be more like them. By kind; empty where a kind has few states, too few words, or so many that it would take long.
template <typename Hash>
std::vector<Sample> BasicStateStore<Hash>::samples() const {
  constexpr std::size_t kRows = 8192, kWords = std::size_t{1} << 20;
  std::vector<std::uint32_t> states(kinds_.size(), 0);
  const StateId first = size() / 2;
  for (StateId id = first; id < size(); ++id) ++states[kind_at(id)];
  std::vector<Sample> samples(kinds_.size());
  std::vector<std::uint32_t> every(kinds_.size(), 0);
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    const std::uint32_t length = kinds_[k].length;
    const std::size_t rows = std::min(kRows, kWords / length);
    if (length < 3 || rows < kRows / 16 || states[k] < size() / 32) continue;
    samples[k].length = length;
    every[k] = static_cast<std::uint32_t>((states[k] + rows - 1) / rows);
  }
  Tree tree;
  for (StateId id = first; id < size(); ++id) {
    const std::uint32_t k = kind_at(id);
    if (every[k] == 0 || MixHash{}(id) % every[k] != 0) continue;  // ids have a pattern of their own
    load(id, tree);
    samples[k].words.insert(samples[k].words.end(), tree.words().begin(), tree.words().end());
  }
  return samples;
}

template <typename Hash>
void BasicStateStore<Hash>::learn_shapes() {
  // States for a node: then it is well as it is. The latest ones may be of a kind that is new.
  constexpr std::uint32_t kFewNodes = 4, kFewLatest = 2;
  const auto later = [&](std::uint64_t more) { return static_cast<std::uint32_t>(std::min<std::uint64_t>(size() + more, kNoState)); };
  const auto [states_then, nodes_then] = std::exchange(looked_at_, {size(), nodes()});
  next_shapes_ = later(size() / 4);
  if (nodes() < size() / kFewNodes && nodes() - nodes_then < (size() - states_then) / kFewLatest && !has_new_kind()) return;
  std::vector<Kind> before;
  for (std::size_t k = 0; k < kinds_.size(); ++k) before.push_back(kinds_[k]);
  bool is_better = false;
  const std::vector<Sample> by_kind = samples();
  for (std::size_t k = 0; k < by_kind.size(); ++k) {
    if (by_kind[k].length == 0 || by_kind[k].rows() < 2) continue;
    auto shape = std::make_unique<const Shape>(learn_shape(by_kind[k]));
    const std::size_t now = inner_nodes(by_kind[k], kinds_[k].shape != nullptr ? *kinds_[k].shape : balanced_shape(kinds_[k].length));
    if (inner_nodes(by_kind[k], *shape) * 4 >= now * 3) continue;  // folding all again takes time too
    kinds_[k].shape = shape.get();
    learnt_.push_back(std::move(shape));
    is_better = true;
  }
  if (is_better) {
    fold_again(before);
    looked_at_ = {size(), nodes()};
  } else {
    next_shapes_ = later(std::uint64_t{size()} * 3);
  }
}

/// All states in their kinds' shapes; `before`: the shapes that they have now. Where there is no room for that they keep them; where there
/// is not even room for the index that was there, throws OutOfBudget.
template <typename Hash>
void BasicStateStore<Hash>::fold_again(const std::vector<Kind>& before) {
  const std::uint32_t count = size();
  ++shapes_;
  std::unique_ptr<Tables> old = std::move(tables_);
  old->nodes.drop_index();
  old->roots.drop_index();
  Tree tree, near;
  try {
    tables_ = std::make_unique<Tables>(account_);
    for (StateId id = 0; id < count; ++id) {
      const Pair state = old->roots[id];
      const Pair left = old->nodes[state.left];
      const std::uint32_t was = std::exchange(tree.kind, left.right);
      tree.top = {left.left, state.right};
      load(*old, before[tree.kind], id != 0 && was == tree.kind, tree);
      insert(fold(tree.words(), near.length != 0 ? &near : nullptr));
      load(id, near);
    }
  } catch (const OutOfBudget&) {
    tables_ = std::move(old);
    for (std::size_t k = 0; k < before.size(); ++k) kinds_[k] = before[k];
    next_shapes_ = kNoState;
    ++shapes_;
    build_index();
  }
  old.reset();
#ifdef __GLIBC__
  malloc_trim(0);  // the old blocks lie between others
#endif
}

}  // namespace checker::store
