#pragma once
// A growing set of small numbers. Up to 64 it needs no memory of its own.

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace model::runtime {

class Bits {
 public:
  bool test(std::size_t i) const { return i < 64 ? (first_ >> i & 1) != 0 : (word(i / 64) >> (i % 64) & 1) != 0; }
  void set(std::size_t i) {
    if (i < 64) {
      first_ |= std::uint64_t{1} << i;
    } else {
      at(i / 64) |= std::uint64_t{1} << (i % 64);
    }
  }
  void reset(std::size_t i) {
    if (i < 64) {
      first_ &= ~(std::uint64_t{1} << i);
    } else if (i / 64 <= rest_.size()) {
      at(i / 64) &= ~(std::uint64_t{1} << (i % 64));
    }
  }
  void unite(const Bits& o) {
    first_ |= o.first_;
    for (std::size_t w = 1; w <= o.rest_.size(); ++w) at(w) |= o.rest_[w - 1];
  }
  void intersect(const Bits& o) {
    first_ &= o.first_;
    for (std::size_t w = 1; w <= rest_.size(); ++w) rest_[w - 1] &= o.word(w);
  }
  bool none() const {
    if (first_ != 0) return false;
    for (const std::uint64_t w : rest_) {
      if (w != 0) return false;
    }
    return true;
  }
  /// Calls f with each number, ascending.
  template <typename F>
  void for_each(const F& f) const {
    for (std::size_t w = 0; w <= rest_.size(); ++w) {
      for (std::uint64_t left = word(w); left != 0; left &= left - 1) f(w * 64 + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }
  /// Of 64 numbers.
  std::uint64_t word(std::size_t i) const { return i == 0 ? first_ : i <= rest_.size() ? rest_[i - 1] : 0; }
  void put_word(std::size_t i, std::uint64_t bits) {
    if (bits != 0 || i <= rest_.size()) at(i) = bits;
  }
  /// An order; of sets that were only added to, equal ones are equal.
  friend auto operator<=>(const Bits&, const Bits&) = default;

 private:
  std::uint64_t& at(std::size_t w) {
    if (w == 0) return first_;
    if (rest_.size() < w) rest_.resize(w, 0);
    return rest_[w - 1];
  }

  std::uint64_t first_ = 0;
  std::vector<std::uint64_t> rest_;
};

}  // namespace model::runtime
