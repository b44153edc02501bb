// The reachable part of a program, numbered in the order in which it is reached: numbers of functions, types and constants in
// the whole program change with every edit anywhere, these do not. Which immediate operand is which number is read from the
// instruction set's own table (program/instruction.def).

#include "checker/gate/entry_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace checker::gate {
namespace {

using model::program::CallMode;
using model::program::Constant;
using model::program::Function;
using model::program::Instruction;
using model::program::Op;
using model::program::Program;
using model::program::RuntimeType;

/// FNV-1a of 64 bits, twice with different starts.
class Hash {
 public:
  void word(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned char>(value >> (8 * i)));
  }
  void text(std::string_view value) {
    word(value.size());
    for (const char c : value) byte(static_cast<unsigned char>(c));
  }
  std::string hex() const { return fmt::format("{:016x}{:016x}", a_, b_); }

 private:
  void byte(unsigned char c) {
    a_ = (a_ ^ c) * 0x100000001b3ULL;
    b_ = (b_ ^ c) * 0x100000001b3ULL;
    b_ ^= b_ >> 29;
  }
  std::uint64_t a_ = 0xcbf29ce484222325ULL, b_ = 0x84222325cbf29ce4ULL;
};

/// What the immediate operand `name` (a to e) of an operation numbers.
enum class Immediate : std::uint8_t { Plain, Type, Function, Constant, Global };

Immediate immediate(Op op, char name) {
  const std::string_view operands = model::program::op_operands(op);
  const std::size_t at = operands.find(std::string("#") + name + ":");
  if (at == std::string_view::npos) return Immediate::Plain;
  const std::string_view said = operands.substr(at + 3, operands.substr(at + 3).find_first_of("#;"));
  const auto says = [&](std::string_view word) { return said.find(word) != std::string_view::npos; };
  if (says("TypeKind")) return Immediate::Plain;
  if (says("constant index")) return Immediate::Constant;
  if (says("function")) return Immediate::Function;
  if (says("global")) return Immediate::Global;
  if (says("type")) return Immediate::Type;
  return Immediate::Plain;
}

class Walk {
 public:
  explicit Walk(const model::Unit& unit) : unit_(unit), program_(*unit.program) {}

  std::string run(const model::EntryInfo& entry) {
    hash_.text(entry.entry.name);
    position(entry.entry.position);
    function(entry.entry.function);
    annotations();
    for (std::size_t next = 0; next < functions_.size(); ++next) body(program_.functions[functions_[next]]);
    return hash_.hex();
  }

 private:
  /// Properties and events are comments: all of them count, with their places.
  void annotations() {
    for (std::uint32_t f = 0; f < unit_.files->size(); ++f) {
      const std::string_view text = unit_.files->text(f);
      std::uint32_t line = 1;
      std::size_t counted = 0;
      for (std::size_t at = text.find("//chancheck:"); at != std::string_view::npos; at = text.find("//chancheck:", at + 1)) {
        line += static_cast<std::uint32_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                      text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        counted = at;
        hash_.text(unit_.files->name(f));
        hash_.word(line);
        hash_.text(text.substr(at, text.substr(at).find('\n')));
      }
    }
  }

  void position(model::base::Position p) {
    hash_.word(p.valid() ? file(p.file) : 0);
    hash_.word(p.line);
    hash_.word(p.column);
  }
  std::uint64_t file(std::uint32_t number) {
    const auto [at, is_new] = files_.emplace(number, files_.size() + 1);
    if (is_new) hash_.text(unit_.files->name(number));
    return at->second;
  }

  void function(std::uint32_t id) {
    if (id == model::program::kNone) return hash_.word(~std::uint64_t{0});
    const auto [at, is_new] = numbers_.emplace(id, functions_.size());
    if (is_new) functions_.push_back(id);
    hash_.word(at->second);
  }

