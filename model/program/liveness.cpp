// Backward data flow over the slots of each function: what no later instruction reads tells no
// states apart. Strongly live variables (Nielson, Nielson, Hankin, "Principles of Program
// Analysis", 2.1.4): to compute what nobody reads is no reading, so a count that is only counted is
// not live. That takes instructions which, whatever they read, do nothing but write their slots.

#include "model/program/program.hpp"
#include "model/program/successors.hpp"

namespace model::program {
namespace {

using Bits = std::vector<std::uint64_t>;

/// Can it neither panic nor touch memory, with any operands?
bool only_computes(const Instruction& in) {
  switch (in.op) {
    case Op::Copy:
    case Op::Unary:
    case Op::Convert:
    case Op::ComplexMake:
    case Op::StringLen:
      return true;
    case Op::Binary:
      switch (static_cast<BinaryOp>(in.sub)) {
        case BinaryOp::Div:
        case BinaryOp::Rem:
        case BinaryOp::ShiftLeft:
        case BinaryOp::ShiftRight:
          return false;
        default:
          return true;
      }
    default:
      return false;
  }
}

void compute(const Program& program, Function& f) {
  const std::size_t words = (static_cast<std::size_t>(f.frame_slots) + 63) / 64;
  const std::size_t size = f.code.size();
  f.live.assign(size, Bits(words, 0));
  std::vector<Bits> uses(size, Bits(words, 0)), kills(size, Bits(words, 0));
  std::vector<OperandRange> operands;
  for (std::size_t pc = 0; pc < size; ++pc) {
    operands.clear();
    append_operands(program, f, f.code[pc], operands);
    for (const OperandRange& o : operands) {
      Bits& into = o.write ? kills[pc] : uses[pc];
      for (std::int32_t s = o.slot; s < o.slot + o.count; ++s) {
        into[static_cast<std::size_t>(s) / 64] |= std::uint64_t{1} << (s % 64);
      }
    }
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (std::size_t pc = size; pc-- > 0;) {
      Bits after(words, 0);
      each_successor(f, pc, [&](std::size_t to) {
        for (std::size_t w = 0; w < words; ++w) after[w] |= f.live[to][w];
      });
      Bits live(words, 0);
      bool reads = !only_computes(f.code[pc]);
      for (std::size_t w = 0; w < words; ++w) reads = reads || (after[w] & kills[pc][w]) != 0;
      for (std::size_t w = 0; w < words; ++w)
        live[w] = (after[w] & ~kills[pc][w]) | (reads ? uses[pc][w] : 0);
      // A panic leaves from here for recover_pc, before the instruction has written anything.
      if (f.recover_pc >= 0) {
        for (std::size_t w = 0; w < words; ++w)
          live[w] |= f.live[static_cast<std::size_t>(f.recover_pc)][w];
      }
      if (live != f.live[pc]) {
        f.live[pc] = std::move(live);
        changed = true;
      }
    }
  }
}

}  // namespace

void compute_liveness(Program& program) {
  for (Function& f : program.functions) compute(program, f);
}

}  // namespace model::program
