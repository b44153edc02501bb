// Places: variables, fields, elements, what pointers point to (Go spec, "Address operators", "Index expressions").

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"

namespace model::lower {

using namespace syntax;
using types::Type;

Place FunctionLowering::frame(Slot slot, Type* type) {
  Place p;
  p.kind = Place::Kind::Frame;
  p.slot = slot;
  p.type = type;
  return p;
}

Place FunctionLowering::memory(Slot ref, Type* type, bool not_nil) {
  Place p;
  p.kind = Place::Kind::Memory;
  p.slot = ref;
  p.type = type;
  p.not_nil = not_nil;
  return p;
}

Place FunctionLowering::variable(types::Var* v, Position position) {
  Type* type = resolve(v->type);
  if (v->var_kind == types::VarKind::Package) {
    if (lowering_.lacks_value(v)) {
      unreachable(position, "use of " + lowering_.facts(v->package).symbol + "." + v->name +
                                ", whose value is not modelled");
    }
    const Slot ref = alloc(1);
    add(position, {.op = Op::GlobalAddress, .a = ref,
                   .b = static_cast<std::int32_t>(lowering_.global(v))});
    return memory(ref, type, true);
  }
  const auto found = variables_.find(v);
  assert(found != variables_.end() && "a variable is declared before it is used");
  if (found->second.boxed) return memory(found->second.slot, type, true);
  return frame(found->second.slot, type);
}

Place FunctionLowering::place_of(const Expr* e, bool stable) {
  e = strip(e);
  const Position position = e->position;
  // A slot that a later assignment of the same statement may change is copied.
  const auto keep = [&](Slot slot, std::int32_t n) {
    if (!stable) return slot;
    const Slot kept = alloc(n);
    copy(position, kept, slot, n);
    return kept;
  };
  if (memo_.count(e) == 0) {
    switch (e->kind) {
      case Kind::Ident:
        if (as<Ident>(e)->is_blank()) return {};
        if (auto* v = types::try_as<types::Var>(info_.object_of(as<Ident>(e)))) {
          return variable(v, position);
        }
        break;
      case Kind::SelectorExpr: {
        const auto* s = as<SelectorExpr>(e);
        const types::Selection* selection = info_.selection(s);
        if (selection == nullptr) {
          if (auto* v = types::try_as<types::Var>(info_.use(s->sel))) return variable(v, position);
          break;
        }
        if (selection->kind != types::SelectionKind::FieldValue) break;
        Place base = place_of(s->x, stable);
        return path(std::move(base), selection->index, selection->index.size(), position, stable);
      }
      case Kind::StarExpr:
        return memory(keep(emit(as<StarExpr>(e)->x), 1), type_of(e));
      case Kind::IndexExpr: {
        const auto* i = as<IndexExpr>(e);
        if (info_.type_and_value(i->x).is_type()) break;
        Type* x_type = type_of(i->x);
        Type* u = types::core_type(x_type);
        if (u == nullptr) break;
        if (const auto* map = types::try_as<types::Map>(u)) {
          Place p;
          p.kind = Place::Kind::Map;
          p.slot = keep(emit(i->x), 1);
          p.key = alloc(slots(map->key));
          emit_as(i->indices[0], map->key, p.key);
          p.type = map->elem;
          p.map_type = x_type;
          return p;
        }
        if (const auto* slice = types::try_as<types::Slice>(u)) {
          const Slot x = keep(emit(i->x), slots(x_type));
          const Slot at = keep(index_value(i->indices[0]), 1);
          const Slot ref = alloc(1);
          Place p = memory(ref, slice->elem, true);
          p.pending.push_back(
              {.op = Op::SliceIndexAddress, .a = ref, .b = x, .c = at, .n = slots(slice->elem)});
          return stable ? p : settled(std::move(p), position);
        }
        Place array;
        if (const auto* pointer = types::try_as<types::Pointer>(u)) {
          array = memory(keep(emit(i->x), 1), pointer->elem);
        } else if (types::is<types::Array>(u)) {
          array = place_of(i->x, stable);
        } else {
          break;
        }
        const auto* a = types::under<types::Array>(array.type);
        const std::int32_t n = slots(a->elem);
        const types::TypeAndValue& constant = info_.type_and_value(i->indices[0]);
        if (constant.is_constant()) {
          const auto at = static_cast<std::int32_t>(types::constant::int64_value(
              types::constant::to_int(constant.value)).value_or(0));
          if (array.kind == Place::Kind::Frame) return frame(array.slot + at * n, a->elem);
          array.offset += at * n;
          array.type = a->elem;
          return array;
        }
        const Slot at = keep(index_value(i->indices[0]), 1);
        const auto length = static_cast<std::int32_t>(a->len);
        if (array.kind == Place::Kind::Memory) {
          Slot base = array.slot;
          Place p = memory(alloc(1), a->elem, true);
          p.pending = std::move(array.pending);
          if (array.offset != 0) {
            base = alloc(1);
            p.pending.push_back({.op = Op::FieldAddress, .a = base, .b = array.slot, .c = array.offset});
          }
          p.pending.push_back(
              {.op = Op::ArrayIndexAddress, .a = p.slot, .b = base, .c = at, .d = length, .n = n});
          return stable ? p : settled(std::move(p), position);
        }
        Place p;
        p.kind = Place::Kind::Element;
        p.slot = at;
        p.element_slots = n;
        p.length = length;
        p.type = a->elem;
        p.base = std::make_shared<Place>(std::move(array));
        return p;
      }
      default: break;
    }
  }
  return frame(emit(e), type_of(e));
}

/// Field `index` of a struct, or of what a pointer to a struct points to.
Place FunctionLowering::field(Place base, int index, Position position, bool stable) {
  Type* type = base.type;
  if (const auto* pointer = types::under<types::Pointer>(type)) {
    type = pointer->elem;
    base = memory(load(base, position, stable ? alloc(1) : kNoSlot), type);
  }
  const auto* s = types::under<types::Struct>(type);
  assert(s != nullptr);
  const auto i = static_cast<std::size_t>(index);
  const auto offset = static_cast<std::int32_t>(types().of(type).fields[i].offset);
  base.type = s->fields[i]->type;
  if (base.kind == Place::Kind::Frame) {
    base.slot += offset;
  } else if (base.kind == Place::Kind::Map) {
    base = frame(load(base, position) + offset, base.type);
  } else {
    base.offset += offset;
  }
  return base;
}

Place FunctionLowering::path(Place base, const std::vector<int>& index, std::size_t n,
                             Position position, bool stable) {
  for (std::size_t i = 0; i < n; ++i) base = field(std::move(base), index[i], position, stable);
  return base;
}

/// The place with its reference there.
Place FunctionLowering::settled(Place p, Position position) {
  for (const program::Instruction& in : p.pending) add(position, in);
  p.pending.clear();
  return p;
}

Slot FunctionLowering::load(const Place& place, Position position, Slot dst) {
  const Place p = settled(place, position);
  const std::int32_t n = slots(p.type);
  switch (p.kind) {
    case Place::Kind::Blank: break;
    case Place::Kind::Frame:
      if (dst < 0) return p.slot;
      copy(position, dst, p.slot, n);
      return dst;
    case Place::Kind::Element: {
      const Slot array = load(*p.base, position);
      const bool whole = p.element_slots == n;
      const Slot element = whole ? want(dst, n) : alloc(p.element_slots);
      add(position, {.op = Op::FrameLoad, .a = element, .b = array, .c = p.slot, .d = p.length,
                     .n = p.element_slots});
      if (whole) return element;
      if (dst < 0) return element + p.offset;
      copy(position, dst, element + p.offset, n);
      return dst;
    }
    case Place::Kind::Memory:
      dst = want(dst, n);
      add(position, {.op = Op::Load, .a = dst, .b = p.slot, .c = p.offset, .n = n});
      return dst;
    case Place::Kind::Map: {
      dst = want(dst, n);
      add(position, {.op = Op::MapLoad, .a = dst, .b = p.slot, .c = p.key, .d = type_id(p.map_type)});
      return dst;
    }
  }
  assert(false && "the blank variable has no value");
  return kNoSlot;
}

void FunctionLowering::store(const Place& place, Slot value, Position position) {
  if (place.kind == Place::Kind::Blank) return;
  const Place p = settled(place, position);
  const std::int32_t n = slots(p.type);
  switch (p.kind) {
    case Place::Kind::Blank: return;
    case Place::Kind::Frame: return copy(position, p.slot, value, n);
    case Place::Kind::Element: {
      Slot element = value;
      const Slot array = load(*p.base, position);
      if (p.element_slots != n) {
        element = alloc(p.element_slots);
        add(position, {.op = Op::FrameLoad, .a = element, .b = array, .c = p.slot, .d = p.length,
                       .n = p.element_slots});
        copy(position, element + p.offset, value, n);
      }
      add(position, {.op = Op::FrameStore, .a = array, .b = p.slot, .c = element, .d = p.length,
                     .n = p.element_slots});
      if (p.base->kind != Place::Kind::Frame) store(*p.base, array, position);
      return;
    }
    case Place::Kind::Memory:
      add(position, {.op = Op::Store, .a = p.slot, .b = value, .c = p.offset, .n = n});
      return;
    case Place::Kind::Map:
      add(position, {.op = Op::MapStore, .a = p.slot, .b = p.key, .c = value, .d = type_id(p.map_type)});
      return;
  }
}

/// &x of what lives in memory.
Slot FunctionLowering::address(const Place& place, Position position, Slot dst) {
  const Place p = settled(place, position);
  if (p.kind != Place::Kind::Memory) {
    // Only a value that is in no variable (a composite literal, a result) comes here: it gets one.
    const Slot value = load(p, position);
    dst = want(dst, 1);
    add(position, {.op = Op::New, .a = dst, .d = type_id(p.type)});
    add(position, {.op = Op::Store, .a = dst, .b = value, .c = 0, .n = slots(p.type)});
    return dst;
  }
  if (p.offset == 0) {
    if (!p.not_nil) add(position, {.op = Op::NilCheck, .a = p.slot});
    if (dst < 0) return p.slot;
    copy(position, dst, p.slot, 1);
    return dst;
  }
  dst = want(dst, 1);
  add(position, {.op = Op::FieldAddress, .a = dst, .b = p.slot, .c = p.offset});
  return dst;
}

}  // namespace model::lower
