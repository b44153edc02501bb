// Loads, stores, addresses and allocation; which plain accesses are visible; races.

#include <algorithm>
#include <cassert>

#include "model/program/natives.hpp"
#include "model/runtime/dump.hpp"
#include "model/runtime/interpreter.hpp"

namespace model::runtime {

using program::Instruction;
using program::Op;
using program::TypeKind;

namespace {

/// The abstract location of a slot: its allocation site, and its place in the object or, in an array, in the element.
std::uint64_t abstract_location(const Environment& env, const Object& o, std::uint32_t offset) {
  if (o.kind == Object::Kind::Map) return std::uint64_t{o.site} << 32;
  const program::RuntimeType& type = env.program.types[o.type];
  const std::uint32_t size = type.slots;
  std::uint32_t place = size != 0 ? offset % size : 0;
  if (type.kind == TypeKind::Array) {
    const std::uint32_t element = env.program.types[type.element].slots;
    if (element != 0) place %= element;
  }
  return std::uint64_t{o.site} << 32 | place;
}

/// What an instruction accesses plainly by itself: `count` slots from `first` on behind the reference in slot `ref` (-1: nothing).
/// Count 0: an element.
struct PlainAccess {
  std::int32_t ref = -1;
  std::uint32_t first = 0, count = 0;
  bool write = false;
};

PlainAccess plain_access(const Instruction& in) {
  const auto slots = [&](std::int32_t ref, bool write) {
    return PlainAccess{ref, static_cast<std::uint32_t>(in.c), static_cast<std::uint32_t>(in.n), write};
  };
  switch (in.op) {
    case Op::Load:
      return slots(in.b, false);
    case Op::Store:
      return slots(in.a, true);
    case Op::MapLoad:
    case Op::MapLen:
    case Op::MapIterBegin:
      return {in.b, 0, 1, false};
    case Op::MapStore:
    case Op::MapDelete:
    case Op::MapClear:
      return {in.a, 0, 1, true};
    case Op::Append:
    case Op::AppendString:
    case Op::CopySlice:
    case Op::CopyString:
      return {in.b, 0, 0, true};
    case Op::StringFromBytes:
    case Op::StringFromRunes:
      return {in.b, 0, 0, false};
    case Op::ClearSlice:
      return {in.a, 0, 0, true};
    default:
      return {};
  }
}

}  // namespace

/// Must the goroutine stop before this plain access? In the literal machine before every access of the heap, else before
/// those of locations that are known to race.
bool Interpreter::visible_access(const Instruction& in) {
  const bool literal = env_.literal();
  if (!literal && env_.visible_locations.empty()) return false;
  if (in.op == Op::Native) return visible_native(in);
  const PlainAccess plain = plain_access(in);
  if (plain.ref < 0) return false;
  std::uint32_t count = plain.count;
  if (function().untracked) return false;
  const Slot s = slot(plain.ref);
  if (!s.ref) {
    if (in.op == Op::CopySlice || in.op == Op::Append) {
      const Slot other = slot(in.c);
      if (!other.ref) return false;
      return literal ||
             env_.visible_locations.contains(abstract_location(env_, world_.object(other), ref_offset(other)));
    }
    return false;
  }
  if (literal) return true;
  const Object& o = world_.object(s);
  if (count == 0) count = env_.program.types[o.type].slots;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (env_.visible_locations.contains(abstract_location(env_, o, ref_offset(s) + plain.first + i))) {
      return true;
    }
  }
  if ((in.op == Op::CopySlice || in.op == Op::Append) && slot(in.c).ref) {
    const Slot other = slot(in.c);
    return env_.visible_locations.contains(
        abstract_location(env_, world_.object(other), ref_offset(other)));
  }
  return false;
}

/// A native of internal/machine that looks into the caller's memory, for fmt, errors and sort.
bool Interpreter::visible_native(const Instruction& in) {
  using program::Native;
  switch (static_cast<Native>(in.d)) {
    case Native::Elem:
    case Native::Assign:
    case Native::MapKey:
    case Native::MapValue:
    case Native::Index:
    case Native::Bytes:
    case Native::Swap:
      break;
    default:
      return false;
  }
  Slot payload = slot(in.b + 1);
  const program::RuntimeType& type = env_.program.types[slot(in.b).bits];
  if (type.kind == TypeKind::Slice) payload = unbox(slot(in.b), payload)[0];
  if (type.kind != TypeKind::Slice && type.kind != TypeKind::Map && type.kind != TypeKind::Pointer) return false;
  if (!payload.ref) return false;
  if (env_.literal()) return true;
  const Object& o = world_.object(payload);
  const std::uint32_t n = type.kind == TypeKind::Map ? 1 : env_.program.types[type.element].slots;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (env_.visible_locations.contains(abstract_location(env_, o, ref_offset(payload) + i))) return true;
  }
  return false;
}

