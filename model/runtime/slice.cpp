// Slices: make, append (growth as runtime.growslice with the allocator's size classes), copy, slicing.

#include <algorithm>
#include <cassert>

#include "model/runtime/interpreter.hpp"
#include "model/runtime/size.hpp"

namespace model::runtime {

using program::Instruction;
using program::Op;
using program::TypeKind;

Interpreter::Flow Interpreter::slice_operation(const Instruction& in) {
  const auto signed_slot = [&](std::int32_t at) { return static_cast<std::int64_t>(slot(at).bits); };
  switch (in.op) {
    case Op::SliceSlice: {
      const Slot ref = slot(in.b);
      const auto length = signed_slot(in.b + 1), capacity = signed_slot(in.b + 2);
      const bool array = in.flag != 0;
      const auto low = in.c >= 0 ? signed_slot(in.c) : 0;
      const auto high = in.d >= 0 ? signed_slot(in.d) : length;
      const auto limit = in.e >= 0 ? signed_slot(in.e) : capacity;
      const auto n = [](std::int64_t v) { return std::to_string(v); };
      const std::string unit = array ? "length " : "capacity ";
      std::string wrong;
      // runtime/panic.go: panicSlice3Alen .. panicSliceB; the maximum is checked first.
      if (in.e >= 0 && (limit < 0 || limit > capacity)) {
        wrong = "[::" + n(limit) + "]" + (limit < 0 ? "" : " with " + unit + n(capacity));
      } else if (in.e >= 0 && (high < 0 || high > limit)) {
        wrong = "[:" + n(high) + ":" + (high < 0 ? "" : n(limit)) + "]";
      } else if (in.e >= 0 && (low < 0 || low > high)) {
        wrong = "[" + n(low) + ":" + (low < 0 ? "" : n(high)) + ":]";
      } else if (in.e < 0 && (high < 0 || high > capacity)) {
        wrong = "[:" + n(high) + "]" + (high < 0 ? "" : " with " + unit + n(capacity));
      } else if (in.e < 0 && (low < 0 || low > high)) {
        wrong = "[" + n(low) + ":" + (low < 0 ? "" : n(high)) + "]";
      }
      if (!wrong.empty()) {
        panic_bounds("slice bounds out of range " + wrong);
        return Flow::Stay;
      }
      // A slice of capacity zero keeps its base, so that it does not point past the object.
      const std::int64_t shift = limit - low == 0 ? 0 : low * in.n;
      slot(in.a) = ref.ref ? make_ref(ref_object(ref),
                                      ref_offset(ref) + static_cast<std::uint32_t>(shift))
                           : Slot{};
      slot(in.a + 1) = scalar(static_cast<std::uint64_t>(high - low));
      slot(in.a + 2) = scalar(static_cast<std::uint64_t>(limit - low));
      return Flow::Next;
    }
    case Op::SliceOfArray: {
      const Slot ref = slot(in.b);
      if (!ref.ref) {
        panic_nil_dereference();
        return Flow::Stay;
      }
      slot(in.a) = ref;
      slot(in.a + 1) = slot(in.a + 2) = scalar(static_cast<std::uint64_t>(in.c));
      return Flow::Next;
    }
    case Op::SliceToArrayPointer: {
      const Slot ref = slot(in.b);
      const auto length = signed_slot(in.b + 1);
      if (length < in.c) {
        panic_bounds("cannot convert slice with length " + std::to_string(length) +
                      " to array or pointer to array with length " + std::to_string(in.c));
        return Flow::Stay;
      }
      slot(in.a) = ref;
      return Flow::Next;
    }
    case Op::MakeSlice: {
      const auto element = static_cast<program::TypeId>(in.d);
      const std::uint32_t size = env_.program.types[element].slots;
      const auto length = signed_slot(in.b);
      const auto capacity = in.c >= 0 ? signed_slot(in.c) : length;
      const std::int64_t most = (std::int64_t{1} << 47) /
                                std::max<std::int64_t>(1, static_cast<std::int64_t>(
                                                              byte_size(env_.program, element)));
      if (length < 0 || length > most) {
        panic_runtime("makeslice: len out of range");
        return Flow::Stay;
      }
      if (capacity < length || capacity > most) {
        panic_runtime("makeslice: cap out of range");
        return Flow::Stay;
      }
      const std::uint64_t slots = static_cast<std::uint64_t>(capacity) * size;
      if (slots > kSlotLimit) {
        unmodelled("a slice of " + std::to_string(capacity) + " elements is not modelled");
        return Flow::Stay;
      }
      Object o;
      o.kind = Object::Kind::Cells;
      o.type = element;
      o.site = current_site();
      o.slots.resize(slots);
      slot(in.a) = make_ref(world_.add_object(std::move(o)), 0);
      slot(in.a + 1) = scalar(static_cast<std::uint64_t>(length));
      slot(in.a + 2) = scalar(static_cast<std::uint64_t>(capacity));
      return Flow::Next;
    }
    case Op::Append:
    case Op::AppendString: {
      const auto element = static_cast<program::TypeId>(in.d);
      const std::uint32_t size = env_.program.types[element].slots;
      const Slot ref = slot(in.b);
      const auto length = static_cast<std::uint64_t>(slot(in.b + 1).bits);
      const auto capacity = static_cast<std::uint64_t>(slot(in.b + 2).bits);
      std::vector<Slot> added;
      std::uint64_t count = 0;
      if (in.op == Op::AppendString) {
        for (const char c : text(slot(in.c))) added.push_back(scalar(static_cast<std::uint8_t>(c)));
        count = added.size();
      } else {
        const Slot other = slot(in.c);
        count = slot(in.c + 1).bits;
        if (count > 0 && size > 0) {
          const auto n = static_cast<std::uint32_t>(count * size);
          access(ref_object(other), ref_offset(other), n, false);
          const auto first = world_.object(other).slots.begin() + ref_offset(other);
          added.assign(first, first + n);
        }
      }
      if (length + count > capacity) {
        const std::uint64_t bigger =
            grown_capacity(capacity, length + count, byte_size(env_.program, element),
                           has_pointers(env_.program, element));
        if (bigger * size > kSlotLimit) {
          unmodelled("a slice of " + std::to_string(bigger) + " elements is not modelled");
          return Flow::Stay;
        }
        Object o;
        o.kind = Object::Kind::Cells;
        o.type = element;
        o.site = current_site();
        if (length > 0 && size > 0) {
          const auto n = static_cast<std::uint32_t>(length * size);
          access(ref_object(ref), ref_offset(ref), n, false);
          const auto first = world_.object(ref).slots.begin() + ref_offset(ref);
          o.slots.assign(first, first + n);
        }
        o.slots.resize(bigger * size);
        std::ranges::copy(added, o.slots.begin() + static_cast<std::ptrdiff_t>(length * size));
        slot(in.a) = make_ref(world_.add_object(std::move(o)), 0);
        slot(in.a + 2) = scalar(bigger);
      } else {
        if (!added.empty()) {
          const auto at = ref_offset(ref) + static_cast<std::uint32_t>(length * size);
          access(ref_object(ref), at, static_cast<std::uint32_t>(added.size()), true);
          std::ranges::copy(added, world_.change_object(ref).slots.begin() + at);
        }
        slot(in.a) = ref;
        slot(in.a + 2) = scalar(capacity);
      }
      slot(in.a + 1) = scalar(length + count);
      return Flow::Next;
    }
    case Op::CopySlice:
    case Op::CopyString: {
      const Slot to = slot(in.b), from = slot(in.c);
      const bool string = in.op == Op::CopyString;
      const std::uint64_t available = string ? text(from).size() : slot(in.c + 1).bits;
      const std::uint64_t count = std::min<std::uint64_t>(slot(in.b + 1).bits, available);
      const auto n = static_cast<std::uint32_t>(string ? count : count * static_cast<std::uint64_t>(in.n));
      if (n > 0) {
        std::vector<Slot> values;
        if (string) {
          for (const char c : text(from).substr(0, count)) {
            values.push_back(scalar(static_cast<std::uint8_t>(c)));
          }
        } else {
          access(ref_object(from), ref_offset(from), n, false);
          const auto first = world_.object(from).slots.begin() + ref_offset(from);
          values.assign(first, first + n);
        }
        access(ref_object(to), ref_offset(to), n, true);
        std::ranges::copy(values, world_.change_object(to).slots.begin() + ref_offset(to));
      }
      if (in.a >= 0) slot(in.a) = scalar(count);
      return Flow::Next;
    }
    default: {
      assert(in.op == Op::ClearSlice);
      const Slot ref = slot(in.a);
      const auto n = static_cast<std::uint32_t>(slot(in.a + 1).bits) * static_cast<std::uint32_t>(in.n);
      if (n > 0) {
        access(ref_object(ref), ref_offset(ref), n, true);
        auto& slots = world_.change_object(ref).slots;
        std::fill_n(slots.begin() + ref_offset(ref), n, Slot{});
      }
      return Flow::Next;
    }
  }
}

}  // namespace model::runtime
