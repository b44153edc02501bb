#include "model/runtime/mirror.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace model::runtime {

using program::TypeId;
using program::TypeKind;

namespace {

const program::RuntimeType& type_of(Interpreter& in, TypeId type) { return in.env().program.types[type]; }

/// internal/fmtsort: numbers by value (NaN first), strings by bytes, false before true, structs and arrays by their
/// parts, interfaces by type and then value.
int compare(Interpreter& in, const Mirror& a, const Mirror& b) {
  if (a.type != b.type) return a.type < b.type ? -1 : 1;
  if (a.type == 0) return 0;
  const program::RuntimeType& t = type_of(in, a.type);
  const auto order = [](auto x, auto y) { return x < y ? -1 : y < x ? 1 : 0; };
  const auto floating = [&](double x, double y) {
    if (std::isnan(x) || std::isnan(y)) return static_cast<int>(std::isnan(y)) - static_cast<int>(std::isnan(x));
    return order(x, y);
  };
  switch (t.kind) {
    case TypeKind::String:
      return order(in.text(a.value[0]), in.text(b.value[0]));
    case TypeKind::Float32:
    case TypeKind::Float64:
      return floating(float_of(t.kind, a.value[0].bits), float_of(t.kind, b.value[0].bits));
    case TypeKind::Complex64:
    case TypeKind::Complex128:
      for (std::size_t i = 0; i < 2; ++i) {
        if (const int c = floating(float_of(t.kind, a.value[i].bits), float_of(t.kind, b.value[i].bits))) return c;
      }
      return 0;
    case TypeKind::Struct:
    case TypeKind::Array:
      for (std::uint64_t i = 0; i < mirror_length(in, a); ++i) {
        if (const int c = compare(in, mirror_index(in, a, i), mirror_index(in, b, i))) return c;
      }
      return 0;
    case TypeKind::Interface:
      return compare(in, unwrapped(in, a), unwrapped(in, b));
    default:
      if (is_signed(t.kind)) {
        return order(static_cast<std::int64_t>(a.value[0].bits), static_cast<std::int64_t>(b.value[0].bits));
      }
      return order(a.value[0].bits, b.value[0].bits);
  }
}

}  // namespace

Mirror unwrapped(Interpreter& in, Mirror m) {
  if (m.type == 0 || type_of(in, m.type).kind != TypeKind::Interface) return m;
  const auto dynamic = static_cast<TypeId>(m.value[0].bits);
  if (dynamic == 0) return {};
  return {dynamic, in.unbox(m.value[0], m.value[1])};
}

std::uint64_t mirror_length(Interpreter& in, const Mirror& m) {
  if (m.type == 0) return 0;
  const program::RuntimeType& t = type_of(in, m.type);
  switch (t.kind) {
    case TypeKind::String:
      return in.text(m.value[0]).size();
    case TypeKind::Slice:
      return m.value[1].bits;
    case TypeKind::Array:
      return static_cast<std::uint64_t>(t.length);
    case TypeKind::Struct:
      return t.fields.size();
    case TypeKind::Map:
    case TypeKind::Chan:
      return m.value[0].ref ? in.world().object(m.value[0]).count : 0;
    default:
      return 0;
  }
}

Mirror mirror_index(Interpreter& in, const Mirror& m, std::uint64_t index) {
  const program::RuntimeType& t = type_of(in, m.type);
  if (t.kind == TypeKind::String) {
    TypeId byte = 0;
    for (TypeId i = 1; i < in.env().program.types.size() && byte == 0; ++i) {
      const program::RuntimeType& u = in.env().program.types[i];
      if (u.kind == TypeKind::Uint8 && !u.named) byte = i;
    }
    const auto bits = static_cast<std::uint8_t>(in.text(m.value[0])[index]);
    return {byte, {scalar(bits)}};
  }
  if (t.kind == TypeKind::Struct) {
    const program::Field& f = t.fields[index];
    const auto first = m.value.begin() + f.offset;
    return unwrapped(in, {f.type, {first, first + type_of(in, f.type).slots}});
  }
  const std::uint32_t n = type_of(in, t.element).slots;
  if (t.kind == TypeKind::Slice) {
    if (n == 0) return {t.element, {}};
    const auto at = ref_offset(m.value[0]) + static_cast<std::uint32_t>(index) * n;
    in.access(ref_object(m.value[0]), at, n, false);
    const auto first = in.world().object(m.value[0]).slots.begin() + at;
    return unwrapped(in, {t.element, {first, first + n}});
  }
  const auto first = m.value.begin() + static_cast<std::ptrdiff_t>(index * n);
  return unwrapped(in, {t.element, {first, first + n}});
}

Mirror mirror_entry(Interpreter& in, const Mirror& m, std::uint64_t index, bool key) {
  const program::RuntimeType& t = type_of(in, m.type);
  if (!m.value[0].ref) return {};
  in.access(ref_object(m.value[0]), 0, 1, false);
  const Object& o = in.world().object(m.value[0]);
  if (index >= o.count) return {};
  const std::uint32_t keys = type_of(in, t.key).slots, values = type_of(in, t.element).slots;
  const auto part = [&](std::uint64_t entry, bool of_key) {
    const auto first = o.slots.begin() + static_cast<std::ptrdiff_t>(entry * (keys + values) + (of_key ? 0 : keys));
    return unwrapped(in, {of_key ? t.key : t.element, {first, first + (of_key ? keys : values)}});
  };
  std::vector<std::uint64_t> order(o.count);
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](std::uint64_t a, std::uint64_t b) {
    return compare(in, part(a, true), part(b, true)) < 0;
  });
  return part(order[index], key);
}

}  // namespace model::runtime
