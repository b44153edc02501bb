// What goes wrong only if two threads are inside of one function at a time, for some nanoseconds, is left to chance by
// whoever starts them together. Here one of them is stopped there by ptrace(2), for as long as the others need: it runs
// instruction by instruction until it has done so many inside of the functions in question. Nothing is written to the process.

#include "checker/process/hold.hpp"

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#ifdef __linux__
#include <elf.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>

#include <cstring>
#include <fstream>
#include <iterator>
#endif

namespace checker::process {
namespace {

/// From the thread's start to the function: the gate's end, the arguments, reflection.
constexpr unsigned kMostSteps = 20000;
constexpr auto kStuck = std::chrono::milliseconds(200);

}  // namespace

HoldPipes::HoldPipes() {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &old_);
  good_ = pipe2(asked_.data(), O_CLOEXEC) == 0 && pipe2(start_.data(), O_CLOEXEC) == 0 && pipe2(stands_.data(), O_CLOEXEC) == 0;
}

HoldPipes::~HoldPipes() {
  for (const auto& ends : {asked_, start_, stands_}) {
    for (const int end : ends) {
      if (end >= 0) close(end);
    }
  }
  sigaction(SIGPIPE, &old_, nullptr);
}

void HoldPipes::in_child() const {
  sigaction(SIGPIPE, &old_, nullptr);
  // One of them may already have a number that another is to get.
  const int asked = fcntl(asked_[1], F_DUPFD, 16), start = fcntl(start_[0], F_DUPFD, 16), stands = fcntl(stands_[0], F_DUPFD, 16);
  dup2(asked, 3);
  dup2(start, 4);
  dup2(stands, 5);
  for (const int spare : {asked, start, stands}) close(spare);
}

void HoldPipes::in_parent() {
  for (int* end : {&asked_[1], &start_[0], &stands_[0]}) {
    if (*end >= 0) close(*end);
    *end = -1;
  }
}

pid_t HoldPipes::thread() const {
  int number = 0;
  return read(asked_[0], &number, sizeof number) == sizeof number ? number : 0;
}

void HoldPipes::let_it_start() const {
  [[maybe_unused]] const auto written = write(start_[1], "s", 1);
}

void HoldPipes::it_stands() const {
  [[maybe_unused]] const auto written = write(stands_[1], "s", 1);
}

bool Functions::has(unsigned long address) const {
  const auto next = std::upper_bound(ranges_.begin(), ranges_.end(), std::pair{address, ~0UL});
  return next != ranges_.begin() && address < std::prev(next)->second;
}

#ifdef __linux__

namespace {

struct Registers {
  unsigned long counter = 0;
  unsigned long back = 0;  ///< at a function's first instruction: where it returns to
};

/// Both 0 on machines that are not known here: no function is there.
Registers registers_of(pid_t thread) {
  std::array<unsigned long, 64> words{};
  iovec area{words.data(), sizeof words};
  // 1 is NT_PRSTATUS.
  if (ptrace(PTRACE_GETREGSET, thread, 1, &area) != 0) return {};
#if defined(__x86_64__)
  const unsigned long stack = words[offsetof(user_regs_struct, rsp) / sizeof(unsigned long)];
  return {words[offsetof(user_regs_struct, rip) / sizeof(unsigned long)],
          static_cast<unsigned long>(ptrace(PTRACE_PEEKDATA, thread, reinterpret_cast<void*>(stack), nullptr))};
#elif defined(__aarch64__)
  return {words[32], words[30]};
#else
  return {};
#endif
}

template <typename T>
std::vector<T> table(const std::string& bytes, std::size_t offset, std::size_t count) {
  if (offset > bytes.size() || count > (bytes.size() - offset) / sizeof(T)) return {};
  std::vector<T> result(count);
  if (count > 0) std::memcpy(result.data(), bytes.data() + offset, count * sizeof(T));
  return result;
}

}  // namespace

