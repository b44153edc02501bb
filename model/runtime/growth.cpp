// What of a state may grow from state to state: where a search does not come to an end, this is what to look at.

#include "model/runtime/growth.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "model/runtime/dump.hpp"
#include "model/runtime/interpreter.hpp"

namespace model::runtime {

namespace {

using program::TypeKind;

constexpr std::int64_t kNamedElements = 16;  // of a longer array the elements have one name

class Measures {
 public:
  explicit Measures(World& world) : world_(world), env_(world.environment()) {}

  std::vector<Measure> take() {
    for (std::uint32_t g = 0; g < world_.goroutine_count(); ++g) goroutine(world_.goroutine(g));
    for (std::uint32_t o = 1; o < world_.object_count(); ++o) object(world_.object(o));
    std::vector<Measure> out;
    for (const auto& [key, size] : sizes_) out.push_back({std::get<1>(key), std::get<0>(key), size, std::get<2>(key)});
    return out;
  }

 private:
  void most(const std::string& what, base::Position where, std::uint64_t size) {
    std::uint64_t& known = sizes_[{where, what, in_library_}];
    known = std::max(known, size);
  }
  void one_more(const std::string& what, base::Position where) { ++sizes_[{where, what, in_library_}]; }

  /// In a frame the slots of a variable whose block is over, or not yet reached, may hold anything of another one.
  /// Numbers by their absolute value, strings and slices by their length, structs, small arrays and interfaces by what is in them.
  /// `prefix`: "variable "; `name`: the way to the value.
  void value(const std::string& prefix, const std::string& name, base::Position where, program::TypeId type, std::span<const Slot> slots) {
    const program::RuntimeType& t = env_.program.types[type];
    if (slots.size() < t.slots || t.slots == 0) return;
    if (is_integer(t.kind)) {
      const auto n = static_cast<std::int64_t>(slots[0].bits);
      return most(prefix + name, where, is_signed(t.kind) && n < 0 ? 0 - static_cast<std::uint64_t>(n) : slots[0].bits);
    }
    switch (t.kind) {
      case TypeKind::Float32:
      case TypeKind::Float64: {
        const double size = std::fabs(float_of(t.kind, slots[0].bits));
        if (size < 0x1p63) most(prefix + name, where, static_cast<std::uint64_t>(size));
        return;
      }
      case TypeKind::String:
        if (const std::string* text = env_.strings.find(slots[0].bits)) most("length of " + prefix + name, where, text->size());
        return;
      case TypeKind::Slice:
        return most("length of " + prefix + name, where, slots[1].bits);
      case TypeKind::Struct:
        for (const program::Field& f : t.fields) value(prefix, name + "." + f.name, where, f.type, slots.subspan(f.offset));
        return;
      case TypeKind::Array: {
        const std::uint32_t n = env_.program.types[t.element].slots;
        for (std::uint32_t at = 0, i = 0; at + n <= t.slots && n != 0; at += n, ++i) {
          const std::string index = t.length <= kNamedElements ? std::to_string(i) : "...";
          value(prefix, name + "[" + index + "]", where, t.element, slots.subspan(at, n));
        }
        return;
      }
      case TypeKind::Interface: {
        if (slots[0].bits == 0 || slots[0].bits >= env_.program.types.size()) return;
        const auto dynamic = static_cast<program::TypeId>(slots[0].bits);
        const std::uint32_t n = env_.program.types[dynamic].slots;
        if (n == 1) return value(prefix, name, where, dynamic, slots.subspan(1, 1));
        if (n != 0 && slots[1].ref) value(prefix, name, where, dynamic, world_.object(slots[1]).slots);
        return;
      }
      default:
        return;
    }
  }

  void goroutine(const Goroutine& g) {
    if (g.frames.empty()) return;
    in_library_ = false;
    const program::Function& bottom = env_.program.functions[g.frames[0].function];
    if (g.created_function < env_.program.functions.size()) {
      const program::Function& creator = env_.program.functions[g.created_function];
      if (creator.is_library) {  // time.AfterFunc and the like: the program's line is that of what runs
        one_more("number of goroutines that run this function", bottom.position);
      } else if (g.created_pc < creator.positions.size()) {
        one_more("number of goroutines started here", creator.positions[g.created_pc]);
      }
    }
    in_library_ = bottom.is_library;
    most("depth of the stack of a goroutine", bottom.position, g.frames.size());
    for (const Frame& frame : g.frames) {
      const program::Function& f = env_.program.functions[frame.function];
      if (f.is_library) continue;
      in_library_ = false;
      most("number of deferred calls of " + f.name, f.position, frame.defers.size());
      for (const program::Variable& v : f.variables) {
        if (v.boxed || v.slot < 0 || static_cast<std::size_t>(v.slot) >= frame.slots.size()) continue;
        value("variable ", v.name, v.position, v.type, std::span(frame.slots).subspan(static_cast<std::size_t>(v.slot)));
      }
    }
  }

  void object(const Object& o) {
    if (o.kind == Object::Kind::Free || o.site == 0) return;  // boxes and the like have no site
    const bool is_global = (o.site & kGlobalSite) != 0;
    const base::Position where =
        is_global ? env_.program.globals[o.site & ~kGlobalSite].position : env_.site_position(o.site);
    in_library_ = is_global ? env_.program.globals[o.site & ~kGlobalSite].is_library
                            : env_.program.functions[env_.site_instruction(o.site).first].is_library;
    if (!is_global) one_more("number of objects made here", where);
    switch (o.kind) {
      case Object::Kind::Map: {
        most("number of entries of the map made here", where, o.count);
        const program::RuntimeType& t = env_.program.types[o.type];
        const std::uint32_t key = env_.program.types[t.key].slots;
        elements("a value in the map made here", where, t.element, o.slots, key, key + env_.program.types[t.element].slots);
        return;
      }
      case Object::Kind::Chan: {
        most("number of elements in the channel made here", where, o.count);
        const program::TypeId element = env_.program.types[o.type].element;
        elements("a value in the channel made here", where, element, o.slots, 0, env_.program.types[element].slots);
        return;
      }
      case Object::Kind::Cells:
        return cells(o, where);
      default:
        return;
    }
  }

  /// Of all elements the largest.
  void elements(const std::string& what, base::Position where, program::TypeId type, std::span<const Slot> slots, std::size_t first, std::size_t stride) {
    for (std::size_t at = first; stride != 0 && at < slots.size(); at += stride) value(what, "", where, type, slots.subspan(at));
  }

  void cells(const Object& o, base::Position where) {
    const program::RuntimeType& t = env_.program.types[o.type];
    const std::string name = variable_name(env_, o);
    if (t.slots != 0 && o.slots.size() > t.slots) {
      most("number of elements of the slice made here", where, o.slots.size() / t.slots);
      elements("an element of the slice made here", where, o.type, o.slots, 0, t.slots);
    } else if (!name.empty()) {
      value("variable ", name, where, o.type, o.slots);
    } else if (t.named) {
      value("", t.name, where, o.type, o.slots);
    }
  }

  World& world_;
  const Environment& env_;
  bool in_library_ = false;  // is what is looked at the library's?
  std::map<std::tuple<base::Position, std::string, bool>, std::uint64_t> sizes_;
};

}  // namespace

std::vector<Measure> measures(World& world) { return Measures(world).take(); }

}  // namespace model::runtime
