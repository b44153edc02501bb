// The progress line.

#include "checker/search/progress.hpp"

#include <unistd.h>

#include <cstdio>
#include <utility>

namespace checker::search {

Progress::Progress(std::string title, bool wanted)
    : title_(std::move(title)),
      shown_(wanted && isatty(STDERR_FILENO) != 0),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

Progress::~Progress() {
  if (dirty_) std::fputs("\r\033[K", stderr);
}

void Progress::show(std::uint64_t states, std::uint64_t frontier, std::uint32_t depth,
                    std::size_t bytes) {
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  dirty_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::fprintf(stderr, "\r\033[K%s: %llu states, %.0f/s, depth %u, frontier %llu, %.1f MB",
               title_.c_str(), static_cast<unsigned long long>(states),
               static_cast<double>(states) / seconds, depth,
               static_cast<unsigned long long>(frontier), static_cast<double>(bytes) / 1e6);
  std::fflush(stderr);
}

}  // namespace checker::search