Functions::Functions(const std::string& executable, const std::vector<std::string>& prefixes) {
  std::ifstream file(executable, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto header = table<Elf64_Ehdr>(bytes, 0, 1);
  if (header.empty() || std::memcmp(header[0].e_ident, ELFMAG, SELFMAG) != 0 || header[0].e_type != ET_EXEC) return;
  const auto sections = table<Elf64_Shdr>(bytes, header[0].e_shoff, header[0].e_shnum);
  for (const Elf64_Shdr& section : sections) {
    if (section.sh_type != SHT_SYMTAB || section.sh_link >= sections.size()) continue;
    const Elf64_Shdr& names = sections[section.sh_link];
    if (names.sh_offset > bytes.size() || names.sh_size > bytes.size() - names.sh_offset) continue;
    const std::string_view strings(bytes.data() + names.sh_offset, names.sh_size);
    for (const Elf64_Sym& symbol : table<Elf64_Sym>(bytes, section.sh_offset, section.sh_size / sizeof(Elf64_Sym))) {
      if (symbol.st_name >= strings.size() || symbol.st_size == 0) continue;
      const std::string_view name = strings.substr(symbol.st_name);
      const auto fits = [&](const std::string& prefix) { return name.starts_with(prefix); };
      if (std::any_of(prefixes.begin(), prefixes.end(), fits)) ranges_.emplace_back(symbol.st_value, symbol.st_value + symbol.st_size);
    }
  }
  std::sort(ranges_.begin(), ranges_.end());
}

HeldThread::HeldThread(pid_t thread, const HoldPipes& pipes, const Functions& functions, unsigned instructions,
                       std::optional<int>& ended)
    : thread_(thread), ended_(ended) {
  int status = 0;
  traced_ = ptrace(PTRACE_SEIZE, thread, nullptr, nullptr) == 0;  // some containers do not allow it
  if (traced_) ptrace(PTRACE_INTERRUPT, thread, nullptr, nullptr);
  if (traced_) traced_ = wait(status);
  pipes.let_it_start();
  unsigned done = 0;
  unsigned long back = 0;
  for (unsigned i = 0; traced_ && i < kMostSteps && done < instructions; ++i) {
    if (!step()) break;
    const Registers now = registers_of(thread);
    if (functions.has(now.counter)) {
      if (done++ == 0) back = now.back;
    } else if (done > 0 && now.counter == back) {
      length_ = done;  // it has returned
      break;
    }
  }
  inside_ = traced_ && done == instructions;
}

HeldThread::~HeldThread() {
  int status = 0;
  // Without a stop to detach from it is about to end, and whoever traces a thread has to fetch its end.
  while (traced_ && ptrace(PTRACE_DETACH, thread_, nullptr, nullptr) != 0) traced_ = wait(status);
}

/// Until it stops. False: it ended, or waits for something itself.
bool HeldThread::wait(int& status) {
  const auto end = std::chrono::steady_clock::now() + kStuck;
  for (unsigned spins = 0;; ++spins) {
    const pid_t result = waitpid(thread_, &status, __WALL | WNOHANG);
    if (result == thread_ && WIFSTOPPED(status)) return true;
    if (result == thread_) ended_ = status;
    if (result != 0) return false;
    if (spins < 100) {
      sched_yield();
      continue;
    }
    if (std::chrono::steady_clock::now() > end) return false;
    usleep(50);
  }
}

bool HeldThread::step() {
  int status = 0;
  if (ptrace(PTRACE_SINGLESTEP, thread_, nullptr, nullptr) != 0) return false;
  if (wait(status)) return true;  // a signal, such as the runtime's for preemption, is not delivered
  traced_ = false;
  if (ended_) return false;
  // It waits in the kernel: stop it there, to leave it alone.
  traced_ = ptrace(PTRACE_INTERRUPT, thread_, nullptr, nullptr) == 0 && wait(status);
  return false;
}

#else

Functions::Functions(const std::string&, const std::vector<std::string>&) {}
HeldThread::HeldThread(pid_t thread, const HoldPipes& pipes, const Functions&, unsigned, std::optional<int>& ended)
    : thread_(thread), ended_(ended) {
  pipes.let_it_start();
}
HeldThread::~HeldThread() = default;

#endif

}  // namespace checker::process
