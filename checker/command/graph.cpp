// chancheck graph: pictures of the program, of its states, of who uses and waits for what.

#include <fmt/format.h>

#include <stdexcept>

#include "checker/check.hpp"
#include "checker/command/arguments.hpp"
#include "checker/command/command.hpp"
#include "checker/command/entries.hpp"
#include "checker/command/happens_before.hpp"
#include "checker/draw.hpp"
#include "checker/graph/write.hpp"
#include "checker/report/text_util.hpp"
#include "model/compile.hpp"

namespace checker::command {

namespace {

/// Happens-before of a trace, or of the first finding that a check of the entry has.
int draw_order(const model::Unit& unit, const model::EntryInfo& entry, const std::string& trace,
               checker::graph::Notation notation) {
  std::string chosen = trace;
  if (chosen.empty()) {
    CheckOptions options;
    options.progress = false;
    options.machine.go_version = unit.go_version;
    chosen = trace_to_draw(check_entry(unit, entry, options));
  }
  if (chosen.empty()) {
    fmt::print(stderr, "chancheck graph: {} has no finding; give a schedule by --trace\n", entry.entry.name);
    return 0;
  }
  const auto drawing = happens_before_of(unit, chosen);
  if (!drawing) return usage_error("graph", "the trace does not fit the source");
  fmt::print("{}", report::utf8_only(checker::graph::write(*drawing, notation)));
  return 0;
}

/// Empty, and a message, if there is no such model.
std::string promela_of(const model::Unit& unit, const model::Machine& machine, const search::Limits& limits,
                       property::Fairness fairness) {
  try {
    return promela_model(unit, machine, limits, fairness);
  } catch (const std::invalid_argument& error) {
    fmt::print(stderr, "chancheck graph: {}\n", error.what());
    return "";
  }
}

}  // namespace

int graph(const Arguments& arguments) {
  Selection selection;
  std::string of = "states";
  checker::graph::Notation notation = checker::graph::Notation::Dot;
  bool promela = false;
  property::Fairness fairness = property::Fairness::Strong;
  std::uint64_t max_states = 1000;
  bool quotient = false;
  bool library = false;
  bool listing = false;
  bool help = false;
  std::vector<Flag> flags = selection.flags();
  flags.push_back({"of", "WHAT", "program, states, channels, wait-for or hb (states)",
                   [&of](const std::string& text) {
                     const bool known = text == "program" || text == "states" || text == "channels" ||
                                        text == "wait-for" || text == "hb";
                     of = text;
                     return std::string(known ? "" : "program, states, channels, wait-for or hb");
                   }});
  flags.push_back({"format", "F", "dot, mermaid or graphml (dot); of states also promela, of program also text", [&](const std::string& text) {
                     const auto known = checker::graph::notation_named(text);
                     if (known) notation = *known;
                     promela = text == "promela";
                     listing = text == "text";
                     return std::string(known || promela || listing ? "" : "dot, mermaid, graphml, promela or text");
                   }});
  flags.push_back({"fairness", "none|weak|strong", "of a promela model's claims (strong)", [&](const std::string& text) {
                     const auto known = property::fairness_named(text);
                     if (known) fairness = *known;
                     return std::string(known ? "" : "none, weak or strong");
                   }});
  std::string trace;
  flags.push_back({"trace", "TRACE", "--of hb: of this schedule (of the first race or finding)",
                   [&trace](const std::string& text) {
                     trace = text;
                     return std::string();
                   }});
  flags.push_back(count_flag("max-states", "explore no more (1000)", max_states));
  flags.push_back(switch_flag("quotient", "--of states: states that behave alike are one (bisimulation)", quotient));
  flags.push_back(switch_flag("library", "--of program: the library's functions too", library));
  flags.push_back(switch_flag("help", "this text", help));
  model::CompileOptions compile;
  const std::string wrong = parse_flags(arguments, flags, compile.patterns);
  if (!wrong.empty()) return usage_error("graph", wrong);
  if (help) {
    fmt::print("usage: chancheck graph [flags] FILE...\n\n{}", flags_help(flags));
    return 0;
  }
  if (compile.patterns.empty()) return usage_error("graph", "no files given");
  if (listing && of != "program") return usage_error("graph", "--format text is of --of program only");
  if (promela && of != "states") return usage_error("graph", "--format promela is of --of states only");
  if (const std::string invalid = selection.invalid(); !invalid.empty()) {
    return usage_error("graph", invalid);
  }
  bool any = false;
  for (const model::Unit& unit : model::compile(compile)) {
    if (!can_run(unit)) return 2;
    if (of == "program") {
      any = true;
      fmt::print("{}", listing ? model::program::print(*unit.program, library)
                               : report::utf8_only(checker::graph::write(draw_program(*unit.program, *unit.files, library), notation)));
      continue;
    }
    for (const model::EntryInfo& entry : unit.entries) {
      if (!selection.selects(entry.entry.name)) continue;
      any = true;
      if (of == "hb") {
        const int exit = draw_order(unit, entry, trace, notation);
        if (exit != 0 || !trace.empty()) return exit;
        continue;
      }
      model::MachineOptions options;
      options.go_version = unit.go_version;
      watch_initial(unit, entry, options);
      const auto machine = model::make_machine(unit.program, entry.entry, options);
      search::Limits limits;
      limits.max_states = max_states;
      if (promela) {
        const std::string text = promela_of(unit, *machine, limits, fairness);
        if (text.empty()) return 2;
        fmt::print("{}", text);
        continue;
      }
      const Picture picture = of == "states"     ? draw_states(*machine, *unit.files, limits, quotient)
                              : of == "channels" ? draw_channels(*machine, limits)
                                                 : draw_wait_for(*machine, *unit.files, limits);
      fmt::print("{}", report::utf8_only(checker::graph::write(picture.drawing, notation)));
      if (of == "wait-for" && picture.drawing.nodes.empty()) {
        fmt::print(stderr, "chancheck graph: nobody is stuck\n");
      }
      if (!picture.complete) {
        fmt::print(stderr, "chancheck graph: only the first {} states; see --max-states\n", max_states);
      }
    }
  }
  return any ? 0 : 5;
}

}  // namespace checker::command
