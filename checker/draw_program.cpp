// The program as a graph: of each function the operations that others can notice, calls, go and
// defer statements, in the order of its control flow. What is local is left out, so an arrow may
// stand for several ways.

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "checker/draw.hpp"
#include "model/program/program.hpp"

namespace checker {
namespace {

using model::program::CallMode;
using model::program::Function;
using model::program::FunctionId;
using model::program::Instruction;
using model::program::Op;
using model::program::Program;

bool starts_call(Op op) { return op == Op::Call || op == Op::Go || op == Op::Defer; }

bool is_shown(const Instruction& in) {
  return model::program::op_visible(in.op) || starts_call(in.op) || in.op == Op::Return ||
         in.op == Op::Panic || in.op == Op::Throw || in.op == Op::Goexit ||
         in.op == Op::Unreachable;
}

class ProgramDrawing {
 public:
  ProgramDrawing(const Program& program, const model::base::FileSet& files, bool library)
      : program_(program), files_(files), library_(library) {}

  graph::Drawing draw() {
    out_.name = "program";
    for (FunctionId f = 0; f < program_.functions.size(); ++f) {
      if (drawn(f)) add_nodes(f);
    }
    for (FunctionId f = 0; f < program_.functions.size(); ++f) {
      if (drawn(f)) add_arrows(f);
    }
    return std::move(out_);
  }

 private:
  /// What a unit's start wraps the entries in has no place.
  bool drawn(FunctionId f) const {
    const Function& function = program_.functions[f];
    return function.position.valid() && !function.code.empty() &&
           (library_ || !function.is_library);
  }

  void add_nodes(FunctionId f) {
    const Function& function = program_.functions[f];
    const auto lane = static_cast<std::uint32_t>(out_.lanes.size());
    out_.lanes.push_back(function.name);
    entries_[f] = add(function.name, true, lane);
    for (const std::uint32_t pc : reachable(function)) {
      const Instruction& in = function.code[pc];
      if (is_shown(in)) nodes_[{f, pc}] = add(label(f, pc), in.op == Op::Return, lane);
    }
  }

  static std::set<std::uint32_t> reachable(const Function& function) {
    std::set<std::uint32_t> seen;
    std::vector<std::uint32_t> todo = {0};
    while (!todo.empty()) {
      const std::uint32_t pc = todo.back();
      todo.pop_back();
      if (pc >= function.code.size() || !seen.insert(pc).second) continue;
      for (const std::uint32_t then : next(function.code[pc], pc)) todo.push_back(then);
    }
    return seen;
  }

  std::uint32_t add(std::string label, bool marked, std::uint32_t lane) {
    out_.nodes.push_back({std::move(label), marked, lane});
    return static_cast<std::uint32_t>(out_.nodes.size() - 1);
  }

  /// `send` and below it `main.go:7  ch <- 1`.
  std::string label(FunctionId f, std::uint32_t pc) const {
    const Function& function = program_.functions[f];
    const std::string what = told(f, function.code[pc]);
    const model::base::Position p = function.positions[pc];
    if (!p.valid() || function.code[pc].op == Op::Return) return what;
    std::string source(files_.line(p.file, p.line));
    source.erase(0, source.find_first_not_of(" \t"));
    constexpr std::size_t kMost = 60;
    if (source.size() > kMost) {
      std::size_t end = kMost;
      while (end > 0 && (static_cast<unsigned char>(source[end]) & 0xc0) == 0x80) --end;
      source = source.substr(0, end) + " ...";
    }
    const std::string name(files_.name(p.file));
    return fmt::format("{}\n{}:{}  {}", what, name.substr(name.rfind('/') + 1), p.line, source);
  }

