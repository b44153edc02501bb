#include "checker/search/bitstate.hpp"

#include "checker/store/pair_table.hpp"

namespace checker::search {

bool Bitstate::insert(std::span<const std::uint32_t> state) {
  const store::MixHash mix;
  std::uint64_t hash = mix(state.size());
  for (const std::uint32_t word : state) hash = mix(hash ^ word) + 0x9e3779b97f4a7c15ULL;
  // Three indices from two hashes (Kirsch and Mitzenmacher, "Less Hashing, Same Performance", 2006).
  const std::uint64_t step = mix(hash) | 1;
  const double fill = static_cast<double>(set_) / (static_cast<double>(words_.size()) * 64);
  bool is_new = false;
  for (int i = 0; i < 3; ++i, hash += step) {
    const std::uint64_t bit = hash >> (64 - bits_);
    std::uint64_t& word = words_[bit >> 6];
    const std::uint64_t mask = std::uint64_t{1} << (bit & 63);
    if ((word & mask) != 0) continue;
    word |= mask;
    ++set_;
    is_new = true;
  }
  if (!is_new) return false;
  ++states_;
  const double p = fill * fill * fill;
  missed_ += p / (1 - p);
  return true;
}

}  // namespace checker::search
