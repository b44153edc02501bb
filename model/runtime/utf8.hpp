#pragma once
// UTF-8 as package unicode/utf8 reads and writes it.

#include <cstdint>
#include <string>
#include <string_view>

namespace model::runtime {

inline constexpr std::int32_t kRuneError = 0xfffd;

struct Rune {
  std::int32_t value = kRuneError;
  std::uint32_t size = 1;
};

/// The first rune of a non-empty text; {kRuneError, 1} if it is not valid UTF-8 (overlong forms and surrogates are not).
Rune decode_rune(std::string_view text);
/// Appends a rune; surrogates and values out of range become kRuneError.
void append_rune(std::string& out, std::int32_t rune);

}  // namespace model::runtime
