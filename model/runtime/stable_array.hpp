#pragma once
// A growing array that moves nothing. Indexing is a shift and a mask, which std::deque with its small nodes has not.

#include <cstddef>
#include <memory>
#include <vector>

namespace model::runtime {

template <typename T>
class StableArray {
 public:
  T& operator[](std::size_t i) { return chunks_[i / kChunk][i % kChunk]; }
  const T& operator[](std::size_t i) const { return chunks_[i / kChunk][i % kChunk]; }
  /// Makes room for at least so many. Elements are made by T's default constructor.
  void grow_to(std::size_t size) {
    while (chunks_.size() * kChunk < size) chunks_.push_back(std::make_unique<T[]>(kChunk));
  }

 private:
  static constexpr std::size_t kChunk = 16;
  std::vector<std::unique_ptr<T[]>> chunks_;
};

}  // namespace model::runtime
