// The table of formats.

#include "checker/report/report.hpp"

namespace checker::report {

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace checker::report
