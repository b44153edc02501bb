// Maps: Go spec, "Map types", "Index expressions", "For statements with range clause". Entries are kept in the order of
// their keys where those are scalars, so that the order of insertion tells no states apart; with references in the keys
// the order of insertion is kept (it costs merging, nothing else).

#include "model/runtime/map.hpp"

#include <algorithm>
#include <cassert>

namespace model::runtime {

using program::Instruction;
using program::Op;
using program::TypeId;
using program::TypeKind;

namespace {

bool less(std::span<const Slot> a, std::span<const Slot> b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].bits != b[i].bits) return a[i].bits < b[i].bits;
  }
  return false;
}
/// The same words: so is a NaN to itself, which == does not tell.
bool identical(std::span<const Slot> a, std::span<const Slot> b) {
  return std::ranges::equal(a, b, [](const Slot& x, const Slot& y) {
    return x.bits == y.bits && x.ref == y.ref;
  });
}
bool has_reference(std::span<const Slot> key) {
  return std::ranges::any_of(key, [](const Slot& s) { return s.ref; });
}

}  // namespace

MapAccess::MapAccess(Interpreter& in, TypeId type) : in_(in) {
  const program::RuntimeType& t = in.env().program.types[type];
  key_type_ = t.key;
  key_slots_ = in.env().program.types[t.key].slots;
  value_slots_ = in.env().program.types[t.element].slots;
}

std::span<const Slot> MapAccess::key(const Object& map, std::uint32_t entry) const {
  return std::span(map.slots).subspan(entry * (key_slots_ + value_slots_), key_slots_);
}
std::span<const Slot> MapAccess::value(const Object& map, std::uint32_t entry) const {
  return std::span(map.slots).subspan(entry * (key_slots_ + value_slots_) + key_slots_, value_slots_);
}

/// typehash: panics on an interface that holds what cannot be hashed.
bool MapAccess::unhashable(TypeId type, std::span<const Slot> key, bool is_empty) {
  const program::RuntimeType& t = in_.env().program.types[type];
  switch (t.kind) {
    case TypeKind::Interface: {
      if (key[0].bits == 0) return false;
      const auto dynamic = static_cast<TypeId>(key[0].bits);
      if (!in_.env().program.types[dynamic].comparable) {
        const std::string& name = in_.env().program.types[dynamic].name;
        // Go 1.24: a look-up in a map without entries finds it out without hashing (internal/runtime/maps, mapKeyError).
        if (is_empty && in_.env().options.go_version >= 24) {
          in_.panic_value(scalar(in_.env().unhashable_error), in_.string_slot(name));
          return true;
        }
        in_.panic_runtime("hash of unhashable type " + name);
        return true;
      }
      const std::vector<Slot> value = in_.unbox(key[0], key[1]);
      return unhashable(dynamic, value, is_empty);
    }
    case TypeKind::Struct:
      return std::ranges::any_of(t.fields, [&](const program::Field& f) {
        return unhashable(f.type, key.subspan(f.offset, in_.env().program.types[f.type].slots), is_empty);
      });
    case TypeKind::Array: {
      const std::uint32_t n = in_.env().program.types[t.element].slots;
      for (std::int64_t i = 0; i < t.length; ++i) {
        if (unhashable(t.element, key.subspan(static_cast<std::size_t>(i) * n, n), is_empty)) return true;
      }
      return false;
    }
    default:
      return false;
  }
}

std::int64_t MapAccess::find(const Object& map, std::span<const Slot> wanted, bool& panicked, bool stores) {
  if (unhashable(key_type_, wanted, map.count == 0 && !stores)) {
    panicked = true;
    return -1;
  }
  for (std::uint32_t i = 0; i < map.count; ++i) {
    if (in_.equal(key_type_, key(map, i), wanted, panicked)) return i;
    if (panicked) return -1;
  }
  return -1;
}

void MapAccess::insert(Object& map, std::span<const Slot> new_key, std::span<const Slot> new_value) {
  std::uint32_t at = map.count;
  if (!has_reference(new_key)) {
    at = 0;
    while (at < map.count && !has_reference(key(map, at)) && less(key(map, at), new_key)) ++at;
  }
  const auto where = map.slots.begin() + static_cast<std::ptrdiff_t>(at * (key_slots_ + value_slots_));
  const auto after = map.slots.insert(where, new_value.begin(), new_value.end());
  map.slots.insert(after, new_key.begin(), new_key.end());
  ++map.count;
}

