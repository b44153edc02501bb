// What the machine takes for granted of a program: slots inside of frames, jumps inside of functions, ids that exist.

#include "model/program/verify.hpp"

#include <fmt/format.h>

namespace model::program {
namespace {

class Verifier {
 public:
  explicit Verifier(const Program& program) : program_(program) {}

  std::string run() {
    for (FunctionId id = 0; id < program_.functions.size() && wrong_.empty(); ++id) check(program_.functions[id]);
    for (const RuntimeType& t : program_.types) {
      for (const Method& m : t.methods) {
        if (m.function != kNone && m.function >= program_.functions.size()) complain("method table of " + t.name);
      }
    }
    for (const Entry& e : program_.entries) {
      if (e.function >= program_.functions.size()) complain("entry " + e.name);
    }
    return wrong_;
  }

 private:
  void complain(const std::string& what) {
    if (wrong_.empty()) wrong_ = what;
  }

  void check(const Function& f) {
    if (f.code.empty()) return;  // not reachable
    const auto size = static_cast<std::int32_t>(f.code.size());
    const auto target = [&](std::int32_t pc) { return pc >= 0 && pc < size; };
    if (f.positions.size() != f.code.size()) complain(f.name + ": a position is missing");
    if (f.parameter_slots + f.capture_slots > f.frame_slots) complain(f.name + ": the frame is too small");
    if (f.recover_pc >= size) complain(f.name + ": recover_pc");
    std::vector<OperandRange> operands;
    for (std::int32_t pc = 0; pc < size && wrong_.empty(); ++pc) {
      const Instruction& in = f.code[static_cast<std::size_t>(pc)];
      const std::string where = fmt::format("{} at {}: {}", f.name, pc, op_name(in.op));
      if (!ids(f, in)) {
        complain(where + ": an id that is not there");
        return;
      }
      operands.clear();
      append_operands(program_, f, in, operands);
      for (const OperandRange& o : operands) {
        if (o.slot < 0 || o.slot + o.count > f.frame_slots) complain(where + ": a slot outside of the frame");
      }
      if (in.op == Op::Jump && !target(in.a)) complain(where + ": target");
      if (in.op == Op::Branch && !(target(in.a) && target(in.c))) complain(where + ": target");
    }
    switch (f.code.back().op) {
      case Op::Return:
      case Op::Jump:
      case Op::Branch:
      case Op::Panic:
      case Op::Throw:
      case Op::Unreachable:
      case Op::Goexit: return;
      default: complain(f.name + ": control runs off its end");
    }
  }

  bool ids(const Function& f, const Instruction& in) const {
    const auto below = [](std::int32_t id, std::size_t n) { return id >= 0 && static_cast<std::size_t>(id) < n; };
    switch (in.op) {
      case Op::Const: return in.b >= 0 && static_cast<std::size_t>(in.b + in.n) <= program_.constants.size();
      case Op::Throw:
      case Op::Unreachable: return below(in.b, program_.constants.size());
      case Op::GlobalAddress: return below(in.b, program_.globals.size());
      case Op::MakeClosure:
        return below(in.b, program_.functions.size()) &&
               program_.functions[static_cast<std::size_t>(in.b)].capture_slots == in.n;
      case Op::Call:
      case Op::Go:
      case Op::Defer:
        if (static_cast<CallMode>(in.sub) == CallMode::Interface) return below(in.d, program_.method_names.size());
        if (static_cast<CallMode>(in.sub) == CallMode::Closure) return true;
        return below(in.b, program_.functions.size()) &&
               program_.functions[static_cast<std::size_t>(in.b)].parameter_slots == in.n;
      case Op::Select: return below(in.b, f.selects.size());
      case Op::New:
      case Op::Equal:
      case Op::MakeSlice:
      case Op::Append:
      case Op::AppendString:
      case Op::MakeMap:
      case Op::MapLoad:
      case Op::MapStore:
      case Op::MapDelete:
      case Op::MapClear:
      case Op::MapIterBegin:
      case Op::MapIterNext:
      case Op::MakeInterface:
      case Op::TypeAssert:
      case Op::MakeChan: return below(in.d, program_.types.size()) && in.d != 0;
      default: return true;
    }
  }

  const Program& program_;
  std::string wrong_;
};

}  // namespace

std::string verify(const Program& program) { return Verifier(program).run(); }

}  // namespace model::program
