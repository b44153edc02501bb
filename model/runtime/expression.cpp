// Expressions of annotations, run on a state by a goroutine of their own that is gone again afterwards. Their reads are no
// accesses of the program: nothing races with them and nobody learns from them.

#include "model/runtime/expression.hpp"

#include <algorithm>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {
namespace {

struct Run {
  std::vector<Slot> result;
  std::string panic;
};

Run run(World& world, std::uint32_t function, std::vector<std::uint64_t>* locations) {
  StepLog log;
  const std::uint32_t objects = world.object_count();
  const std::uint32_t g = world.add_goroutine({});
  Run out;
  out.result = Interpreter(world, g, log).evaluate(function, locations);
  for (const Failure& f : log.failures) out.panic = f.message;
  world.forget(g, objects);
  return out;
}

}  // namespace

void unwatched(World& world, std::vector<std::uint64_t>& out) {
  std::vector<std::uint64_t> locations;
  const Environment& env = world.environment();
  for (const program::SpecExpression& e : env.program.specification.expressions) evaluate(world, e, &locations);
  std::ranges::sort(locations);
  locations.erase(std::unique(locations.begin(), locations.end()), locations.end());
  for (const std::uint64_t l : locations) {
    if (!env.watched_locations.contains(l)) out.push_back(l);
  }
}

/// The result of a function of the spec. Operations that it may have and that are steps elsewhere only read here.
std::vector<Slot> Interpreter::evaluate(std::uint32_t function, std::vector<std::uint64_t>* locations) {
  evaluating_ = true;
  read_locations_ = locations;
  push_call(scalar(program::kFunctionTag | function), {}, 0);
  for (std::uint32_t budget = kStepBudget; g_->status == Goroutine::Status::Standing && budget > 0; --budget) {
    const program::Instruction& in = instruction();
    if (in.op == program::Op::Return && g_->frames.size() == 1 && (frame().flags & Frame::kPanicText) == 0) {
      const auto first = frame().slots.begin() + in.a;
      return {first, first + this->function().result_slots};
    }
    if (in.op == program::Op::ChanLen) {
      const Slot c = slot(in.b);
      slot(in.a) = scalar(c.ref && !world_.object(c).of_timer ? world_.object(c).count : 0);
      next();
    } else if (in.op == program::Op::AtomicLoad) {
      const Slot ref = slot(in.b);
      if (!ref.ref) {
        panic_nil_dereference();
        continue;
      }
      const Object& o = world_.object(ref);
      for (std::int32_t i = 0; i < std::max(1, in.n); ++i) {
        slot(in.a + i) = o.slots[ref_offset(ref) + static_cast<std::uint32_t>(i)];
      }
      next();
    } else if (step(in) == Flow::Next) {
      next();
    }
  }
  return {};
}

ExpressionValue evaluate(World& world, const program::SpecExpression& e, std::vector<std::uint64_t>* locations) {
  const Run r = run(world, e.function, locations);
  if (!r.panic.empty()) return {false, r.panic};
  return {!r.result.empty() && r.result[0].bits != 0, {}};
}

std::string show_terms(World& world, const program::SpecExpression& e) {
  std::string text;
  for (const program::SpecExpression::Term& t : e.terms) {
    const Run r = run(world, t.function, nullptr);
    text += (text.empty() ? "" : ", ") + t.text + " = ";
    if (!r.panic.empty()) {
      text += "panic: " + r.panic;
      continue;
    }
    StepLog log;
    log.wants_events = true;
    Interpreter in(world, 0, log);
    text += in.show(t.type, r.result);
  }
  return text;
}

}  // namespace model::runtime