void MapAccess::erase(Object& map, std::int64_t at) {
  const auto size = static_cast<std::ptrdiff_t>(key_slots_ + value_slots_);
  const auto first = map.slots.begin() + at * size;
  map.slots.erase(first, first + size);
  --map.count;
}

Interpreter::Flow Interpreter::map_operation(const Instruction& in) {
  const auto type = static_cast<TypeId>(in.d);
  if (in.op == Op::MakeMap) {
    Object o;
    o.kind = Object::Kind::Map;
    o.type = type;
    o.site = current_site();
    slot(in.a) = make_ref(world_.add_object(std::move(o)), 0);
    return Flow::Next;
  }
  if (in.op == Op::MapLen) {
    const Slot ref = slot(in.b);
    if (ref.ref) access(ref_object(ref), 0, 1, false);
    slot(in.a) = scalar(ref.ref ? world_.object(ref).count : 0);
    return Flow::Next;
  }
  MapAccess map(*this, type);
  const bool reads = in.op == Op::MapLoad || in.op == Op::MapIterBegin;
  const Slot ref = slot(reads ? in.b : in.a);
  const std::int32_t key_at = in.op == Op::MapLoad ? in.c : in.b;
  const auto copy = [&](std::int32_t from, std::uint32_t n) {
    const Slot* base = frame().slots.data() + from;
    return std::vector<Slot>(base, base + n);
  };
  if (ref.ref) access(ref_object(ref), 0, 1, !reads);
  static const Object kNilMap;
  bool panicked = false;
  switch (in.op) {
    case Op::MapLoad: {
      const Object& o = ref.ref ? world_.object(ref) : kNilMap;
      const std::int64_t at = map.find(o, copy(key_at, map.key_slots()), panicked, in.flag != 0);
      if (panicked) return Flow::Stay;
      for (std::uint32_t i = 0; i < map.value_slots() && in.a >= 0; ++i) {
        slot(in.a + static_cast<std::int32_t>(i)) =
            at < 0 ? Slot{} : map.value(o, static_cast<std::uint32_t>(at))[i];
      }
      if (in.e >= 0) slot(in.e) = scalar(at >= 0 ? 1 : 0);
      return Flow::Next;
    }
    case Op::MapStore: {
      if (!ref.ref) {
        panic_plain("assignment to entry in nil map");
        return Flow::Stay;
      }
      const std::vector<Slot> key = copy(key_at, map.key_slots());
      const std::int64_t at = map.find(world_.object(ref), key, panicked, true);
      if (panicked) return Flow::Stay;
      const std::vector<Slot> value = copy(in.c, map.value_slots());
      Object& o = world_.change_object(ref);
      if (at < 0) {
        map.insert(o, key, value);
        return Flow::Next;
      }
      const auto entry = o.slots.begin() + at * static_cast<std::ptrdiff_t>(map.key_slots() + map.value_slots());
      if (identical(key, map.key(o, static_cast<std::uint32_t>(at)))) {
        std::ranges::copy(value, entry + map.key_slots());
      } else if (has_reference(key)) {
        std::ranges::copy(value, std::ranges::copy(key, entry).out);
      } else {  // -0 takes the place of +0 (NeedKeyUpdate of internal/abi)
        map.erase(o, at);
        map.insert(o, key, value);
      }
      return Flow::Next;
    }
    case Op::MapDelete: {
      const Object& o = ref.ref ? world_.object(ref) : kNilMap;
      const std::int64_t at = map.find(o, copy(key_at, map.key_slots()), panicked);
      if (panicked) return Flow::Stay;
      if (at >= 0) map.erase(world_.change_object(ref), at);
      return Flow::Next;
    }
    case Op::MapClear:
      if (ref.ref) {
        Object& o = world_.change_object(ref);
        o.slots.clear();
        o.count = 0;
      }
      return Flow::Next;
    default: {
      assert(in.op == Op::MapIterBegin);
      Object iterator;
      iterator.kind = Object::Kind::Iterator;
      iterator.type = type;
      iterator.slots.push_back(ref);
      if (ref.ref) {
        const Object& o = world_.object(ref);
        for (std::uint32_t i = 0; i < o.count; ++i) {
          const auto key = map.key(o, i);
          iterator.slots.insert(iterator.slots.end(), key.begin(), key.end());
        }
        iterator.capacity = o.count;
      }
      slot(in.a) = make_ref(world_.add_object(std::move(iterator)), 0);
      return Flow::Next;
    }
  }
}

