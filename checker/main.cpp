// The executable. Whatever goes wrong inside that is no user's mistake ends with exit code 4.

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>

#include "checker/command/command.hpp"

namespace {

constexpr int kInternalError = 4;

void on_crash(int) {
  static const char text[] = "chancheck: internal error\n";
  [[maybe_unused]] const auto written = write(STDERR_FILENO, text, sizeof text - 1);
  _exit(kInternalError);
}

/// A handler with a stack of its own, for the case that ours is used up.
void catch_crashes() {
  static char stack[1 << 16];
  stack_t alternative{};
  alternative.ss_sp = stack;
  alternative.ss_size = sizeof stack;
  sigaltstack(&alternative, nullptr);
  struct sigaction action {};
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK;
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) {
    sigaction(signal, &action, nullptr);
  }
}

}  // namespace

int main(int argc, char** argv) {
  catch_crashes();
  try {
    const int exit = checker::command::run({argv + 1, argv + argc});
    // On a full disk nothing else would tell that what was asked for is not there.
    const bool failed = std::ferror(stdout) != 0;
    if ((std::fflush(stdout) != 0 || failed) && exit != 2) {
      std::fprintf(stderr, "chancheck: cannot write to the standard output\n");
      return 2;
    }
    return exit;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "chancheck: internal error: %s\n", error.what());
    return kInternalError;
  }
}
