#include "checker/search/workers.hpp"

#include <algorithm>
#include <utility>

namespace checker::search {
namespace {

/// A round is short, so whoever waits for one looks again some thousand times before it sleeps.
template <typename T>
void wait_while(const std::atomic<T>& value, T old) {
  for (int i = 0; i < 4000; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
    if (i % 64 == 63) std::this_thread::yield();
  }
  value.wait(old, std::memory_order_acquire);
}

}  // namespace

Workers::Workers(unsigned threads) {
  for (unsigned i = 1; i < threads; ++i) threads_.emplace_back([this, i] { serve(i); });
}

Workers::~Workers() {
  stopping_.store(true, std::memory_order_release);
  round_.fetch_add(1, std::memory_order_release);
  round_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Workers::serve(unsigned thread) {
  for (std::uint32_t seen = 0;;) {
    wait_while(round_, seen);
    seen = round_.load(std::memory_order_acquire);
    if (stopping_.load(std::memory_order_acquire)) return;
    take_part(thread);
    if (working_.fetch_sub(1, std::memory_order_acq_rel) == 1) working_.notify_all();
  }
}

void Workers::take_part(unsigned thread) {
  // Small shares, of little work smaller ones: one piece may take a thousand times as long as another.
  constexpr std::size_t kShares = 16, kMost = 16;
  const std::size_t share = std::clamp<std::size_t>(count_ / (kShares * size()), 1, kMost);
  try {
    for (std::size_t first = next_.fetch_add(share); first < count_; first = next_.fetch_add(share)) {
      for (std::size_t i = first; i < std::min(first + share, count_); ++i) (*work_)(i, thread);
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    next_.store(count_);
  }
}

void Workers::start(std::size_t count, const std::function<void(std::size_t, unsigned)>& work) {
  work_ = &work;
  count_ = count;
  next_.store(0);
  failure_ = nullptr;
  working_.store(static_cast<std::uint32_t>(threads_.size()), std::memory_order_release);
  round_.fetch_add(1, std::memory_order_release);
  round_.notify_all();
}

void Workers::finish() {
  take_part(0);
  for (std::uint32_t left = working_.load(std::memory_order_acquire); left != 0;
       left = working_.load(std::memory_order_acquire)) {
    wait_while(working_, left);
  }
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

}  // namespace checker::search
