// Expressions of annotations to functions without parameters, and events before deferred calls.

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"

namespace model::lower {

using program::FunctionId;

void Lowering::add_expressions() {
  for (const property::Code& code : annotations_.code) {
    types::Type* type = types::default_type(info_.type_of(code.expr));
    program::SpecExpression& e = program_->specification.expressions[code.expression];
    const FunctionId id = reserve();
    tasks_.push_back({id, [this, id, code, type] {
                        FunctionLowering f(*this, {"chancheck.expression", code.package, code.expr, {}, nullptr, false});
                        f.expression_function(code.expr, type);
                        f.function().untracked = true;
                        finish(id, f.take());
                      }});
    if (code.term < 0) {
      e.function = id;
    } else {
      e.terms[static_cast<std::size_t>(code.term)].function = id;
      e.terms[static_cast<std::size_t>(code.term)].type = types_.id(type);
    }
  }
}

void Lowering::deferred_event(std::uint32_t mark) {
  program::SpecMark& m = program_->specification.marks[mark - 1];
  if (m.function != program::kNone) return;
  m.function = synthetic("event " + std::to_string(mark), "chancheck.event", nullptr, [mark](FunctionLowering& f) {
    f.function().is_library = true;
    f.function().untracked = true;
    f.event(mark, {});
    f.give({}, kNoSlot);
  });
}

/// return e
void FunctionLowering::expression_function(const syntax::Expr* e, types::Type* type) {
  results({type});
  give(e->position, expr_as(e, type));
}

}  // namespace model::lower
