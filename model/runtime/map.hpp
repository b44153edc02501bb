#pragma once
// Maps as lists of entries: search, and the choices of an iteration.

#include <cstdint>
#include <span>
#include <vector>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

/// One access to a map of a known type.
class MapAccess {
 public:
  MapAccess(Interpreter& in, program::TypeId type);
  /// Index of the key's entry or -1. Sets `panicked` (hash of unhashable type) and panics.
  std::int64_t find(const Object& map, std::span<const Slot> key, bool& panicked, bool stores = false);
  void insert(Object& map, std::span<const Slot> key, std::span<const Slot> value);
  void erase(Object& map, std::int64_t entry);
  std::span<const Slot> key(const Object& map, std::uint32_t entry) const;
  std::span<const Slot> value(const Object& map, std::uint32_t entry) const;
  std::uint32_t key_slots() const { return key_slots_; }
  std::uint32_t value_slots() const { return value_slots_; }
  program::TypeId key_type() const { return key_type_; }

 private:
  bool unhashable(program::TypeId type, std::span<const Slot> key, bool is_empty);
  Interpreter& in_;
  program::TypeId key_type_;
  std::uint32_t key_slots_, value_slots_;
};

/// What the next step of a map iteration may produce: entry numbers, and -1 if the iteration may end now.
std::vector<std::int32_t> iteration_choices(Interpreter& in, const program::Instruction& next);
/// Performs MapIterNext with one of these.
void iterate(Interpreter& in, const program::Instruction& next, std::int32_t entry);

}  // namespace model::runtime
