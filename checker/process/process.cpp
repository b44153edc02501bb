// fork and exec, a pipe for the output, a process group to kill.

#include "checker/process/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

#include "checker/process/hold.hpp"

namespace checker::process {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 21;

[[noreturn]] void child(const Process& process, int out, const HoldPipes* pipes) {
  setpgid(0, 0);
  const int in = open("/dev/null", O_RDONLY);
  if (in >= 0) dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  if (pipes != nullptr) pipes->in_child();
  if (!process.folder.empty() && chdir(process.folder.c_str()) != 0) _exit(127);
  for (const auto& [name, value] : process.environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& argument : process.command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

/// What the child prints.
class Output {
 public:
  Output(int in, std::string& text) : in_(in), text_(text) {}

  /// Reads until its end (true), or until the time is over or `other`, if it is one, can be read.
  bool drain(std::chrono::steady_clock::time_point end, int other = -1) {
    for (;;) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
      if (left <= 0) return false;
      std::array<pollfd, 2> wait{pollfd{in_, POLLIN, 0}, pollfd{other, POLLIN, 0}};
      const int ready = poll(wait.data(), wait.size(), static_cast<int>(left));
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) return false;
      if (wait[0].revents == 0) return false;
      std::array<char, 65536> buffer;
      const ssize_t n = read(in_, buffer.data(), buffer.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return true;
      text_.append(buffer.data(), static_cast<std::size_t>(n));
      if (text_.size() > kMost) text_.erase(kMost / 2, text_.size() - kMost);
    }
  }

 private:
  int in_;
  std::string& text_;
};

/// Waits for the child to ask for it, and holds its thread. Returns if the output is at its end.
bool hold_once(const Process& process, const HoldPipes& pipes, Output& output, std::chrono::steady_clock::time_point end,
               Finished& result, std::optional<int>& ended) {
  const Functions functions(process.command[0], process.hold->inside);
  if (output.drain(end, pipes.asked())) return true;
  if (std::chrono::steady_clock::now() >= end) return false;
  const pid_t thread = pipes.thread();
  if (thread <= 0) return output.drain(end);
  bool all = false;
  {
    const HeldThread held(thread, pipes, functions, process.hold->instructions, ended);
    result.held = held.inside();
    result.length = held.length();
    pipes.it_stands();
    all = output.drain(std::min(end, std::chrono::steady_clock::now() + process.hold->patience));
  }
  pipes.it_goes_on();
  return all;
}

}  // namespace

Finished run(const Process& process) {
  Finished result;
  std::array<int, 2> ends{};
  std::optional<HoldPipes> pipes;
  if (process.hold) pipes.emplace();
  if ((pipes && !pipes->good()) || pipe2(ends.data(), O_CLOEXEC) != 0) return result;
  const pid_t pid = fork();
  if (pid == 0) child(process, ends[1], pipes ? &*pipes : nullptr);
  close(ends[1]);
  if (pipes) pipes->in_parent();
  if (pid < 0) {
    close(ends[0]);
    return result;
  }
  const auto end = std::chrono::steady_clock::now() + process.timeout;
  Output output(ends[0], result.output);
  std::optional<int> ended;
  const bool all = (pipes && hold_once(process, *pipes, output, end, result, ended)) || output.drain(end);
  result.timed_out = !all;
  close(ends[0]);
  if (result.timed_out) kill(-pid, SIGKILL);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  // If the thread that was held is the process's first one, its end has been seen.
  if (ended) status = *ended;
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status) == 127 ? -1 : WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.status = 128 + WTERMSIG(status);
  return result;
}

}  // namespace checker::process
