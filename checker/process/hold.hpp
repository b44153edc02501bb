#pragma once
// Stopping one thread of a child in the middle of a function.

#include <signal.h>
#include <sys/types.h>

#include <array>
#include <string>

#include "checker/process/process.hpp"

namespace checker::process {

/// The pipes between the two. The child says on descriptor 3 which of its threads is to be held (its number, an int), and that
/// thread then reads a byte from 4. When it stands, a byte can be read from 5, and another when it goes on.
class HoldPipes {
 public:
  HoldPipes();
  HoldPipes(const HoldPipes&) = delete;
  HoldPipes& operator=(const HoldPipes&) = delete;
  ~HoldPipes();

  bool good() const { return good_; }
  void in_child() const;
  void in_parent();
  int asked() const { return asked_[0]; }

  /// The child's thread, or 0 at the end of the pipe.
  pid_t thread() const;
  void let_it_start() const;
  void it_stands() const;
  void it_goes_on() const { it_stands(); }

 private:
  std::array<int, 2> asked_{-1, -1}, start_{-1, -1}, stands_{-1, -1};
  bool good_ = false;
  struct sigaction old_{};  ///< of SIGPIPE: the child may be gone when it is written to
};

/// Where in the executable those functions are.
class Functions {
 public:
  /// `prefixes` of the names in the ELF file's table of symbols; without one, or if it can be loaded anywhere, none.
  Functions(const std::string& executable, const std::vector<std::string>& prefixes);
  bool has(unsigned long address) const;

 private:
  std::vector<std::pair<unsigned long, unsigned long>> ranges_;  ///< sorted
};

/// A thread that stands as long as this lives.
class HeldThread {
 public:
  /// Asks `pipes` to let it start and runs it until so many instructions of these functions are done.
  /// `ended`: its exit status as of waitpid, if it ends while it is traced.
  HeldThread(pid_t thread, const HoldPipes& pipes, const Functions& functions, unsigned instructions, std::optional<int>& ended);
  HeldThread(const HeldThread&) = delete;
  HeldThread& operator=(const HeldThread&) = delete;
  ~HeldThread();
  bool inside() const { return inside_; }
  /// Of the functions' instructions until they returned.
  unsigned length() const { return length_; }

 private:
  bool wait(int& status);
  bool step();

  pid_t thread_;
  bool traced_ = false, inside_ = false;
  unsigned length_ = 0;
  std::optional<int>& ended_;
};

}  // namespace checker::process
