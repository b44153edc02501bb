#pragma once
// States known by their hash alone: an array of bits in which each state sets three (Holzmann, "An Analysis of Bitstate
// Hashing", 1998). A new state whose bits are all set already is taken for an old one: then it is missed.

#include <cstdint>
#include <span>
#include <vector>

namespace checker::search {

class Bitstate {
 public:
  static constexpr unsigned kLeast = 10, kMost = 38;  ///< bits of an index: 128 bytes to 32 GiB

  /// 2^`bits` bits. Throws std::bad_alloc.
  explicit Bitstate(unsigned bits) : bits_(bits), words_(std::size_t{1} << (bits - 6)) {}

  /// Sets the state's bits. True if one of them was not set: the state is certainly new.
  bool insert(std::span<const std::uint32_t> state);

  std::uint64_t states() const { return states_; }
  /// How many new states have been taken for old ones, as expected: with a part p of all triples of bits set, for each that
  /// was seen to be new there are p / (1 - p) that were not. What only they lead to is not among them.
  double missed() const { return missed_; }
  std::uint64_t memory_bytes() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  unsigned bits_;
  std::vector<std::uint64_t> words_;
  std::uint64_t set_ = 0, states_ = 0;
  double missed_ = 0;
};

}  // namespace checker::search
