#pragma once
// A growing array that never moves what it holds: a directory of chunks. Growth needs no second copy, and a
// reader of elements that are already there is not disturbed by a writer that appends.

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <span>
#include <stdexcept>

namespace checker::store {

/// Thrown when memory beyond the limit would be needed.
struct OutOfBudget : std::runtime_error {
  OutOfBudget() : std::runtime_error("memory budget") {}
};

/// Bytes in use, and how many may be. Thread safe.
struct Account {
  std::atomic<std::size_t> used = 0;
  std::size_t limit = SIZE_MAX;

  void charge(std::size_t bytes) {
    const std::size_t before = used.fetch_add(bytes, std::memory_order_relaxed);
    if (bytes <= limit && before <= limit - bytes) return;
    release(bytes);
    throw OutOfBudget();
  }
  void release(std::size_t bytes) { used.fetch_sub(bytes, std::memory_order_relaxed); }
};

/// Elements of a trivial type. Each chunk is as large as all before it together; what of it is not in use yet is not charged,
/// as the system gives pages only when they are written.
template <typename T>
class ChunkedArray {
 public:
  explicit ChunkedArray(Account& account) : account_(&account) {}
  ChunkedArray(const ChunkedArray&) = delete;
  ChunkedArray& operator=(const ChunkedArray&) = delete;
  ~ChunkedArray() {
    for (T* chunk : chunks_) std::free(chunk);
    account_->release(charged_ * sizeof(T));
  }

  std::size_t size() const { return size_; }
  const T& operator[](std::size_t i) const { return *at(i); }
  T& operator[](std::size_t i) { return *at(i); }

  /// The elements from i on that stand side by side: at least one.
  std::span<const T> from(std::size_t i) const { return {at(i), std::min(end_of(chunk_of(i)), size_) - i}; }

  /// Makes the next push_back certain to succeed.
  void reserve_one() {
    if (size_ == charged_) reserve(1);
  }
  /// The same for the next `count` ones.
  void reserve(std::size_t count) {
    while (charged_ < size_ + count) {
      const std::size_t chunk = chunk_of(charged_);
      if (chunk == kChunks) throw OutOfBudget();
      // Within a chunk, so that one charge is for one chunk.
      const std::size_t more = std::min(kStep, end_of(chunk) - charged_);
      account_->charge(more * sizeof(T));
      if (chunks_[chunk] == nullptr) {
        chunks_[chunk] = static_cast<T*>(std::malloc((end_of(chunk) - charged_) * sizeof(T)));
        if (chunks_[chunk] == nullptr) {
          account_->release(more * sizeof(T));
          throw OutOfBudget();
        }
      }
      charged_ += more;
    }
  }
  void push_back(const T& value) {
    reserve_one();
    ::new (at(size_)) T(value);
    ++size_;
  }

 private:
  static constexpr unsigned kFirstBits = 6;
  static constexpr std::size_t kChunks = 32 - kFirstBits + 4;  // 2^35 elements
  static constexpr std::size_t kStep = std::max<std::size_t>(1, 16384 / sizeof(T));

  static std::size_t chunk_of(std::size_t i) { return static_cast<std::size_t>(std::bit_width(i >> kFirstBits)); }
  static std::size_t end_of(std::size_t chunk) { return std::size_t{1} << (kFirstBits + chunk); }
  T* at(std::size_t i) const {
    const std::size_t chunk = chunk_of(i);
    return chunks_[chunk] + (chunk == 0 ? i : i - end_of(chunk - 1));
  }

  Account* account_;
  std::array<T*, kChunks> chunks_{};
  std::size_t size_ = 0, charged_ = 0;
};

}  // namespace checker::store
