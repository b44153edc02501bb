#include "model/runtime/size.hpp"

#include <algorithm>
#include <array>

namespace model::runtime {

using program::TypeKind;

namespace {

struct Layout {
  std::uint64_t size = 0, align = 1;
};

Layout layout(const program::Program& p, program::TypeId id) {
  const program::RuntimeType& t = p.types[id];
  switch (t.kind) {
    case TypeKind::None:
      return {};
    case TypeKind::Bool:
    case TypeKind::Int8:
    case TypeKind::Uint8:
      return {1, 1};
    case TypeKind::Int16:
    case TypeKind::Uint16:
      return {2, 2};
    case TypeKind::Int32:
    case TypeKind::Uint32:
    case TypeKind::Float32:
      return {4, 4};
    case TypeKind::Complex64:
      return {8, 4};
    case TypeKind::Complex128:
    case TypeKind::String:
    case TypeKind::Interface:
      return {16, 8};
    case TypeKind::Slice:
      return {24, 8};
    case TypeKind::Array: {
      const Layout e = layout(p, t.element);
      return {e.size * static_cast<std::uint64_t>(t.length), e.align};
    }
    case TypeKind::Struct: {
      Layout out;
      for (const program::Field& f : t.fields) {
        const Layout l = layout(p, f.type);
        out.align = std::max(out.align, l.align);
        out.size = (out.size + l.align - 1) / l.align * l.align + l.size;
      }
      out.size = (out.size + out.align - 1) / out.align * out.align;
      return out;
    }
    default:
      return {8, 8};
  }
}

/// runtime/sizeclasses.go (a fact about the allocator): the sizes in bytes of small objects.
constexpr std::array<std::uint32_t, 67> kClasses = {
    8,     16,    24,    32,    48,    64,    80,    96,    112,   128,   144,   160,   176,   192,
    208,   224,   240,   256,   288,   320,   352,   384,   416,   448,   480,   512,   576,   640,
    704,   768,   896,   1024,  1152,  1280,  1408,  1536,  1792,  2048,  2304,  2688,  3072,  3200,
    3456,  4096,  4864,  5120,  5376,  6144,  6528,  6784,  6912,  8192,  9472,  9728,  10240, 10880,
    12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672};

std::uint64_t round_up(std::uint64_t size, bool pointers) {
  const std::uint64_t header = pointers && size > 512 ? 8 : 0;
  const std::uint64_t wanted = size + header;
  if (wanted <= 32768) {
    const auto at = std::ranges::lower_bound(kClasses, wanted);
    return (at == kClasses.end() ? 32768 : *at) - header;
  }
  return (size + 8191) / 8192 * 8192;
}

}  // namespace

std::uint64_t byte_size(const program::Program& p, program::TypeId type) {
  return layout(p, type).size;
}

bool has_pointers(const program::Program& p, program::TypeId id) {
  const program::RuntimeType& t = p.types[id];
  switch (t.kind) {
    case TypeKind::Array:
      return t.length > 0 && has_pointers(p, t.element);
    case TypeKind::Struct:
      return std::ranges::any_of(t.fields,
                                 [&](const program::Field& f) { return has_pointers(p, f.type); });
    default:
      return t.kind >= TypeKind::String;
  }
}

std::uint64_t grown_capacity(std::uint64_t old, std::uint64_t wanted, std::uint64_t element_bytes,
                             bool pointers) {
  if (element_bytes == 0) return wanted;
  std::uint64_t next = old;
  if (wanted > 2 * old) {
    next = wanted;
  } else if (old < 256) {
    next = 2 * old;
  } else {
    while (next < wanted) next += (next + 3 * 256) / 4;
  }
  return round_up(next * element_bytes, pointers) / element_bytes;
}

}  // namespace model::runtime
