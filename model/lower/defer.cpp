// go and defer statements: everything but the call itself is evaluated at once.

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using types::BuiltinId;
using types::Type;

void FunctionLowering::go_or_defer(const CallExpr* e, Op op, Position position) {
  Callee c;
  if (is_conversion(e)) {
    expr(e);
    return;
  }
  if (const types::Builtin* b = builtin_of(e)) {
    // A function of its own that performs it on the evaluated arguments.
    for (const Expr* arg : e->args) precompute(arg);
    std::vector<Type*> arg_types;
    std::int32_t n = 0;
    std::string key = std::string("builtin ") + types::builtin_info(b->builtin).name;
    for (std::size_t i = 0; i < e->args.size(); ++i) {
      Type* type = type_of(e->args[i]);
      if (b->builtin == BuiltinId::Panic) type = types::universe().empty_interface;
      if (b->builtin == BuiltinId::Delete && i == 1) type = types::core_as<types::Map>(arg_types[0])->key;
      if (types::is_untyped_nil(type)) type = types::basic(types::BasicKind::UnsafePointer);
      arg_types.push_back(type);
      n += slots(type);
      key += " " + std::to_string(types().id(type));
    }
    key += " " + std::to_string(position.file) + ":" + std::to_string(position.line) + ":" +
           std::to_string(position.column);
    c.arguments = alloc(n);
    c.argument_slots = n;
    Slot at = c.arguments;
    for (std::size_t i = 0; i < e->args.size(); ++i) {
      emit_as(e->args[i], arg_types[i], at);
      at += slots(arg_types[i]);
    }
    const BuiltinId id = b->builtin;
    c.b = static_cast<std::int32_t>(lowering_.synthetic(
        key, out_.name + ".deferwrap", setup_.package, [=](FunctionLowering& w) {
          w.parameters(arg_types);
          std::vector<Slot> args;
          Slot slot = 0;
          for (Type* t : arg_types) {
            args.push_back(slot);
            slot += w.slots(t);
          }
          w.builtin_statement(id, args, arg_types, position, w.alloc(2));
          w.give(position, kNoSlot);
        }));
  } else {
    c = evaluate(e);
    if (c.native != nullptr) {
      c.b = static_cast<std::int32_t>(lowering_.function(c.function, c.type_arguments));
    }
  }
  // In the body of a range over a function it is the function around that defers.
  const bool outside = op == Op::Defer && range_ != nullptr;
  add(position, {.op = op, .sub = static_cast<std::uint8_t>(c.mode),
                 .flag = static_cast<std::uint8_t>(outside ? 1 : 0), .b = c.b, .c = c.arguments, .d = c.d,
                 .e = outside ? depth_slot_ : kNoSlot, .n = c.argument_slots});
}

}  // namespace model::lower