namespace {

/// The iterator's two lists: keys that were there at the start and are still to come (a key deleted before it is reached
/// never comes), and keys produced. Keys that are in neither were added meanwhile: they may come or not.
struct Lists {
  Lists(const MapAccess& map, const Object& iterator) {
    const std::uint32_t n = map.key_slots();
    const auto all = std::span(iterator.slots).subspan(1);
    for (std::uint32_t i = 0; i < iterator.capacity; ++i) coming.push_back(all.subspan(i * n, n));
    for (std::uint32_t i = 0; i < iterator.count; ++i) {
      produced.push_back(all.subspan((iterator.capacity + i) * n, n));
    }
  }
  std::vector<std::span<const Slot>> coming, produced;
};

}  // namespace

std::vector<std::int32_t> iteration_choices(Interpreter& in, const Instruction& next) {
  const Object& iterator = in.world().object(in.slot(next.b));
  const Slot ref = iterator.slots[0];
  std::vector<std::int32_t> choices;
  bool may_end = true;
  if (ref.ref) {
    MapAccess map(in, static_cast<TypeId>(next.d));
    const Object& o = in.world().object(ref);
    const Lists lists(map, iterator);
    bool panicked = false;
    const auto among = [&](const std::vector<std::span<const Slot>>& keys, std::span<const Slot> key) {
      return std::ranges::any_of(
          keys, [&](std::span<const Slot> k) { return identical(k, key) || in.equal(map.key_type(), k, key, panicked); });
    };
    for (std::uint32_t i = 0; i < o.count; ++i) {
      const auto key = map.key(o, i);
      const bool coming = among(lists.coming, key);
      if (!coming && among(lists.produced, key)) continue;
      choices.push_back(static_cast<std::int32_t>(i));
      may_end = may_end && !coming;
    }
  }
  if (may_end) choices.push_back(-1);
  return choices;
}

void iterate(Interpreter& in, const Instruction& next, std::int32_t entry) {
  const Slot iterator_ref = in.slot(next.b);
  const Slot ref = in.world().object(iterator_ref).slots[0];
  if (ref.ref) in.access(ref_object(ref), 0, 1, false);
  in.slot(next.a) = scalar(entry >= 0 ? 1 : 0);
  if (entry < 0) return in.next();
  MapAccess map(in, static_cast<TypeId>(next.d));
  const Object& o = in.world().object(ref);
  const auto key = map.key(o, static_cast<std::uint32_t>(entry));
  const auto value = map.value(o, static_cast<std::uint32_t>(entry));
  // A key that is not equal to itself is a new one each time. Keys are told apart by their words
  // here, so nothing says which of several such keys was produced.
  for (std::uint32_t i = 0; i < o.count; ++i) {
    if (i != static_cast<std::uint32_t>(entry) && identical(map.key(o, i), key)) {
      return in.unmodelled("range over a map with the same NaN as a key twice");
    }
  }
  for (std::size_t i = 0; i < key.size() && next.c >= 0; ++i) {
    in.slot(next.c + static_cast<std::int32_t>(i)) = key[i];
  }
  for (std::size_t i = 0; i < value.size() && next.e >= 0; ++i) {
    in.slot(next.e + static_cast<std::int32_t>(i)) = value[i];
  }
  // Move the key from one list to the other, which is kept in order where that is possible.
  const std::vector<Slot> moved(key.begin(), key.end());
  Object& iterator = in.world().change_object(iterator_ref);
  const Lists lists(map, iterator);
  std::vector<std::vector<Slot>> coming, produced;
  bool panicked = false;
  for (const auto k : lists.coming) {
    if (!identical(k, moved) && !in.equal(map.key_type(), k, moved, panicked)) coming.emplace_back(k.begin(), k.end());
  }
  for (const auto k : lists.produced) produced.emplace_back(k.begin(), k.end());
  auto at = produced.end();
  if (!has_reference(moved)) {
    at = std::ranges::find_if(produced, [&](const auto& k) { return has_reference(k) || less(moved, k); });
  }
  produced.insert(at, moved);
  iterator.slots.resize(1);
  for (const auto& list : {coming, produced}) {
    for (const auto& k : list) iterator.slots.insert(iterator.slots.end(), k.begin(), k.end());
  }
  iterator.capacity = static_cast<std::uint32_t>(coming.size());
  iterator.count = static_cast<std::uint32_t>(produced.size());
  in.next();
}

}  // namespace model::runtime