/// A write of memory that expressions of the spec read: a step, so that each value of theirs is that of a state.
bool Interpreter::watched_write(const Instruction& in) {
  if (env_.watched_locations.empty() || !watching()) return false;
  const PlainAccess plain = plain_access(in);
  if (!plain.write) return false;
  const Slot s = slot(plain.ref);
  if (!s.ref) return false;
  const Object& o = world_.object(s);
  std::uint32_t count = plain.count;
  if (count == 0) count = std::max(1U, env_.program.types[o.type].slots);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (env_.watched_locations.contains(abstract_location(env_, o, ref_offset(s) + plain.first + i))) return true;
  }
  return false;
}

void Interpreter::access(std::uint32_t object, std::uint32_t offset, std::uint32_t n, bool write) {
  if (n == 0) return;
  if (evaluating_) {
    for (std::uint32_t i = 0; i < n && read_locations_ != nullptr; ++i) {
      read_locations_->push_back(abstract_location(env_, world_.object(object), offset + i));
    }
    return;
  }
  const bool untracked = function().untracked;
  if (untracked && log_.hidden != nullptr) log_.hidden->push_back({object, write});
  // What a native looks at is the caller's.
  if (untracked && instruction().op != Op::Native) return;
  if (log_.wants_actions) {
    Action* action = act(write ? Action::Kind::Write : Action::Kind::Read, make_ref(object, offset), n);
    describe_memory(*action, object);
  }
  see_sync_words(object, offset, n);
  if (write) see_write(object, offset, n);
  if (!world_.tracks()) return;
  Knowledge& knowledge = world_.knowledge();
  tell_races(object,
             write || remembers_reads(object, offset, n) ? knowledge.access(self_, object, offset, n, write, false)
                                                         : knowledge.conflicts(self_, object, offset, n, write, false),
             write);
}

// Reads of what is never written. Who has read a place matters to whoever writes it later. Most memory that goroutines
// share is written when it is made and read from then on (fields that hold channels and mutexes, captured variables), and
// all ways in which the readers may be ordered are as many states. So reads are remembered only at abstract locations of
// which some step has been seen to write to an object that an earlier step has made.
// Claim: in a search in which no step asks for more, the races are those of a search that remembers all reads.
// - A race of a read with a later write is between two goroutines, so between two steps, and the object is there before the
//   second: that step writes to an object which an earlier one has made (see World::is_new for goroutines that run in the
//   step that makes it). The location is among the written ones, or the step asks for it: then the search is
//   not the last. So is a write before any goroutine was started: what it asks for may be more than is needed.
// - Reads themselves are compared with earlier writes as before, and those are all remembered.
// - A set of rows that is smaller by rows which nobody asks for changes nothing else: World::tracks() is false for want of rows
//   only when there is one goroutine, and the rows that it would add are known to all who are alive.
// Price: another round for a location that the walks before the search (checker/search/written.hpp) have not come to.
// Switch: MachineOptions::only_written, --reduction none. Test: tests/soundness/rules/UnseenWrite.go, soundness-races.
void Interpreter::see_write(std::uint32_t object, std::uint32_t offset, std::uint32_t n) {
  if (!env_.only_written || world_.is_new(object) || env_.options.mutation == Mutation::UnseenWrite) return;
  const Object& o = world_.object(object);
  for (std::uint32_t at = offset; at < offset + n; ++at) {
    const std::uint64_t location = abstract_location(env_, o, at);
    if (env_.written_locations.contains(location)) continue;
    fail(Failure::Kind::NeedsReads, {});
    log_.failures.back().location = location;
  }
}

/// Words of objects of sync and sync/atomic are written by their methods.
bool Interpreter::remembers_reads(std::uint32_t object, std::uint32_t offset, std::uint32_t n) {
  if (!env_.only_written) return true;
  const Object& o = world_.object(object);
  for (std::uint32_t at = offset; at < offset + n; ++at) {
    if (o.kind != Object::Kind::Map && env_.has_sync_words[o.type] && env_.is_sync_word(o.type, at)) return true;
    if (env_.written_locations.contains(abstract_location(env_, o, at))) return true;
  }
  return false;
}

