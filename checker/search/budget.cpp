// Budgets. Memory is what the store and the machine say they use or what the process has resident,
// whichever is more.

#include "checker/search/budget.hpp"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>

namespace checker::search {
namespace {

volatile std::sig_atomic_t interrupt_seen = 0;

void on_interrupt(int signal) {
  interrupt_seen = 1;
  std::signal(signal, SIG_DFL);
}

/// The number in a file, or nothing ("max" is nothing).
std::optional<std::size_t> number_in(const std::string& path) {
  std::ifstream file(path);
  std::size_t value = 0;
  if (file >> value) return value;
  return std::nullopt;
}

std::size_t machine_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long size = sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || size <= 0) return std::size_t{4} << 30;
  return static_cast<std::size_t>(pages) * static_cast<std::size_t>(size);
}

std::size_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  if (!(file >> total >> resident)) return 0;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE));
}

}  // namespace

std::size_t default_memory_limit() {
  std::size_t limit = machine_memory();
  const auto consider = [&](const std::string& path) {
    if (const auto value = number_in(path)) limit = std::min(limit, *value);
  };
  consider("/sys/fs/cgroup/memory.max");
  consider("/sys/fs/cgroup/memory/memory.limit_in_bytes");
  // Our own group and those above it.
  std::ifstream groups("/proc/self/cgroup");
  for (std::string line; std::getline(groups, line);) {
    if (line.rfind("0::", 0) != 0) continue;
    std::string path = line.substr(3);
    while (path.size() > 1) {
      consider("/sys/fs/cgroup" + path + "/memory.max");
      path.resize(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
    }
  }
  return limit / 4 * 3;
}

void catch_interrupts() {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
}

bool interrupted() { return interrupt_seen != 0; }

Budget::Budget(const Limits& limits) : limits_(limits), start_(std::chrono::steady_clock::now()) {
  constexpr std::size_t kLeast = std::size_t{1} << 20;  // the process has more before it begins, so the search ends at once; but it begins
  limits_.max_memory = limits_.max_memory == 0 ? default_memory_limit() : std::max(limits_.max_memory, kLeast);
  malloc_trim(0);  // what the entry before has left is none of this one's
  first_resident_ = peak_resident_ = resident_bytes();
}

std::size_t Budget::peak_resident() {
  peak_resident_ = std::max(peak_resident_, resident_bytes());
  return peak_resident_;
}

double Budget::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

bool Budget::is_over(std::size_t bytes) const {
  if (interrupted() || bytes + reserved_ > limits_.max_memory) return true;
  return limits_.timeout && std::chrono::steady_clock::now() - start_ > *limits_.timeout;
}

const char* Budget::spent(std::uint64_t states, std::size_t bytes) {
  if (interrupted()) return "interrupted";
  if (states > limits_.max_states) return kStates;
  if (bytes + reserved_ > limits_.max_memory) return kMemory;
  if (limits_.timeout && std::chrono::steady_clock::now() - start_ > *limits_.timeout) {
    return "--timeout reached";
  }
  // Now and then, and when much has been added.
  if (calls_++ % 4096 == 0 || bytes > checked_at_ + limits_.max_memory / 64) {
    checked_at_ = bytes;
    const std::size_t resident = resident_bytes();
    peak_resident_ = std::max(peak_resident_, resident);
    // What is made of an unfinished search takes some, too.
    if (resident + reserved_ + limits_.max_memory / 20 > limits_.max_memory) return kMemory;
  }
  return nullptr;
}

}  // namespace checker::search
