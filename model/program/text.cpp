// Programs as text.

#include <fmt/format.h>

#include "model/program/natives.hpp"
#include "model/program/program.hpp"

namespace model::program {
namespace {

struct OpInfo {
  const char* name;
  bool visible;
  const char* operands;
};
constexpr OpInfo kOps[] = {
#define X(name, visible, operands) {#name, visible != 0, operands},
#include "model/program/instruction.def"
#undef X
};

constexpr const char* kBinary[] = {"+", "-",  "*",  "/",  "%",  "&", "|",  "^", "&^",
                                   "<<", ">>", "==", "!=", "<", "<=", ">", ">="};
constexpr const char* kUnary[] = {"-", "!", "^"};

std::string operands(const Program& program, const Function& function, const Instruction& in) {
  std::vector<OperandRange> ranges;
  append_operands(program, function, in, ranges);
  const auto range = [](const OperandRange& r) {
    return r.count == 1 ? fmt::format("s{}", r.slot) : fmt::format("s{}..s{}", r.slot, r.slot + r.count - 1);
  };
  std::string reads, writes;
  for (const OperandRange& r : ranges) {
    std::string& to = r.write ? writes : reads;
    to += (to.empty() ? "" : ", ") + range(r);
  }
  std::string out = writes.empty() ? std::string() : writes + " = ";
  out += op_name(in.op);
  const auto type = [&](std::int32_t t) { return program.types[static_cast<std::size_t>(t)].name; };
  switch (in.op) {
    case Op::Binary:
      out += fmt::format(" {}", kBinary[in.sub]);
      break;
    case Op::Unary:
      out += fmt::format(" {}", kUnary[in.sub]);
      break;
    case Op::Call:
    case Op::Go:
    case Op::Defer:
      if (static_cast<CallMode>(in.sub) == CallMode::Static) {
        out += ' ' + program.functions[static_cast<std::size_t>(in.b)].name;
      } else if (static_cast<CallMode>(in.sub) == CallMode::Interface) {
        out += " ." + program.method_names[static_cast<std::size_t>(in.d)];
      }
      break;
    case Op::MakeClosure:
      out += ' ' + program.functions[static_cast<std::size_t>(in.b)].name;
      break;
    case Op::GlobalAddress:
      out += ' ' + program.globals[static_cast<std::size_t>(in.b)].name;
      break;
    case Op::New:
    case Op::MakeChan:
    case Op::MakeMap:
    case Op::MakeSlice:
    case Op::MakeInterface:
    case Op::TypeAssert:
    case Op::Equal:
      out += ' ' + type(in.d);
      break;
    case Op::Const:
      for (std::int32_t i = 0; i < in.n; ++i) {
        const Constant& c = program.constants[static_cast<std::size_t>(in.b + i)];
        out += c.kind == Constant::Kind::String ? fmt::format(" \"{}\"", c.text)
                                                : fmt::format(" {}", static_cast<std::int64_t>(c.bits));
      }
      break;
    case Op::Throw:
    case Op::Unreachable:
      out += ' ' + program.constants[static_cast<std::size_t>(in.b)].text;
      break;
    case Op::Jump:
      return fmt::format("Jump {}", in.a);
    case Op::Branch:
      return fmt::format("Branch s{} ? {} : {}", in.b, in.a, in.c);
    case Op::Load:
    case Op::Store:
    case Op::FieldAddress:
      out += fmt::format(" +{}", in.c);
      break;
    case Op::Select: {
      const Select& s = function.selects[static_cast<std::size_t>(in.b)];
      out += fmt::format(" {} cases{}", s.cases.size(), s.has_default ? " default" : "");
      break;
    }
    default:
      break;
  }
  return reads.empty() ? out : out + " " + reads;
}

}  // namespace

const char* op_name(Op op) { return kOps[static_cast<std::size_t>(op)].name; }
bool op_visible(Op op) { return kOps[static_cast<std::size_t>(op)].visible; }
const char* op_operands(Op op) { return kOps[static_cast<std::size_t>(op)].operands; }

std::string print(const Program& program, bool with_library) {
  std::string out;
  for (const Function& f : program.functions) {
    if (f.is_library && !with_library) continue;
    out += fmt::format("func {}: {} parameter, {} captured, {} result, {} frame slots\n", f.name, f.parameter_slots,
                       f.capture_slots, f.result_slots, f.frame_slots);
    for (std::size_t pc = 0; pc < f.code.size(); ++pc) {
      const Instruction& in = f.code[pc];
      out += fmt::format("  {:>4} {} {:<60} ; line {}\n", pc, op_visible(in.op) ? '*' : ' ',
                         operands(program, f, in), f.positions[pc].line);
    }
    out += '\n';
  }
  return out;
}

}  // namespace model::program
