// What of a state may grow from state to state: where a search does not come to an end, this is what to look at.

#include "model/runtime/growth.hpp"

#include <algorithm>
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

  /// Integers by their absolute value, strings by their length, structs by their fields.
  void value(const std::string& name, base::Position where, program::TypeId type, std::span<const Slot> slots) {
    const program::RuntimeType& t = env_.program.types[type];
    if (slots.size() < t.slots || t.slots == 0) return;
    if (is_integer(t.kind)) {
      const auto n = static_cast<std::int64_t>(slots[0].bits);
      most("variable " + name, where, is_signed(t.kind) && n < 0 ? 0 - static_cast<std::uint64_t>(n) : slots[0].bits);
    } else if (t.kind == TypeKind::String) {
      most("length of string " + name, where, env_.strings.get(slots[0].bits).size());
    } else if (t.kind == TypeKind::Struct) {
      for (const program::Field& f : t.fields) value(name + "." + f.name, where, f.type, slots.subspan(f.offset));
    }
  }

  void goroutine(const Goroutine& g) {
    if (g.frames.empty()) return;
    in_library_ = false;
    if (g.created_function < env_.program.functions.size()) {
      const auto& positions = env_.program.functions[g.created_function].positions;
      if (g.created_pc < positions.size()) one_more("number of goroutines started here", positions[g.created_pc]);
    }
    most("depth of the stack of a goroutine", env_.program.functions[g.frames[0].function].position, g.frames.size());
    for (const Frame& frame : g.frames) {
      const program::Function& f = env_.program.functions[frame.function];
      if (f.is_library) continue;
      for (const program::Variable& v : f.variables) {
        if (v.boxed || v.slot < 0 || static_cast<std::size_t>(v.slot) >= frame.slots.size()) continue;
        value(v.name, v.position, v.type, std::span(frame.slots).subspan(static_cast<std::size_t>(v.slot)));
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
    if (o.kind == Object::Kind::Map) most("number of entries of the map made here", where, o.count);
    if (o.kind == Object::Kind::Chan) most("number of elements in the channel made here", where, o.count);
    if (o.kind != Object::Kind::Cells) return;
    const std::string name = variable_name(env_, o);
    const std::uint32_t n = env_.program.types[o.type].slots;
    if (n != 0 && o.slots.size() > n) {
      most("number of elements of the slice made here", where, o.slots.size() / n);
    } else if (!name.empty()) {
      value(name, where, o.type, o.slots);
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
