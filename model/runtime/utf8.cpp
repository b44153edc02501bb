#include "model/runtime/utf8.hpp"

namespace model::runtime {

Rune decode_rune(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return {first, 1};
  std::uint32_t size = 0;
  std::int32_t value = 0, least = 0;
  if (first >= 0xc2 && first <= 0xdf) {
    size = 2;
    value = first & 0x1f;
    least = 0x80;
  } else if (first >= 0xe0 && first <= 0xef) {
    size = 3;
    value = first & 0x0f;
    least = 0x800;
  } else if (first >= 0xf0 && first <= 0xf4) {
    size = 4;
    value = first & 0x07;
    least = 0x10000;
  } else {
    return {};
  }
  if (text.size() < size) return {};
  for (std::uint32_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {};
    value = value << 6 | (byte(i) & 0x3f);
  }
  if (value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return {};
  return {value, size};
}

void append_rune(std::string& out, std::int32_t rune) {
  if (rune < 0 || rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff)) rune = kRuneError;
  const auto r = static_cast<std::uint32_t>(rune);
  const auto put = [&](std::uint32_t b) { out.push_back(static_cast<char>(b)); };
  if (r < 0x80) {
    put(r);
  } else if (r < 0x800) {
    put(0xc0 | r >> 6);
    put(0x80 | (r & 0x3f));
  } else if (r < 0x10000) {
    put(0xe0 | r >> 12);
    put(0x80 | (r >> 6 & 0x3f));
    put(0x80 | (r & 0x3f));
  } else {
    put(0xf0 | r >> 18);
    put(0x80 | (r >> 12 & 0x3f));
    put(0x80 | (r >> 6 & 0x3f));
    put(0x80 | (r & 0x3f));
  }
}

}  // namespace model::runtime
