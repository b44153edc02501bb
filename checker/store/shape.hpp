#pragma once
// Which words of a state are paired up with which: the fewer different pairs there are, the fewer nodes the store keeps.
//
// A balanced tree over the words as they come has about as many inner nodes as states, if a step changes words that stand far
// apart. So from time to time the store looks at what states there are and pairs up, again and again, the two parts of a state that
// have the fewest values together (words that change together, words that hardly change); as in Huffman's algorithm, with the number
// of pairs for a weight. Any tree keeps all words, so a bad one costs memory only. Laarman et al. (SPIN 2011, section 3.2) name the
// optimum, two halves of sqrt(n) values each for n states, and leave the order of the words to the model.

#include <cstdint>
#include <vector>

#include "checker/store/packed_pairs.hpp"

namespace checker::store {

/// A binary tree over words 0 to length-1. Node length+k is the pair inner[k] of nodes with smaller numbers.
struct Shape {
  std::uint32_t length = 0;
  std::vector<Pair> inner;
  Pair top;  ///< the two nodes that are left
  /// Of every node: k, if it is in inner[k]; kNoParent for the two on top.
  std::vector<std::uint32_t> parents;
  static constexpr std::uint32_t kNoParent = 0xffffffff;
};

/// Some states of `length` words each, one after the other.
struct Sample {
  std::uint32_t length = 0;
  std::vector<std::uint32_t> words;
  std::size_t rows() const { return words.size() / length; }
};

/// A shape for states like these: at least three words, two rows, and not all the same.
Shape learn_shape(const Sample& sample);

/// The shape that states of three words or more have as long as none is learnt: neighbours are paired up, level by level.
Shape balanced_shape(std::uint32_t length);

/// How many inner nodes the sample's states have together in such a tree.
std::size_t inner_nodes(const Sample& sample, const Shape& shape);

}  // namespace checker::store
