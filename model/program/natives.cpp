#include "model/program/natives.hpp"

namespace model::program {
namespace {

constexpr NativeFunction kNatives[] = {
#define X(name, op, kind, native) {name, Op::op, TypeKind::kind, Native::native},
#include "model/program/natives.def"
#undef X
};

}  // namespace

const NativeFunction* find_native(std::string_view qualified_name) {
  for (const NativeFunction& n : kNatives) {
    if (n.name == qualified_name) return &n;
  }
  return nullptr;
}

}  // namespace model::program