/// Objects of sync and sync/atomic race with those who copy or overwrite them. That is rare, and who has used one last is a lot to
/// remember: so their methods only ask for plain accesses that they are not ordered after, until a plain access of such a
/// word asks for it to be visible (see_sync_words). Plain accesses of new objects ask for nothing: nobody else has used
/// them before, and whoever does later asks for conflicts.
void Interpreter::atomic_access(std::uint32_t object, std::uint32_t offset, std::uint32_t n,
                                bool write) {
  if (log_.wants_actions) {
    log_.actions.back().access = true;
    describe_memory(log_.actions.back(), object);
  }
  const auto& frames = g_->frames;
  const bool is_function = !function().name.starts_with("sync/atomic.(*") && function().name.starts_with("sync/atomic.") &&
                           frames.size() >= 2 && !env_.program.functions[frames[frames.size() - 2].function].is_library;
  const bool remembers =
      is_function || env_.visible_locations.contains(abstract_location(env_, world_.object(object), offset));
  if (write && remembers) see_write(object, offset, n);
  if (!world_.tracks()) return;
  Knowledge& knowledge = world_.knowledge();
  tell_races(object, remembers ? knowledge.access(self_, object, offset, n, write, true)
                               : knowledge.conflicts(self_, object, offset, n, write, true),
             write);
}

void Interpreter::see_sync_words(std::uint32_t object, std::uint32_t offset, std::uint32_t n) {
  const Object& o = world_.object(object);
  if (o.kind == Object::Kind::Map || !env_.has_sync_words[o.type] || !env_.options.races || world_.is_new(object)) return;
  for (std::uint32_t at = offset; at < offset + n; ++at) {
    if (!env_.is_sync_word(o.type, at)) continue;
    const std::uint64_t location = abstract_location(env_, o, at);
    if (env_.visible_locations.contains(location)) continue;
    ask_to_see(location);
    ask_to_see(kSyncWords);
  }
}

/// Every racing place is reported, as each is to become visible: a copy of a struct may race in several fields.
void Interpreter::tell_races(std::uint32_t object, const std::vector<std::uint32_t>& races, bool write) {
  if (races.empty()) return;
  const Object& o = world_.object(object);
  std::vector<std::uint64_t> locations;
  for (const std::uint32_t at : races) locations.push_back(abstract_location(env_, o, at));
  std::ranges::sort(locations);
  locations.erase(std::ranges::unique(locations).begin(), locations.end());
  for (const std::uint64_t location : locations) {
    Failure f;
    f.kind = Failure::Kind::Race;
    f.location = location;
    f.position = user_position();
    f.other_position = env_.site_position(o.site);
    f.goroutine = self_;
    f.message = "data race";
    f.write = write;
    log_.failures.push_back(std::move(f));
  }
}

/// For reports: the abstract location of each slot of an access, the memory's name.
void Interpreter::describe_memory(Action& action, std::uint32_t object) {
  const Object& o = world_.object(object);
  for (std::uint32_t i = 0; i < action.count; ++i) {
    action.locations.push_back(abstract_location(env_, o, action.offset + i));
  }
  if (!world_.names()->texts) return;
  action.made_at = env_.site_position(o.site);
  action.name = o.kind == Object::Kind::Map ? "map" : variable_name(env_, o);
}

Interpreter::Flow Interpreter::load(const Instruction& in) {
  const Slot ref = slot(in.b);
  if (!ref.ref) {
    panic_nil_dereference();
    return Flow::Stay;
  }
  const std::uint32_t from = ref_offset(ref) + static_cast<std::uint32_t>(in.c);
  const auto n = static_cast<std::uint32_t>(in.n);
  access(ref_object(ref), from, n, false);
  const Object& o = world_.object(ref);
  assert(from + n <= o.slots.size());
  for (std::uint32_t i = 0; i < n; ++i) slot(in.a + static_cast<std::int32_t>(i)) = o.slots[from + i];
  return Flow::Next;
}

Interpreter::Flow Interpreter::store(const Instruction& in) {
  const Slot ref = slot(in.a);
  if (!ref.ref) {
    panic_nil_dereference();
    return Flow::Stay;
  }
  const std::uint32_t to = ref_offset(ref) + static_cast<std::uint32_t>(in.c);
  const auto n = static_cast<std::uint32_t>(in.n);
  access(ref_object(ref), to, n, true);
  Object& o = world_.change_object(ref);
  assert(to + n <= o.slots.size());
  for (std::uint32_t i = 0; i < n; ++i) o.slots[to + i] = slot(in.b + static_cast<std::int32_t>(i));
  return Flow::Next;
}

