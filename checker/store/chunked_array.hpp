#pragma once
// A growing array that never moves what it holds: a fixed directory of chunks. Growth needs no second copy, and a
// reader of elements that are already there is not disturbed by a writer that appends.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
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

/// At most 2^ChunkBits * Chunks elements of a trivial type.
template <typename T, unsigned ChunkBits = 16, std::size_t Chunks = (std::size_t{1} << 16)>
class ChunkedArray {
 public:
  explicit ChunkedArray(Account& account) : account_(&account) {
    directory_.reset(static_cast<T**>(std::calloc(Chunks, sizeof(T*))));
    if (!directory_) throw std::bad_alloc();
  }
  ChunkedArray(const ChunkedArray&) = delete;
  ChunkedArray& operator=(const ChunkedArray&) = delete;
  ~ChunkedArray() {
    for (std::size_t i = 0; i < chunks_; ++i) std::free(directory_.get()[i]);
    account_->release(chunks_ * kChunk * sizeof(T));
  }

  std::size_t size() const { return size_; }
  const T& operator[](std::size_t i) const {
    return directory_.get()[i >> ChunkBits][i & (kChunk - 1)];
  }
  T& operator[](std::size_t i) { return directory_.get()[i >> ChunkBits][i & (kChunk - 1)]; }

  /// Makes the next push_back certain to succeed.
  void reserve_one() {
    if (size_ < chunks_ * kChunk) return;
    if (chunks_ == Chunks) throw OutOfBudget();
    account_->charge(kChunk * sizeof(T));
    void* chunk = std::malloc(kChunk * sizeof(T));
    if (chunk == nullptr) {
      account_->release(kChunk * sizeof(T));
      throw OutOfBudget();
    }
    directory_.get()[chunks_++] = static_cast<T*>(chunk);
  }
  void push_back(const T& value) {
    reserve_one();
    ::new (&directory_.get()[size_ >> ChunkBits][size_ & (kChunk - 1)]) T(value);
    ++size_;
  }

 private:
  static constexpr std::size_t kChunk = std::size_t{1} << ChunkBits;
  struct Free {
    void operator()(void* p) const { std::free(p); }
  };

  Account* account_;
  std::unique_ptr<T*, Free> directory_;
  std::size_t chunks_ = 0;
  std::size_t size_ = 0;
};

}  // namespace checker::store
