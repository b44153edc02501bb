#pragma once
// A lowered Go program: functions as control-flow state machines over frames of slots, the run-time types they mention,
// global variables and entries. Produced by model/lower, read by model/runtime; everything here is plain data.

#include <cstdint>
#include <string>
#include <vector>

#include "model/base/position.hpp"
#include "model/program/specification.hpp"

namespace model::program {

using FunctionId = std::uint32_t;
using TypeId = std::uint32_t;  ///< index into Program::types; 0 is "no type" (a nil interface)
using GlobalId = std::uint32_t;
using MethodId = std::uint32_t;  ///< index into Program::method_names
inline constexpr std::uint32_t kNone = 0xffffffff;

enum class Op : std::uint8_t {
#define X(name, visible, operands) name,
#include "model/program/instruction.def"
#undef X
};
const char* op_name(Op op);
bool op_visible(Op op);
const char* op_operands(Op op);

/// Kinds of run-time types. `Int` .. `Uintptr` are contiguous.
enum class TypeKind : std::uint8_t {
  None, Bool, Int, Int8, Int16, Int32, Int64, Uint, Uint8, Uint16, Uint32, Uint64, Uintptr,
  Float32, Float64, Complex64, Complex128, String, UnsafePointer,
  Pointer, Slice, Array, Map, Chan, Struct, Func, Interface,
};

enum class BinaryOp : std::uint8_t {
  Add, Sub, Mul, Div, Rem, And, Or, Xor, AndNot, ShiftLeft, ShiftRight, Eq, Ne, Lt, Le, Gt, Ge,
};
enum class UnaryOp : std::uint8_t { Negate, Not, Complement };
enum class CallMode : std::uint8_t { Static, Closure, Interface };

struct Instruction {
  Op op{};
  std::uint8_t sub = 0;   ///< BinaryOp, UnaryOp or CallMode
  TypeKind kind{};        ///< operand kind where the operation needs one
  std::uint8_t flag = 0;
  std::int32_t a = -1, b = -1, c = -1, d = 0, e = -1, n = 0;
};

/// One machine word of a frame, an object or a constant. `ref`: bits are (object << 32 | slot offset) and object != 0.
/// Everything else is a scalar: integers sign- or zero-extended to 64 bits by their type, floats as IEEE bits (float32 in
/// the low half), strings as ids of the string table (0 is ""), functions as kFunctionTag | id, types as TypeId. A
/// value's zero is all slots zero. Layout of multi-slot values: complex = re, im; slice = ref, len, cap; interface = type,
/// payload; struct = its fields in order; array = its elements; everything else is one slot.
struct Slot {
  std::uint64_t bits = 0;
  bool ref = false;
  friend bool operator==(const Slot&, const Slot&) = default;
};
inline constexpr std::uint64_t kFunctionTag = std::uint64_t{1} << 63;

struct Constant {
  enum class Kind : std::uint8_t { Scalar, String } kind{};
  std::uint64_t bits = 0;  ///< Scalar: the slot's bits
  std::string text;        ///< String: its bytes
};

struct Field {
  std::string name;
  TypeId type = 0;
  std::uint32_t offset = 0;  ///< in slots
  bool embedded = false;
  bool exported = false;
};

struct Method {
  MethodId name = 0;
  TypeId signature = 0;          ///< Func type without receiver; identical signatures have one id
  FunctionId function = kNone;   ///< takes the receiver's slots, then the parameters; kNone in interfaces
};

struct RuntimeType {
  TypeKind kind{};
  std::string name;      ///< as the runtime prints it: main.T, []int, map[string]int, func(int) string
  bool named = false;
  std::uint32_t slots = 0;
  TypeId element = 0;    ///< Pointer Slice Array Map Chan
  TypeId key = 0;        ///< Map
  std::int64_t length = 0;  ///< Array
  std::uint8_t direction = 3;  ///< Chan: 1 send, 2 receive, 3 both
  bool comparable = true;
  std::vector<Field> fields;     ///< Struct
  std::vector<Method> methods;   ///< method set (concrete) or required methods (interface), sorted by name
};

struct SelectCase {
  bool is_send = false;
  std::int32_t channel = -1;   ///< slot
  std::int32_t value = -1;     ///< send: source; receive: destination or -1
  std::int32_t ok = -1;        ///< receive: destination or -1
  std::int32_t slots = 0;      ///< element slots
  base::Position position;
  std::uint32_t mark = 0;  ///< as in Function::marks
};
struct Select {
  std::vector<SelectCase> cases;
  bool has_default = false;
  std::uint32_t default_mark = 0;
};

/// A named variable of a frame, for dumps and reports.
struct Variable {
  std::string name;
  TypeId type = 0;
  std::int32_t slot = -1;
  base::Position position;
  bool boxed = false;  ///< lives in an object of its own, made at `position`; the slot has the reference
};

struct Function {
  std::string name;  ///< as the runtime prints it: main.main, main.(*T).M, main.main.func1
  base::Position position;
  bool is_library = false;  ///< of an embedded library model: its accesses are no races, its lines no user's lines
  /// Of a library package whose own data is guarded by what it models (sync, context, time, testing, log ...): its plain
  /// accesses are neither races nor interleaving points.
  bool untracked = false;
  /// Made by the compiler around a call (promoted methods, method values and expressions, deferred built-ins): recover looks
  /// through it (abi.FuncIDWrapper).
  bool is_wrapper = false;
  std::int32_t parameter_slots = 0;
  std::int32_t capture_slots = 0;
  std::int32_t result_slots = 0;
  std::int32_t frame_slots = 0;
  std::int32_t recover_pc = -1;  ///< where a recovered panic continues: code that loads the results and returns
  std::vector<Instruction> code;
  std::vector<base::Position> positions;  ///< one for each instruction
  std::vector<Select> selects;
  /// For each pc, 0 or the index + 1 of the SpecMark whose events happen when the instruction takes effect; empty: none.
  std::vector<std::uint32_t> marks;
  std::vector<Variable> variables;
  /// For each pc, one bit per frame slot: is the slot read on some path from before this instruction (liveness.hpp)?
  std::vector<std::vector<std::uint64_t>> live;
};

struct Global {
  std::string name;  ///< main.x
  TypeId type = 0;
  base::Position position;
  bool is_library = false;
};

/// What a user can ask to check: main.main or a test.
struct Entry {
  std::string name;          ///< main, TestXxx
  FunctionId function = kNone;  ///< no parameters: runs package initialisation, then the entry
  FunctionId body = kNone;      ///< main.main, or the test itself
  base::Position position;
  bool is_test = false;
};

struct Program {
  std::vector<Function> functions;
  std::vector<RuntimeType> types;  ///< [0] is no type
  std::vector<Global> globals;
  std::vector<Constant> constants;
  std::vector<std::string> method_names;  ///< unexported ones prefixed by their package path and a dot
  std::vector<Entry> entries;
  std::vector<std::string> files;  ///< names, by Position::file
  Specification specification;
};

/// A range of frame slots that an instruction reads or writes.
struct OperandRange {
  std::int32_t slot = 0;
  std::int32_t count = 0;
  bool write = false;
};
/// Appends every frame slot range that the instruction reads (first) or writes.
void append_operands(const Program& program, const Function& function,
                     const Instruction& instruction, std::vector<OperandRange>& out);

/// Fills Function::live of every function. Backwards data flow over slots; recover_pc is a successor of every instruction.
void compute_liveness(Program& program);

/// The program as text, one function after the other: `chancheck graph --of program`.
std::string print(const Program& program, bool with_library);

}  // namespace model::program
