// Function literals: a closure holds the values of variables that never change, and references to the others.

#include "model/lower/function.hpp"

namespace model::lower {

using namespace syntax;

/// Values and references of these variables, in consecutive slots.
Slot FunctionLowering::capture(const std::vector<types::Var*>& list, std::int32_t& n, Position position) {
  n = 0;
  for (const types::Var* v : list) n += analysis_->boxed(v) ? 1 : slots(resolve(v->type));
  const Slot first = alloc(n);
  Slot at = first;
  for (const types::Var* v : list) {
    const std::int32_t size = analysis_->boxed(v) ? 1 : slots(resolve(v->type));
    copy(position, at, variables_.at(v).slot, size);
    at += size;
  }
  return first;
}

void FunctionLowering::declare_captures(const std::vector<types::Var*>& list) {
  for (const types::Var* v : list) {
    const bool boxed = analysis_->boxed(v);
    const std::int32_t n = boxed ? 1 : slots(resolve(v->type));
    variables_[v] = {alloc(n), boxed};
    out_.capture_slots += n;
    if (!boxed) out_.variables.push_back({v->name, types().id(resolve(v->type)), variables_[v].slot, v->position, false});
  }
}

/// main.f.func1, main.f.func1.2, main.f-range1: as gc counts them.
std::string FunctionLowering::closure_name(const char* what) {
  const std::string number = std::to_string(++closures_);
  const std::string_view kind = what;
  if (kind == "-range") return out_.name + "-range" + number;
  return out_.name + (is_outermost_ ? "." + std::string(kind) : ".") + number;
}

Slot FunctionLowering::closure(const FuncLit* e, Slot dst) {
  static const std::vector<types::Var*> kNothing;
  const auto found = analysis_->captures.find(e);
  const std::vector<types::Var*>& list = found == analysis_->captures.end() ? kNothing : found->second;
  const program::FunctionId id = lowering_.reserve();
  {
    FunctionLowering inner(lowering_, {closure_name("func"), setup_.package, e, setup_.substitution, this, false});
    inner.out_.position = e->position;
    auto* s = types::as<types::Signature>(info_.type_of(e));
    inner.body(e->type, nullptr, s, e->body, e);
    lowering_.finish(id, inner.take());
  }
  std::int32_t n = 0;
  const Slot captured = capture(list, n, e->position);
  dst = want(dst, 1);
  add(e->position, {.op = Op::MakeClosure, .a = dst, .b = static_cast<std::int32_t>(id), .c = captured, .n = n});
  return dst;
}

}  // namespace model::lower
