#pragma once
// Threads that wait to do one thing together, again and again.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace checker::search {

class Workers {
 public:
  /// `threads`: the caller's among them, at least 1.
  explicit Workers(unsigned threads);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  unsigned size() const { return static_cast<unsigned>(threads_.size()) + 1; }
  /// Calls work(i, thread) once for each i below `count`, on all threads; the caller takes part in finish(), which returns when all
  /// are done. `work` has to be there until then.
  void start(std::size_t count, const std::function<void(std::size_t i, unsigned thread)>& work);
  /// The first exception that one of them throws is thrown here, the rest of the work left out.
  void finish();

 private:
  void serve(unsigned thread);
  void take_part(unsigned thread);

  std::vector<std::thread> threads_;
  const std::function<void(std::size_t, unsigned)>* work_ = nullptr;
  std::size_t count_ = 0;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::uint32_t> round_ = 0;    ///< raised to start a round
  std::atomic<std::uint32_t> working_ = 0;  ///< threads, but for the caller's, that have not finished it
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace checker::search
