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
Folded BasicStateStore<Hash>::fold(std::span<const std::uint32_t> words, const Tree* near, Scratch& scratch) {
  assert(!words.empty() && words.size() <= (std::size_t{1} << 24));
  const auto length = static_cast<std::uint32_t>(words.size());
  std::vector<std::uint32_t>& nodes = scratch.nodes;
  nodes.assign(words.begin(), words.end());
  const std::uint32_t* other =
      near != nullptr && near->length == length ? near->nodes.data() : nullptr;
  std::uint32_t count = length;
  while (count > 2) {
    // Level by level, in place: node i of the next level is written behind where it is read.
    const std::uint32_t* above = other != nullptr ? other + count : nullptr;
    const auto is_known = [&](std::uint32_t i) { return other != nullptr && other[i] == nodes[i] && other[i + 1] == nodes[i + 1]; };
    // What is looked up in one level is independent: all of it is fetched first.
    for (std::uint32_t i = 0; i + 1 < count; i += 2) {
      if (is_known(i)) continue;
      const auto& recent = scratch.recent_of(nodes[i], nodes[i + 1]);
      if (recent.left != nodes[i] || recent.right != nodes[i + 1]) nodes_.prefetch(nodes[i], nodes[i + 1]);
    }
    for (std::uint32_t i = 0; i + 1 < count; i += 2) {
      const std::uint32_t left = nodes[i];
      const std::uint32_t right = nodes[i + 1];
      if (is_known(i)) {
        nodes[i / 2] = above[i / 2];
        continue;
      }
      auto& recent = scratch.recent_of(left, right);
      if (recent.left != left || recent.right != right) recent = {left, right, nodes_.intern(left, right)};
      nodes[i / 2] = recent.number;
    }
    if (count % 2 != 0) nodes[count / 2] = nodes[count - 1];
    count = (count + 1) / 2;
    other = above;
  }
  const Folded folded{nodes[0], count == 2 ? nodes[1] : 0, kind_of(length, scratch)};
  roots_.prefetch(folded);
  return folded;
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
