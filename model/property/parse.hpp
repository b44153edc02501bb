#pragma once
// The texts of protocols and formulas to trees.

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/program/specification.hpp"
#include "model/property/automaton.hpp"

namespace model::property {

/// The number of an event by its name; reports one that is not defined.
using FindEvent = std::function<std::optional<std::uint32_t>(std::string_view name, base::Position at)>;

/// REGEX = seq { "|" seq }; seq = { factor }; factor = ( EVENT | "(" REGEX ")" ) [ "*" | "+" | "?" ]. Null after an error.
std::unique_ptr<Regex> parse_regex(std::string_view text, base::Position at, const FindEvent& event,
                                   base::Diagnostics& diagnostics);

/// The expression between braces at `at` as one of the Specification's; reports what is wrong with it.
using AddExpression = std::function<std::optional<std::uint32_t>(std::string_view text, base::Position at)>;

/// The contract's FORMULA. Empty after an error.
std::vector<program::SpecFormula::Node> parse_formula(std::string_view text, base::Position at, const FindEvent& event,
                                                      const AddExpression& expression,
                                                      base::Diagnostics& diagnostics);

}  // namespace model::property