  void type(std::uint32_t id) {
    const auto [at, is_new] = types_.emplace(id, types_.size());
    hash_.word(at->second);
    if (!is_new) return;
    const RuntimeType& t = program_.types[id];
    hash_.word(static_cast<std::uint64_t>(t.kind) | (t.named ? 256U : 0U) | (t.comparable ? 512U : 0U));
    hash_.text(t.name);
    for (const std::uint64_t n : {std::uint64_t{t.slots}, static_cast<std::uint64_t>(t.length), std::uint64_t{t.direction}}) hash_.word(n);
    type(t.element);
    type(t.key);
    for (const auto& field : t.fields) {
      hash_.text(field.name);
      hash_.word(field.offset);
      type(field.type);
    }
    for (const auto& method : t.methods) {
      hash_.text(program_.method_names[method.name]);
      type(method.signature);
      function(method.function);
    }
  }

  void constant(std::int32_t from, std::int32_t count) {
    for (std::int32_t i = 0; i < count; ++i) {
      const Constant& c = program_.constants[static_cast<std::size_t>(from + i)];
      hash_.word(static_cast<std::uint64_t>(c.kind));
      hash_.text(c.text);
      const std::uint64_t tag = model::program::kFunctionTag;
      if ((c.bits & tag) != 0 && (c.bits & ~tag) < program_.functions.size()) function(static_cast<std::uint32_t>(c.bits & ~tag));
      hash_.word((c.bits & tag) != 0 && (c.bits & ~tag) < program_.functions.size() ? 0 : c.bits);
    }
  }

  void global(std::int32_t id) {
    const auto& g = program_.globals[static_cast<std::size_t>(id)];
    hash_.text(g.name);
    type(g.type);
    position(g.position);
  }

  void operand(const Instruction& in, char name, std::int32_t value) {
    switch (immediate(in.op, name)) {
      case Immediate::Plain: return hash_.word(static_cast<std::uint64_t>(value));
      case Immediate::Type: return type(static_cast<std::uint32_t>(value));
      case Immediate::Function: return function(static_cast<std::uint32_t>(value));
      case Immediate::Constant: return constant(value, in.op == Op::Const ? in.n : 1);
      case Immediate::Global: return global(value);
    }
  }

  void instruction(const Instruction& in) {
    hash_.word(static_cast<std::uint64_t>(in.op) | std::uint64_t{in.sub} << 16 | static_cast<std::uint64_t>(in.kind) << 24 |
               std::uint64_t{in.flag} << 32);
    hash_.word(static_cast<std::uint64_t>(in.n));
    const bool calls = in.op == Op::Call || in.op == Op::Go || in.op == Op::Defer;
    const auto mode = static_cast<CallMode>(in.sub);
    operand(in, 'a', in.a);
    if (calls && mode == CallMode::Static) {
      function(static_cast<std::uint32_t>(in.b));
    } else {
      operand(in, 'b', in.b);
    }
    operand(in, 'c', in.c);
    if (calls && mode == CallMode::Interface) {
      hash_.text(program_.method_names[static_cast<std::size_t>(in.d)]);
    } else {
      operand(in, 'd', in.d);
    }
    operand(in, 'e', in.e);
  }

  void body(const Function& f) {
    hash_.text(f.name);
    position(f.position);
    hash_.word((f.is_library ? 1U : 0U) | (f.untracked ? 2U : 0U));
    for (const std::int32_t n : {f.parameter_slots, f.capture_slots, f.result_slots, f.frame_slots, f.recover_pc}) {
      hash_.word(static_cast<std::uint64_t>(n));
    }
    for (std::size_t pc = 0; pc < f.code.size(); ++pc) {
      instruction(f.code[pc]);
      position(f.positions[pc]);
    }
    for (const auto& select : f.selects) {
      hash_.word(select.has_default ? 1 : 0);
      for (const auto& c : select.cases) {
        hash_.word(c.is_send ? 1 : 0);
        for (const std::int32_t n : {c.channel, c.value, c.ok, c.slots}) hash_.word(static_cast<std::uint64_t>(n));
        position(c.position);
      }
    }
    for (const auto& v : f.variables) {
      hash_.text(v.name);
      hash_.word(static_cast<std::uint64_t>(v.slot));
      type(v.type);
    }
  }

  const model::Unit& unit_;
  const Program& program_;
  Hash hash_;
  std::vector<std::uint32_t> functions_;
  std::map<std::uint32_t, std::size_t> numbers_, types_;
  std::map<std::uint32_t, std::uint64_t> files_;
};

}  // namespace

std::string entry_key(const model::Unit& unit, const model::EntryInfo& entry) { return Walk(unit).run(entry); }

}  // namespace checker::gate
