#include "checker/command/happens_before.hpp"

#include "checker/check.hpp"
#include "checker/draw.hpp"
#include "checker/schedule/play.hpp"

namespace checker::command {

std::optional<graph::Drawing> happens_before_of(const model::Unit& unit, const std::string& text) {
  const auto trace = schedule::decode(text);
  if (!trace || program_hash(unit) != trace->hash) return std::nullopt;
  for (const model::EntryInfo& entry : unit.entries) {
    if (entry.entry.name != trace->entry) continue;
    const auto machine = model::make_machine(unit.program, entry.entry, trace->options);
    schedule::Player player(*machine, true, true);
    if (!schedule::play(player, *trace)) return std::nullopt;
    return draw_happens_before(player, *unit.files);
  }
  return std::nullopt;
}

std::string trace_to_draw(const finding::Result& result) {
  for (const finding::Finding& f : result.findings) {
    if (f.race) return f.trace;
  }
  return result.findings.empty() ? "" : result.findings.front().trace;
}

}  // namespace checker::command
