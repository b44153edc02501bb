#include "model/runtime/checkdead.hpp"

#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

/// Accept, Read and Write of sockets: an M stays in netpoll and is not idle. Not of net.Pipe, which is made of channels.
bool in_network(const World& world, const Goroutine& g) {
  if (g.frames.empty()) return false;
  const program::Function& f = world.environment().program.functions[g.frames.back().function];
  return f.is_library && f.name.starts_with("net.") && !f.name.starts_with("net.(*pipe)");
}

// Clause by clause after runtime/proc.go; step 1 (c-archive, c-shared) and the counts of threads have no place in a model: a
// goroutine that can run is an M that is not idle.
std::optional<std::string> checkdead(World& world) {
  std::uint32_t waiting = 0;
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    const Goroutine& g = world.goroutine(i);
    switch (g.status) {
      case Goroutine::Status::Crashed:  // "if panicking.Load() > 0 { return }": a dying process is no deadlock
      case Goroutine::Status::Exited:
        return std::nullopt;
      case Goroutine::Status::Finished:
        if (i == 0) return std::nullopt;  // main returned: exit(0), nobody is asked
        break;                            // _Gdead
      case Goroutine::Status::Goexited:
        break;  // _Gdead
      case Goroutine::Status::Ending:
        return std::nullopt;  // about to end
      case Goroutine::Status::Standing:
        ++waiting;  // _Gwaiting; one that can run is "checkdead: runnable g" there and not asked about here
        if ((g.sleeping && !g.bubble.ref) || in_network(world, g)) return std::nullopt;
        break;
    }
  }
  // "There are no goroutines running, so we can look at the P's": any P with a timer in its heap ends the check.
  for (const std::uint32_t t : world.timers()) {
    // Those of a bubble of testing/synctest are in its own heap.
    if (!world.object(t).bubble.ref && timer_in_heap(world, t)) return std::nullopt;
  }
  if (waiting == 0) return "no goroutines (main called runtime.Goexit) - deadlock!";
  return "all goroutines are asleep - deadlock!";
}

}  // namespace model::runtime
