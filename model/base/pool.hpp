#pragma once
// Things that are dear to make and of which a thread needs one at a time: lent, kept, and lent again.

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace model::base {

/// Thread safe. A thread gets what it had before, so that what that remembers is in its core's cache; then no lock is taken.
template <typename T>
class Pool {
  struct alignas(64) Entry {
    template <typename... Arguments>
    explicit Entry(Arguments&&... arguments) : value(arguments...) {}
    T value;
    std::atomic<bool> lent = true;
    bool take() { return !lent.load(std::memory_order_relaxed) && !lent.exchange(true, std::memory_order_acquire); }
  };

 public:
  Pool() = default;
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  /// Gives back when it ends, which must be before the pool does.
  class Loan {
   public:
    explicit Loan(Entry& entry) : entry_(&entry) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { entry_->lent.store(false, std::memory_order_release); }
    T& operator*() const { return entry_->value; }
    T* operator->() const { return &entry_->value; }

   private:
    Entry* entry_;
  };

  /// One that nobody has; made of `arguments` if there is none.
  template <typename... Arguments>
  Loan lend(Arguments&&... arguments) {
    // Of the pool used last by the thread, of those of this type.
    thread_local std::uint64_t had_of = 0;
    thread_local Entry* had = nullptr;
    if (had_of == number_ && had->take()) return Loan(*had);
    const std::lock_guard lock(mutex_);
    Entry* found = nullptr;
    for (const std::unique_ptr<Entry>& entry : entries_) {
      if (entry->take()) {
        found = entry.get();
        break;
      }
    }
    if (found == nullptr) found = entries_.emplace_back(std::make_unique<Entry>(arguments...)).get();
    // A thread that has lent its own already needs two.
    if (had_of != number_) {
      had_of = number_;
      had = found;
    }
    return Loan(*found);
  }

  /// Of those that nobody has.
  template <typename Function>
  void for_each_idle(const Function& function) {
    const std::lock_guard lock(mutex_);
    for (const std::unique_ptr<Entry>& entry : entries_) {
      if (!entry->take()) continue;
      function(Loan(*entry).operator*());
    }
  }

 private:
  static std::uint64_t next_number() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
  }

  const std::uint64_t number_ = next_number();  // no two pools of a process have the same, not even one after the other
  std::mutex mutex_;
  std::vector<std::unique_ptr<Entry>> entries_;
};

}  // namespace model::base
