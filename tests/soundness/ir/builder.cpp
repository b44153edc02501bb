#include "tests/soundness/ir/builder.hpp"

namespace tests::soundness {

void Builder::begin(const std::string& name, std::int32_t parameters, std::int32_t captures) {
  function_ = {};
  function_.name = name;
  function_.parameter_slots = parameters;
  function_.capture_slots = captures;
  function_.frame_slots = kSlots;
}

void Builder::finish(Function& into) {
  emit(Op::RunDefers, [](Instruction&) {});
  emit(Op::Return, [](Instruction& in) { in.a = 0; });
  function_.recover_pc = pc() - 2;
  into = function_;
}

void Builder::copy(std::int32_t to, std::int32_t from) {
  emit(Op::Copy, [&](Instruction& in) {
    in.a = to;
    in.b = from;
    in.n = 1;
  });
}

void Builder::constant(std::int32_t slot, std::uint32_t value) {
  emit(Op::Const, [&](Instruction& in) {
    in.a = slot;
    in.b = static_cast<std::int32_t>(value);
    in.n = 1;
  });
}

/// -1 as the complement of 0.
void Builder::minus_one(std::int32_t slot) {
  constant(kConstant, 0);
  emit(Op::Unary, [&](Instruction& in) {
    in.sub = static_cast<std::uint8_t>(UnaryOp::Complement);
    in.kind = TypeKind::Int;
    in.a = slot;
    in.b = kConstant;
  });
}

void Builder::make(std::int32_t slot, TypeId type) {
  emit(Op::New, [&](Instruction& in) {
    in.a = slot;
    in.d = static_cast<std::int32_t>(type);
  });
}

void Builder::make_channel(std::int32_t slot, TypeId type, std::uint32_t capacity) {
  constant(kTemp, capacity);
  emit(Op::MakeChan, [&](Instruction& in) {
    in.a = slot;
    in.b = kTemp;
    in.d = static_cast<std::int32_t>(type);
    in.kind = TypeKind::Int;
  });
}

void Builder::unary(Op op, std::int32_t object, std::int32_t result) {
  emit(op, [&](Instruction& in) {
    in.b = object;
    in.a = result;
  });
}

void Builder::equal(std::int32_t slot, std::uint32_t value) {
  constant(kConstant, value);
  emit(Op::Binary, [&](Instruction& in) {
    in.sub = static_cast<std::uint8_t>(BinaryOp::Eq);
    in.kind = TypeKind::Int;
    in.a = kFlag;
    in.b = slot;
    in.c = kConstant;
  });
}

void Builder::throw_if(std::int32_t slot, std::uint32_t value) {
  equal(slot, value);
  program_->constants.push_back({Constant::Kind::String, 0, "read " + std::to_string(value)});
  const auto text = static_cast<std::int32_t>(program_->constants.size()) - 1;
  when([&] { emit(Op::Throw, [&](Instruction& in) { in.b = text; }); });
}

void Builder::closure(std::int32_t slot, FunctionId function) {
  emit(Op::MakeClosure, [&](Instruction& in) {
    in.a = slot;
    in.b = static_cast<std::int32_t>(function);
    in.c = 0;
    in.n = kShared;
  });
}

void Builder::call(Op op, FunctionId function) {
  emit(op, [&](Instruction& in) {
    in.sub = static_cast<std::uint8_t>(CallMode::Static);
    in.b = static_cast<std::int32_t>(function);
    in.c = 0;
    in.n = kShared;
  });
}

void Builder::call_value(Op op, std::int32_t slot) {
  emit(op, [&](Instruction& in) {
    in.sub = static_cast<std::uint8_t>(CallMode::Closure);
    in.b = slot;
    in.c = 0;
    in.n = 0;
  });
}

}  // namespace tests::soundness
