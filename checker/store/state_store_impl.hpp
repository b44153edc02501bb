#pragma once
// The bodies of BasicStateStore, for whoever wants another hash (tests force collisions).

#include <cassert>

#include "checker/store/state_store.hpp"

namespace checker::store {

template <typename Hash>
std::uint16_t BasicStateStore<Hash>::kind_of(std::uint32_t length, Scratch& scratch) {
  if (length < scratch.kinds.size() && scratch.kinds[length] >= 0) return static_cast<std::uint16_t>(scratch.kinds[length]);
  const std::lock_guard lock(kinds_mutex_);
  if (lengths_.size() > 0xffff && !kinds_.contains(length)) throw OutOfBudget();
  const auto [at, is_new] = kinds_.try_emplace(length, static_cast<std::uint16_t>(lengths_.size()));
  if (is_new) lengths_.push_back(length);
  if (scratch.kinds.size() <= length) scratch.kinds.resize(length + std::size_t{1}, -1);
  scratch.kinds[length] = at->second;
  return at->second;
}

template <typename Hash>
void BasicStateStore<Hash>::fetch(std::uint32_t left, std::uint32_t right, Scratch& scratch) {
  const auto& recent = scratch.recent_of(left, right);
  if (recent.left != left || recent.right != right) nodes_.prefetch(left, right);
}

template <typename Hash>
std::uint32_t BasicStateStore<Hash>::node_of(std::uint32_t left, std::uint32_t right, Scratch& scratch) {
  auto& recent = scratch.recent_of(left, right);
  if (recent.left != left || recent.right != right) recent = {left, right, nodes_.intern(left, right)};
  return recent.number;
}

template <typename Hash>
Folded BasicStateStore<Hash>::fold(std::span<const std::uint32_t> words, const Tree* near, Scratch& scratch) {
  assert(!words.empty() && words.size() <= (std::size_t{1} << 24));
  const auto length = static_cast<std::uint32_t>(words.size());
  const auto [left, right] = near != nullptr && near->length == length ? fold_near(words, *near, scratch) : fold_all(words, scratch);
  const Folded folded{left, right, kind_of(length, scratch)};
  roots_.prefetch(folded);
  return folded;
}

template <typename Hash>
auto BasicStateStore<Hash>::fold_all(std::span<const std::uint32_t> words, Scratch& scratch) -> Top {
  std::vector<std::uint32_t>& nodes = scratch.nodes;
  nodes.assign(words.begin(), words.end());
  auto count = static_cast<std::uint32_t>(words.size());
  for (; count > 2; count = (count + 1) / 2) {
    // Level by level, in place: node i of the next level is written behind where it is read. What is looked up in one level is
    // independent: all of it is fetched first.
    for (std::uint32_t i = 0; i + 1 < count; i += 2) fetch(nodes[i], nodes[i + 1], scratch);
    for (std::uint32_t i = 0; i + 1 < count; i += 2) nodes[i / 2] = node_of(nodes[i], nodes[i + 1], scratch);
    if (count % 2 != 0) nodes[count / 2] = nodes[count - 1];
  }
  return {nodes[0], count == 2 ? nodes[1] : 0};
}

/// Only what differs from `near`, level by level: the places in the level and what stands there, ascending.
template <typename Hash>
auto BasicStateStore<Hash>::fold_near(std::span<const std::uint32_t> words, const Tree& near, Scratch& scratch) -> Top {
  auto& changed = scratch.changed;
  changed.clear();
  const std::uint32_t* level = near.nodes.data();
  auto count = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (words[i] != level[i]) changed.push_back({i, words[i]});
  }
  for (; count > 2; level += count, count = (count + 1) / 2) {
    // The pair that the k-th change is in; `k` becomes that of the next pair.
    const auto pair_at = [&](std::size_t& k) -> Top {
      const std::uint32_t at = changed[k].at & ~1U;
      Top pair{level[at], at + 1 < count ? level[at + std::size_t{1}] : 0};
      if (changed[k].at == at) pair.left = changed[k++].value;
      if (k < changed.size() && changed[k].at == at + 1) pair.right = changed[k++].value;
      return pair;
    };
    const bool alone = count % 2 != 0 && !changed.empty() && changed.back().at == count - 1;  // the last has no partner
    const std::uint32_t last = alone ? changed.back().value : 0;
    if (alone) changed.pop_back();
    for (std::size_t k = 0; k < changed.size();) {
      const Top pair = pair_at(k);
      fetch(pair.left, pair.right, scratch);
    }
    std::size_t kept = 0;
    for (std::size_t k = 0; k < changed.size();) {
      const std::uint32_t above = changed[k].at / 2;
      const Top pair = pair_at(k);
      changed[kept++] = {above, node_of(pair.left, pair.right, scratch)};
    }
    changed.resize(kept);
    if (alone) changed.push_back({count / 2, last});
  }
  Top top{level[0], count == 2 ? level[1] : 0};
  for (const auto& c : changed) (c.at == 0 ? top.left : top.right) = c.value;
  return top;
}

template <typename Hash>
void BasicStateStore<Hash>::load(StateId id, Tree& tree) const {
  const std::uint32_t length = lengths_[roots_.kind(id)];
  // The levels, words first: n elements stand right below (n + 1) / 2, up to a last one of two (or one).
  std::uint32_t sizes[32];
  std::uint32_t levels = 0;
  std::uint32_t total = 0;
  for (std::uint32_t n = length;; n = (n + 1) / 2) {
    sizes[levels++] = n;
    total += n;
    if (n <= 2) break;
  }
  tree.length = length;
  tree.nodes.resize(total);
  std::uint32_t above = total - sizes[levels - 1];
  tree.nodes[above] = roots_.left(id);
  if (sizes[levels - 1] == 2) tree.nodes[above + std::size_t{1}] = roots_.right(id);
  for (std::uint32_t level = levels - 1; level-- > 0;) {
    const std::uint32_t n = sizes[level];
    const std::uint32_t here = above - n;
    for (std::uint32_t i = 0; i + 1 < n; i += 2) {
      const std::uint32_t node = tree.nodes[above + i / 2];
      tree.nodes[here + i] = nodes_.left(node);
      tree.nodes[here + i + 1] = nodes_.right(node);
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

}  // namespace checker::store
