// fork and exec, one pipe, a process group to kill.

#include "checker/process/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

namespace checker::process {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 21;

[[noreturn]] void child(const Process& process, int out) {
  setpgid(0, 0);
  const int in = open("/dev/null", O_RDONLY);
  if (in >= 0) dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  if (!process.folder.empty() && chdir(process.folder.c_str()) != 0) _exit(127);
  for (const auto& [name, value] : process.environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& argument : process.command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

/// Reads until the end, or until the time is over.
bool drain(int in, std::chrono::steady_clock::time_point end, std::string& output) {
  std::array<char, 65536> buffer;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd wait{in, POLLIN, 0};
    const int ready = poll(&wait, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t n = read(in, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return true;
    output.append(buffer.data(), static_cast<std::size_t>(n));
    if (output.size() > kMost) output.erase(kMost / 2, output.size() - kMost);
  }
}

}  // namespace

Finished run(const Process& process) {
  Finished result;
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return result;
  const pid_t pid = fork();
  if (pid == 0) child(process, ends[1]);
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return result;
  }
  result.timed_out = !drain(ends[0], std::chrono::steady_clock::now() + process.timeout, result.output);
  close(ends[0]);
  if (result.timed_out) kill(-pid, SIGKILL);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status) == 127 ? -1 : WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.status = 128 + WTERMSIG(status);
  return result;
}

}  // namespace checker::process
