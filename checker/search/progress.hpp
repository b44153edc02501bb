#pragma once
// One line on a terminal's stderr, rewritten a few times a second while a search runs.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace checker::search {

class Progress {
 public:
  /// Shows nothing unless stderr is a terminal and `wanted`.
  Progress(std::string title, bool wanted);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void update(std::uint64_t states, std::uint64_t frontier, std::uint32_t depth, std::size_t bytes) {
    if (shown_ && ++calls_ % 1024 == 0) show(states, frontier, depth, bytes);
  }

 private:
  void show(std::uint64_t states, std::uint64_t frontier, std::uint32_t depth, std::size_t bytes);

  std::string title_;
  bool shown_ = false;
  bool dirty_ = false;
  std::uint64_t calls_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace checker::search
