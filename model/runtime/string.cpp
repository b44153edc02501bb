// Strings: Go spec, "Conversions to and from a string type", "String types", "Slice expressions", "For statements with range
// clause" (invalid UTF-8 decodes to U+FFFD, one byte).

#include <cassert>

#include "model/runtime/interpreter.hpp"
#include "model/runtime/utf8.hpp"

namespace model::runtime {

using program::Instruction;
using program::Op;
using program::TypeKind;

Interpreter::Flow Interpreter::string_operation(const Instruction& in) {
  switch (in.op) {
    case Op::StringLen:
      slot(in.a) = scalar(text(slot(in.b)).size());
      return Flow::Next;
    case Op::StringIndex: {
      const std::string& s = text(slot(in.b));
      const auto index = static_cast<std::int64_t>(slot(in.c).bits);
      if (index < 0 || index >= static_cast<std::int64_t>(s.size())) {
        panic_bounds("index out of range [" + std::to_string(index) + "]" +
                      (index < 0 ? "" : " with length " + std::to_string(s.size())));
        return Flow::Stay;
      }
      slot(in.a) = scalar(static_cast<std::uint8_t>(s[static_cast<std::size_t>(index)]));
      return Flow::Next;
    }
    case Op::StringSlice: {
      const std::string& s = text(slot(in.b));
      const auto length = static_cast<std::int64_t>(s.size());
      const auto low = in.c >= 0 ? static_cast<std::int64_t>(slot(in.c).bits) : 0;
      const auto high = in.d >= 0 ? static_cast<std::int64_t>(slot(in.d).bits) : length;
      if (high < 0 || high > length) {
        panic_bounds("slice bounds out of range [:" + std::to_string(high) + "]" +
                      (high < 0 ? "" : " with length " + std::to_string(length)));
        return Flow::Stay;
      }
      if (low < 0 || low > high) {
        panic_bounds("slice bounds out of range [" + std::to_string(low) + ":" +
                      (low < 0 ? "" : std::to_string(high)) + "]");
        return Flow::Stay;
      }
      slot(in.a) = string_slot(std::string_view(s).substr(static_cast<std::size_t>(low),
                                                          static_cast<std::size_t>(high - low)));
      return Flow::Next;
    }
    case Op::StringRangeNext: {
      const std::string& s = text(slot(in.b));
      const std::uint64_t at = slot(in.c).bits;
      if (at >= s.size()) {
        slot(in.a) = slot(in.a + 1) = slot(in.a + 2) = {};
        return Flow::Next;
      }
      const Rune r = decode_rune(std::string_view(s).substr(at));
      slot(in.a) = scalar(1);
      slot(in.a + 1) = scalar(at);
      slot(in.a + 2) = scalar(static_cast<std::uint64_t>(std::int64_t{r.value}));
      slot(in.c) = scalar(at + r.size);
      return Flow::Next;
    }
    case Op::StringFromRune: {
      const auto value = static_cast<std::int64_t>(slot(in.b).bits);
      const bool fits = is_signed(static_cast<TypeKind>(in.d))
                            ? value >= 0 && value <= 0x10ffff
                            : slot(in.b).bits <= 0x10ffff;
      std::string out;
      append_rune(out, fits ? static_cast<std::int32_t>(value) : kRuneError);
      slot(in.a) = string_slot(out);
      return Flow::Next;
    }
    case Op::StringFromBytes:
    case Op::StringFromRunes: {
      const Slot ref = slot(in.b);
      const auto length = static_cast<std::uint32_t>(slot(in.b + 1).bits);
      std::string out;
      if (length > 0) {
        access(ref_object(ref), ref_offset(ref), length, false);
        const Object& o = world_.object(ref);
        for (std::uint32_t i = 0; i < length; ++i) {
          const std::uint64_t bits = o.slots[ref_offset(ref) + i].bits;
          if (in.op == Op::StringFromBytes) {
            out.push_back(static_cast<char>(bits));
          } else {
            append_rune(out, static_cast<std::int32_t>(bits));
          }
        }
      }
      slot(in.a) = string_slot(out);
      return Flow::Next;
    }
    default: {
      assert(in.op == Op::BytesFromString || in.op == Op::RunesFromString);
      const std::string& s = text(slot(in.b));
      Object o;
      o.kind = Object::Kind::Cells;
      o.type = static_cast<std::uint32_t>(in.d);
      o.site = current_site();
      if (in.op == Op::BytesFromString) {
        for (const char c : s) o.slots.push_back(scalar(static_cast<std::uint8_t>(c)));
      } else {
        for (std::size_t i = 0; i < s.size();) {
          const Rune r = decode_rune(std::string_view(s).substr(i));
          o.slots.push_back(scalar(static_cast<std::uint64_t>(std::int64_t{r.value})));
          i += r.size;
        }
      }
      const std::uint64_t length = o.slots.size();
      slot(in.a) = make_ref(world_.add_object(std::move(o)), 0);
      slot(in.a + 1) = slot(in.a + 2) = scalar(length);
      return Flow::Next;
    }
  }
}

}  // namespace model::runtime
