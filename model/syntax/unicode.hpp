#pragma once
// Characters as Go sees them: UTF-8, letters and digits (Go spec, "Source code representation").

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace model::syntax {

struct Decoded {
  char32_t value = 0;
  std::uint32_t size = 0;  ///< in bytes; 0 at the end of the text, 1 if not valid
  bool valid = false;
};
/// The first character of `text`. Value is U+FFFD where the bytes are no UTF-8.
Decoded decode_utf8(std::string_view text);
/// Appends `c` in UTF-8; U+FFFD for what is no code point.
void append_utf8(std::string& out, char32_t c);

bool is_letter(char32_t c);  ///< category L, or `_`
bool is_digit(char32_t c);   ///< category Nd

}  // namespace model::syntax
