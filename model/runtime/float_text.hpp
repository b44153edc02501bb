#pragma once
// Floating point numbers to text and back as package strconv does it.

#include <string>
#include <string_view>

namespace model::runtime {

/// strconv.FormatFloat. `format`: e E f F g G; `precision` -1: the shortest that reads back; `bits`: 32 or 64.
std::string format_float(double value, char format, int precision, int bits);

struct ParsedFloat {
  double value = 0;
  int status = 0;  ///< 0 right, 1 syntax, 2 out of range (value is then an infinity)
};
/// strconv.ParseFloat.
ParsedFloat parse_float(std::string_view text, int bits);

}  // namespace model::runtime