  std::string told(FunctionId f, const Instruction& in) const {
    switch (in.op) {
      case Op::ChanSend:
        return "send";
      case Op::ChanReceive:
        return "receive";
      case Op::ChanClose:
        return "close";
      case Op::Select:
        return "select";
      case Op::Return:
        return "return";
      case Op::Panic:
        return "panic";
      case Op::Call:
      case Op::Go:
      case Op::Defer: {
        const std::string what = in.op == Op::Call ? "" : in.op == Op::Go ? "go " : "defer ";
        if (static_cast<CallMode>(in.sub) == CallMode::Interface) {
          return what + "." + program_.method_names[static_cast<std::size_t>(in.d)];
        }
        const FunctionId callee = target(f, in);
        return what +
               (callee == model::program::kNone ? "func value" : program_.functions[callee].name);
      }
      default:
        return model::program::op_name(in.op);
    }
  }

  /// The function that is called, started or deferred, or kNone. Of a func value it is known where
  /// only one was put there.
  FunctionId target(FunctionId f, const Instruction& in) const {
    if (static_cast<CallMode>(in.sub) == CallMode::Static) return static_cast<FunctionId>(in.b);
    FunctionId found = model::program::kNone;
    if (static_cast<CallMode>(in.sub) != CallMode::Closure) return found;
    for (const Instruction& other : program_.functions[f].code) {
      if (other.op != Op::MakeClosure || other.a != in.b) continue;
      if (found != model::program::kNone && found != static_cast<FunctionId>(other.b))
        return model::program::kNone;
      found = static_cast<FunctionId>(other.b);
    }
    return found;
  }

  void add_arrows(FunctionId f) {
    const Function& function = program_.functions[f];
    connect(entries_[f], f, {0});
    for (std::uint32_t pc = 0; pc < function.code.size(); ++pc) {
      const Instruction& in = function.code[pc];
      const auto node = nodes_.find({f, pc});
      if (node == nodes_.end()) continue;
      connect(node->second, f, next(in, pc));
      if (!starts_call(in.op)) continue;
      const FunctionId callee = target(f, in);
      const auto entry = callee == model::program::kNone ? entries_.end() : entries_.find(callee);
      const char* label = in.op == Op::Go ? "go" : in.op == Op::Defer ? "defer" : "call";
      if (entry != entries_.end()) out_.arrows.push_back({node->second, entry->second, label});
    }
  }

  static std::vector<std::uint32_t> next(const Instruction& in, std::uint32_t pc) {
    switch (in.op) {
      case Op::Jump:
        return {static_cast<std::uint32_t>(in.a)};
      case Op::Branch:
        return {static_cast<std::uint32_t>(in.a), static_cast<std::uint32_t>(in.c)};
      case Op::Return:
      case Op::Panic:
      case Op::Throw:
      case Op::Goexit:
      case Op::Exit:
      case Op::Unreachable:
        return {};
      default:
        return {pc + 1};
    }
  }

  /// Arrows to the first operations that come from one of `pcs` on.
  void connect(std::uint32_t from, FunctionId f, std::vector<std::uint32_t> pcs) {
    const Function& function = program_.functions[f];
    std::set<std::uint32_t> seen;
    while (!pcs.empty()) {
      const std::uint32_t pc = pcs.back();
      pcs.pop_back();
      if (pc >= function.code.size() || !seen.insert(pc).second) continue;
      if (const auto node = nodes_.find({f, pc}); node != nodes_.end()) {
        out_.arrows.push_back({from, node->second, ""});
        continue;
      }
      for (const std::uint32_t then : next(function.code[pc], pc)) pcs.push_back(then);
    }
  }

  const Program& program_;
  const model::base::FileSet& files_;
  bool library_;
  graph::Drawing out_;
  std::map<FunctionId, std::uint32_t> entries_;
  std::map<std::pair<FunctionId, std::uint32_t>, std::uint32_t> nodes_;
};

}  // namespace

graph::Drawing draw_program(const Program& program, const model::base::FileSet& files,
                            bool library) {
  return ProgramDrawing(program, files, library).draw();
}

}  // namespace checker
