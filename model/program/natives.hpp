#pragma once
// Functions of the library that have no Go body (natives.def): which operation a call of one lowers to.

#include <cstdint>
#include <string_view>

#include "model/program/program.hpp"

namespace model::program {

/// Which function an Op::Native performs. `Stderr` is no function but the stream of a Print; `Quiet` marks mutex operations
/// that order nothing.
enum class Native : std::uint8_t {
  None,
  Stderr,
  Kind,
  TypeName,
  Len,
  Index,
  FieldName,
  FieldExported,
  MapKey,
  MapValue,
  Elem,
  IsNil,
  Address,
  Int,
  Uint,
  Float,
  Real,
  Imag,
  String,
  Bool,
  Bytes,
  SameType,
  Comparable,
  FormatFloat,
  ParseFloat,
  FloatBits,
  FloatFromBits,
  Float32Bits,
  Float32FromBits,
  Math1,
  Math2,
  Failed,
  Fatal,
  PanicPlain,
  Unmodelled,
  Sampled,
  Outcomes,
  VirtualTime,
  Now,
  Caller,
  Assign,
  ElemKind,
  PartTypeName,
  Swap,
  Quiet,
  Acquire,
  Release,
  Associate,
  Disassociate,
  EnterBubble,
  LeaveBubble,
  InBubble,
  MainLeft,
  MakeLazy,
  FirstUse,
  TimerValues,
  TimerSends,
  Inspects,
  Changes,
  SourceSteps,
  Publish,
  Observe,
  Deadlines,
  Number,
  SetNumber,
  Same,
};

struct NativeFunction {
  std::string_view name;  ///< "package path.name"
  Op op{};
  TypeKind kind{};
  Native native{};
};

/// The native of a qualified name, or null.
const NativeFunction* find_native(std::string_view qualified_name);

}  // namespace model::program
