// Whole functions: parameters, results, the code that returns.

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/expression_text.hpp"

namespace model::lower {

using namespace syntax;
using types::Type;

namespace {

/// The variables that a list of parameters or results declares, in order; null for those without a name.
std::vector<types::Var*> variables_of(const types::Info& info, const FieldList* list) {
  std::vector<types::Var*> out;
  if (list == nullptr) return out;
  for (const Field* f : list->list) {
    if (f->names.empty()) out.push_back(nullptr);
    for (const Ident* name : f->names) {
      out.push_back(name->is_blank() ? nullptr : types::try_as<types::Var>(info.def(name)));
    }
  }
  return out;
}

/// What to say of an expression that is about a library that does not type check.
std::string unmodelled_part(const Expr* e) {
  return "use of " + types::expression_text(e) + ", which is not modelled";
}

}  // namespace

void FunctionLowering::declared(types::Func* f, bool is_valid) {
  out_.position = f->position;
  const types::Signature* s = f->signature();
  bool is_modelled = lowering_.is_modelled(f);
  if (is_modelled && (!is_valid || analysis_->invalid != nullptr)) {
    lowering_.meet_invalid();
    is_modelled = false;
  }
  if (!is_modelled || f->decl == nullptr || f->decl->body == nullptr) {
    Callee c;
    c.native = lowering_.native(f);
    c.type_arguments = setup_.substitution.arguments;
    c.signature = s;
    std::vector<Type*> params;
    if (s->recv != nullptr) params.push_back(resolve(s->recv->type));
    for (const types::Var* v : s->params->vars) params.push_back(resolve(v->type));
    parameters(params);
    results(result_types(s));
    c.argument_slots = out_.parameter_slots;
    c.arguments = 0;
    if (!is_modelled && analysis_ != nullptr && analysis_->invalid != nullptr && !out_.is_library) {
      return unreachable(analysis_->invalid->position, unmodelled_part(analysis_->invalid));
    }
    if (!is_modelled) return unreachable(f->position, "call of " + out_.name + ", which is not modelled");
    if (c.native == nullptr) {
      return unreachable(f->position, "call of " + out_.name + ", which has no Go body and is not modelled");
    }
    return give(f->position, perform(c, f->position));
  }
  body(f->decl->type, f->decl->recv, s, f->decl->body, f->decl);
}

void FunctionLowering::parameter(types::Var* v, Type* type, Slot slot) {
  if (v == nullptr) return;
  if (!analysis_->boxed(v)) {
    variables_[v] = {slot, false};
    out_.variables.push_back({v->name, types().id(type), slot, v->position, false});
    return;
  }
  const Slot ref = alloc(1);
  add(v->position, {.op = Op::New, .a = ref, .d = type_id(type)});
  add(v->position, {.op = Op::Store, .a = ref, .b = slot, .c = 0, .n = slots(type)});
  variables_[v] = {ref, true};
  out_.variables.push_back({v->name, types().id(type), ref, v->position, true});
}

void FunctionLowering::body(const FuncType* type, const FieldList* recv, const types::Signature* s,
                            const BlockStmt* block, const Node* node) {
  node_ = node;
  signature_ = s;
  has_defer_ = analysis_->defers.count(node) != 0;
  std::vector<types::Var*> params = variables_of(info_, recv);
  if (recv != nullptr && params.empty()) params.push_back(nullptr);
  for (types::Var* v : variables_of(info_, type->params)) params.push_back(v);
  std::vector<Type*> types;
  if (recv != nullptr) types.push_back(resolve(s->recv->type));
  for (const types::Var* v : s->params->vars) types.push_back(resolve(v->type));
  parameters(types);
  if (const auto list = analysis_->captures.find(node); list != analysis_->captures.end()) {
    declare_captures(list->second);
  }
  result_types_ = result_types(s);
  results(result_types_);
  result_block_ = alloc(out_.result_slots);
  Slot slot = 0;
  for (std::size_t i = 0; i < params.size(); ++i) {
    parameter(params[i], types[i], slot);
    slot += slots(types[i]);
  }
  result_vars_ = variables_of(info_, type->results);
  result_vars_.resize(result_types_.size());
  const bool shared = analysis_->returns_from_range.count(node) != 0;
  slot = result_block_;
  for (std::size_t i = 0; i < result_types_.size(); ++i) {
    result_slot_.push_back(slot);
    types::Var* v = result_vars_[i];
    if (shared || (v != nullptr && analysis_->boxed(v))) {
      // In an object: a closure, or the body of a range over a function, sets it.
      const Slot ref = alloc(1);
      add(s->results->vars[i]->position, {.op = Op::New, .a = ref, .d = type_id(result_types_[i])});
      shared_results_.resize(result_types_.size(), kNoSlot);
      shared_results_[i] = ref;
      if (v != nullptr) {
        variables_[v] = {ref, true};
        out_.variables.push_back({v->name, this->types().id(result_types_[i]), ref, v->position, true});
      }
    } else if (v != nullptr) {
      variables_[v] = {slot, false};
      out_.variables.push_back({v->name, this->types().id(result_types_[i]), slot, v->position, false});
    }
    slot += slots(result_types_[i]);
  }
  exits_ = &own_exits_;
  statements(block->list);
  epilogue(block->rbrace);
}

/// The end of the body, and where a recovered panic goes on.
void FunctionLowering::epilogue(Position position) {
  return_values(position);
  if (!has_defer_) return;
  out_.recover_pc = static_cast<std::int32_t>(out_.code.size());
  return_values(position);
}

/// Returns what is in the result variables.
void FunctionLowering::return_values(Position position) {
  if (has_defer_) add(position, {.op = Op::RunDefers});
  for (std::size_t i = 0; i < shared_results_.size(); ++i) {
    if (shared_results_[i] == kNoSlot) continue;
    add(position, {.op = Op::Load, .a = result_slot_[i], .b = shared_results_[i], .c = 0,
                   .n = slots(result_types_[i])});
  }
  add(position, {.op = Op::Return, .a = out_.result_slots > 0 ? result_block_ : kNoSlot});
}

/// A package's init for some variables: var lhs = rhs.
void FunctionLowering::initializer(const types::Initializer& i, Position position) {
  if (analysis_->invalid != nullptr) {
    lowering_.meet_invalid();
    return unreachable(analysis_->invalid->position, unmodelled_part(analysis_->invalid));
  }
  std::vector<Type*> types;
  for (const types::Var* v : i.lhs) types.push_back(v->type);
  if (i.lhs.size() == 1) {
    const Slot value = expr_as(i.rhs, types[0]);
    if (i.lhs[0]->name != "_") store(variable(i.lhs[0], position), value, position);
  } else {
    std::vector<Type*> from;
    Slot value = several(i.rhs, from);
    for (std::size_t k = 0; k < i.lhs.size(); ++k) {
      if (i.lhs[k]->name != "_") {
        store(variable(i.lhs[k], position), assign_convert(value, from[k], types[k], position), position);
      }
      value += slots(from[k]);
    }
  }
  give(position, kNoSlot);
}

}  // namespace model::lower
