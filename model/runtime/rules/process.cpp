// Choices of data, the scheduler's and the process's operations.

#include "model/runtime/map.hpp"
#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

std::uint32_t process_choices(Interpreter& in) {
  const program::Instruction& instruction = in.instruction();
  switch (instruction.op) {
    case Op::MapIterNext:
      return static_cast<std::uint32_t>(iteration_choices(in, instruction).size());
    case Op::Choose:
      return static_cast<std::uint32_t>(in.slot(instruction.b).bits);
    case Op::Sleep:
      // With a virtual clock a sleep begins in one step and ends when its time has come.
      return in.goroutine().sleeping && in.goroutine().remaining != 0 ? 0 : 1;
    default:
      return 1;
  }
}

void process_perform(Interpreter& in, std::uint32_t choice) {
  const program::Instruction& instruction = in.instruction();
  Goroutine& g = in.goroutine();
  switch (instruction.op) {
    case Op::MapIterNext:
      in.note("map range", in.world().object(in.slot(instruction.b)).slots[0]);
      return iterate(in, instruction, iteration_choices(in, instruction)[choice]);
    case Op::Choose:
      in.note("choose", {}, std::to_string(choice));
      in.slot(instruction.a) = scalar(choice);
      return in.next();
    case Op::Yield:
      in.note("yield", {});
      return in.next();
    case Op::Sleep: {
      const auto duration = static_cast<std::int64_t>(in.slot(instruction.b).bits);
      if ((in.env().virtual_time() || g.bubble.ref) && !g.sleeping && duration > 0) {
        in.note("sleep", {});
        g.sleeping = true;
        g.remaining = static_cast<std::uint64_t>(duration);
        return;
      }
      in.note(g.sleeping ? "wake" : "sleep", {});
      g.sleeping = false;
      return in.next();
    }
    case Op::Print: {
      const std::string& said = in.text(in.slot(instruction.b));
      in.note("print", {}, said);
      ProcessRecord& process = in.world().process();
      if (process.end == ProcessEnd::Kind::None) {
        process.output = in.env().strings.intern(in.env().strings.get(process.output) + said);
      }
      return in.next();
    }
    case Op::Exit: {
      const auto code = static_cast<std::int32_t>(in.slot(instruction.b).bits);
      in.note("exit", {}, std::to_string(code));
      // TestMain's os.Exit(m.Run()) is what main does where there is no TestMain: a test that passed has its leaks all the same.
      if (in.env().entry.is_test && in.self() == 0 && code == 0) return in.end(Goroutine::Status::Finished);
      ProcessRecord& process = in.world().process();
      if (in.env().options.outcomes && process.end == ProcessEnd::Kind::None) {
        process.end = ProcessEnd::Kind::Exited;
        process.exit_code = code;
      }
      return in.end(Goroutine::Status::Exited);
    }
    default: {  // NumGoroutine
      in.note("count goroutines", {});
      std::uint64_t n = 0;
      for (std::uint32_t i = 0; i < in.world().goroutine_count(); ++i) {
        // Who has crashed or called os.Exit is there as long as the process.
        const Goroutine& g = in.world().goroutine(i);
        n += g.number != Goroutine::kNobody && g.status != Goroutine::Status::Finished && g.status != Goroutine::Status::Goexited ? 1 : 0;
      }
      in.slot(instruction.a) = scalar(n);
      return in.next();
    }
  }
}

}  // namespace model::runtime