Interpreter::Flow Interpreter::memory(const Instruction& in) {
  const auto index_panic = [&](std::int64_t index, std::int64_t length) {
    panic_bounds("index out of range [" + std::to_string(index) + "]" +
                  (index < 0 ? "" : " with length " + std::to_string(length)));
    return Flow::Stay;
  };
  switch (in.op) {
    case Op::FrameLoad:
    case Op::FrameStore: {
      const bool is_load = in.op == Op::FrameLoad;
      const auto index = static_cast<std::int64_t>(slot(is_load ? in.c : in.b).bits);
      if (index < 0 || index >= in.d) return index_panic(index, in.d);
      const std::int32_t element = (is_load ? in.b : in.a) + static_cast<std::int32_t>(index) * in.n;
      for (std::int32_t i = 0; i < in.n; ++i) {
        if (is_load) {
          slot(in.a + i) = slot(element + i);
        } else {
          slot(element + i) = slot(in.c + i);
        }
      }
      return Flow::Next;
    }
    case Op::New: {
      if (env_.program.types[in.d].slots > kSlotLimit) {
        unmodelled("a variable of type " + env_.program.types[in.d].name + " is not modelled");
        return Flow::Stay;
      }
      Object o;
      o.kind = Object::Kind::Cells;
      o.type = static_cast<std::uint32_t>(in.d);
      o.site = current_site();
      o.slots.resize(env_.program.types[in.d].slots);
      const auto n = static_cast<std::uint32_t>(o.slots.size());
      const std::uint32_t number = world_.add_object(std::move(o));
      slot(in.a) = make_ref(number, 0);
      // Zeroing is a write: it matters where a racy location may publish the object.
      if (env_.literal() || !env_.visible_locations.empty()) access(number, 0, n, true);
      return Flow::Next;
    }
    case Op::FieldAddress:
    case Op::NilCheck: {
      const Slot ref = slot(in.op == Op::NilCheck ? in.a : in.b);
      if (!ref.ref) {
        panic_nil_dereference();
        return Flow::Stay;
      }
      if (in.op == Op::FieldAddress) {
        slot(in.a) = make_ref(ref_object(ref), ref_offset(ref) + static_cast<std::uint32_t>(in.c));
      }
      return Flow::Next;
    }
    case Op::ArrayIndexAddress:
    case Op::SliceIndexAddress: {
      const Slot ref = slot(in.b);
      const auto index = static_cast<std::int64_t>(slot(in.c).bits);
      const bool is_slice = in.op == Op::SliceIndexAddress;
      if (!is_slice && !ref.ref) {
        panic_nil_dereference();
        return Flow::Stay;
      }
      const std::int64_t length = is_slice ? static_cast<std::int64_t>(slot(in.b + 1).bits) : in.d;
      if (index < 0 || index >= length) return index_panic(index, length);
      slot(in.a) = make_ref(ref_object(ref), ref_offset(ref) +
                                                 static_cast<std::uint32_t>(index) *
                                                     static_cast<std::uint32_t>(in.n));
      return Flow::Next;
    }
    case Op::MakeChan: {
      std::int64_t size = 0;
      if (in.b >= 0) {
        const std::uint64_t bits = slot(in.b).bits;
        size = static_cast<std::int64_t>(bits);
        if (size < 0 || size > (std::int64_t{1} << 40)) {
          panic_plain("makechan: size out of range");
          return Flow::Stay;
        }
      }
      Object o;
      o.kind = Object::Kind::Chan;
      o.type = static_cast<std::uint32_t>(in.d);
      o.site = current_site();
      o.capacity = static_cast<std::uint32_t>(size);
      o.bubble = g_->bubble;
      slot(in.a) = make_ref(world_.add_object(std::move(o)), 0);
      return Flow::Next;
    }
    case Op::ChanCap: {
      const Slot ref = slot(in.b);
      slot(in.a) = scalar(ref.ref && !world_.object(ref).of_timer ? world_.object(ref).capacity : 0);
      return Flow::Next;
    }
    case Op::ChanClosed: {
      const Slot ref = slot(in.b);
      slot(in.a) = scalar(ref.ref && world_.object(ref).closed ? 1 : 0);
      return Flow::Next;
    }
    case Op::TimerNew: {
      Object o;
      o.kind = Object::Kind::Timer;
      o.site = current_site();
      o.slots = {slot(in.b), slot(in.b + 1)};
      o.bubble = g_->bubble;
      if (env_.options.go_version >= 23 && o.slots[1].ref) world_.change_object(o.slots[1]).of_timer = true;
      slot(in.a) = make_ref(world_.add_object(std::move(o)), 0);
      return Flow::Next;
    }
    default:
      assert(false);
      return Flow::Stay;
  }
}

}  // namespace model::runtime
