#pragma once
// The picture of happens-before that check --hb and graph --of hb give.

#include <optional>
#include <string>

#include "checker/finding/result.hpp"
#include "checker/graph/write.hpp"
#include "model/compile.hpp"

namespace checker::command {

/// Of the schedule of a trace; nothing if it does not fit the unit.
std::optional<graph::Drawing> happens_before_of(const model::Unit& unit, const std::string& trace);
/// The trace of the first race, else of the first finding; empty if there is none.
std::string trace_to_draw(const finding::Result& result);

}  // namespace checker::command
