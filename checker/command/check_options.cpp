// Flags and configuration.

#include "checker/command/check_options.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace checker::command {
namespace {

std::string unknown_format(const std::string& name) {
  std::string known;
  for (const report::Format& format : report::kFormats) {
    known += (known.empty() ? "" : ", ") + std::string(format.name);
  }
  return fmt::format("no format \"{}\"; there are {}", name, known);
}

}  // namespace

std::vector<Flag> CheckCommand::flags() {
  std::vector<Flag> flags = selection.flags();
  const auto add = [&](const char* name, const char* placeholder, const char* help, auto set) {
    flags.push_back({name, placeholder, help, set});
  };
  flags.push_back(switch_flag("list", "print the entries and check none", list));
  add("format", "F", "of the report on stdout (text)", [this](const std::string& text) {
    format = report::format_named(text);
    return format == nullptr ? unknown_format(text) : "";
  });
  add("o", "F=FILE", "a report of format F to FILE; repeatable", [this](const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size()) return std::string("not F=FILE");
    const report::Format* f = report::format_named(text.substr(0, equals));
    if (f == nullptr) return unknown_format(text.substr(0, equals));
    files.emplace_back(f, text.substr(equals + 1));
    return std::string();
  });
  add("hb", "FILE", "happens-before of a finding's schedule to FILE: DOT, or Mermaid if it ends in .mmd",
      [this](const std::string& text) {
        happens_before = text;
        return std::string(text.empty() ? "no file" : "");
      });
  add("timeout", "D", "budget of time for each entry (none)", [this](const std::string& text) {
    check.limits.timeout = parse_duration(text);
    return std::string(check.limits.timeout ? "" : "not a duration such as 90s or 1m30s");
  });
  add("max-states", "N", "budget of states (none)", [this](const std::string& text) {
    const auto count = parse_count(text);
    if (count) check.limits.max_states = *count;
    return std::string(count ? "" : "not a number");
  });
  add("bound", "N", "go on from no state more than N steps from the start (none)", [this](const std::string& text) {
    const auto count = parse_count(text);
    if (!count || *count == 0 || *count >= check.limits.kNoBound) return std::string("not a number of steps");
    check.limits.bound = static_cast<std::uint32_t>(*count);
    return std::string();
  });
  add("max-memory", "SIZE", "budget of memory (3/4 of the machine)", [this](const std::string& text) {
    const auto size = parse_size(text);
    if (size) check.limits.max_memory = std::max<std::uint64_t>(*size, 1);
    return std::string(size ? "" : "not a size such as 512MB or 2GB");
  });
  add("approximate", "BITS", "beyond the budget go on with states known by three of 2^BITS bits: incomplete, but more is seen",
      [this](const std::string& text) {
        const auto bits = parse_count(text);
        const bool valid = bits && *bits >= search::Bitstate::kLeast && *bits <= search::Bitstate::kMost;
        if (valid) check.approximate = static_cast<unsigned>(*bits);
        return valid ? "" : fmt::format("not a number from {} to {}", search::Bitstate::kLeast, search::Bitstate::kMost);
      });
  add("order", "bfs|dfs|guided", "where a first finding is looked for before the search comes to it (guided)",
      [this](const std::string& text) {
        const auto order = search::order_named(text);
        if (order) check.order = *order;
        return std::string(order ? "" : "bfs, dfs or guided");
      });
  add("reduction", "none|por", "none: the runtime taken literally (por)",
      [this](const std::string& text) {
        if (text != "none" && text != "por") return std::string("none or por");
        check.machine.reduction =
            text == "none" ? model::Reduction::None : model::Reduction::Por;
        return std::string();
      });
  add("por", "on|off", "leave out what only differs in the order of independent steps (on)",
      [this](const std::string& text) {
        if (text != "on" && text != "off") return std::string("on or off");
        check.machine.por = text == "on";
        return std::string();
      });
  add("symmetry", "on|off", "goroutines that only their creation tells apart are one another (on)",
      [this](const std::string& text) {
        if (text != "on" && text != "off") return std::string("on or off");
        check.machine.symmetry = text == "on";
        return std::string();
      });
  add("chains", "on|off", "do not store states that only lead on, by steps that nobody else can influence (on)",
      [this](const std::string& text) {
        if (text != "on" && text != "off") return std::string("on or off");
        check.chains = text == "on";
        return std::string();
      });
  add("memo", "on|off|check", "remember what steps did; check: and see that they still do (on)",
      [this](const std::string& text) {
        using Memo = model::MachineOptions::Memo;
        if (text != "on" && text != "off" && text != "check") return std::string("on, off or check");
        check.machine.memo = text == "on" ? Memo::On : text == "off" ? Memo::Off : Memo::Check;
        return std::string();
      });
  flags.push_back(count_flag("jobs", "worker threads (all cores)", jobs));
  flags.push_back(switch_flag("outcomes", "list every way the program can end", check.machine.outcomes));
  flags.push_back(switch_flag("stats", "states, memory, speed; what no run has done", report.statistics));
  add("lang", "go1.N", "language version where the source does not say",
      [this](const std::string& text) {
        const auto version = parse_go_version(text);
        if (version) compile.go_version = *version;
        return std::string(version ? "" : "not a version such as go1.22");
      });
  add("time", "any|virtual", "when timers fire (any)", [this](const std::string& text) {
    if (text != "any" && text != "virtual") return std::string("any or virtual");
    check.machine.time = text == "any" ? model::TimeMode::Any : model::TimeMode::Virtual;
    return std::string();
  });
  add("fairness", "none|weak|strong", "of the scheduler, where formulas are checked (strong)",
      [this](const std::string& text) {
        const auto f = property::fairness_named(text);
        if (f) check.fairness = *f;
        return std::string(f ? "" : "none, weak or strong");
      });
  flags.push_back(switch_flag("exit-zero", "exit 0 also when there are findings", exit_zero));
  flags.push_back(text_flag("baseline", "FILE", "findings in FILE are known and no failures", baseline));
  flags.push_back(text_flag("write-baseline", "FILE", "write all findings to FILE, for --baseline", write_baseline));
  flags.push_back(text_flag("new-from", "REV", "only what was not found at git's revision REV", new_from));
  flags.push_back(text_flag("cache", "DIR", "keep results of unchanged entries in DIR (none)", cache));
  flags.push_back(text_flag("config", "FILE", "instead of the nearest .chancheck.toml; none: no file", config_name));
  flags.push_back(switch_flag("help", "this text", help));
  for (Flag& flag : flags) {
    static constexpr std::string_view kSame[] = {"entry", "run", "skip", "timeout", "max-states", "bound", "max-memory", "approximate", "order", "reduction", "por", "symmetry", "jobs", "lang", "time"};
    if (std::find(std::begin(kSame), std::end(kSame), flag.name) == std::end(kSame)) continue;
    flag.set = [this, name = flag.name, set = flag.set](const std::string& value) {
      same_check.push_back("--" + name + "=" + value);
      return set(value);
    };
  }
  return flags;
}

std::string CheckCommand::read(const std::vector<std::string>& arguments) {
  // The command line is read first for what it says of the configuration, and again on top of that.
  {
    CheckCommand probe;
    if (std::string wrong = parse_flags(arguments, probe.flags(), probe.compile.patterns); !wrong.empty()) return wrong;
    config_name = probe.config_name;
    help = probe.help;
    if (help) return "";
  }
  if (std::string wrong = gate::read_config(config_name, config); !wrong.empty()) return wrong;
  const std::vector<Flag> all = flags();
  for (const auto& [name, value] : config.flags) {
    const auto flag = std::find_if(all.begin(), all.end(), [&name = name](const Flag& f) { return f.name == name; });
    if (flag == all.end() || name == "help" || name == "config") return fmt::format("{}: check has no flag {}", config.file, name);
    const std::string wrong = flag->set(value);
    if (!wrong.empty()) return fmt::format("{}: {}: {}", config.file, name, wrong);
  }
  for (const gate::EntryBudget& entry : config.entries) {
    if (!matches(entry.match, "")) return fmt::format("{}: invalid regular expression \"{}\"", config.file, entry.match);
    if (entry.timeout && !parse_duration(*entry.timeout)) return config.file + ": entry.timeout: not a duration such as 90s";
    if (entry.max_states && !parse_count(*entry.max_states)) return config.file + ": entry.max-states: not a number";
    if (entry.max_memory && !parse_size(*entry.max_memory)) return config.file + ": entry.max-memory: not a size such as 2GB";
  }
  if (std::string wrong = parse_flags(arguments, all, compile.patterns); !wrong.empty()) return wrong;
  std::size_t memory = check.limits.max_memory != 0 ? check.limits.max_memory : search::default_memory_limit();
  for (const gate::EntryBudget& entry : config.entries) {
    if (entry.max_memory) memory = std::min<std::size_t>(memory, *parse_size(*entry.max_memory));
  }
  if (check.approximate != 0 && (std::size_t{1} << check.approximate) / 8 > memory / 2) {
    return fmt::format("approximate: 2^{} bits are more than half of the memory, {} bytes; see --max-memory", check.approximate, memory);
  }
  return "";
}

search::Limits CheckCommand::limits_of(const std::string& entry) const {
  search::Limits limits = check.limits;
  for (const gate::EntryBudget& budget : config.entries) {
    if (!matches(budget.match, entry).value_or(false)) continue;
    if (budget.timeout) limits.timeout = parse_duration(*budget.timeout);
    if (budget.max_states) limits.max_states = *parse_count(*budget.max_states);
    if (budget.max_memory) limits.max_memory = std::max<std::uint64_t>(*parse_size(*budget.max_memory), 1);
    break;
  }
  return limits;
}

}  // namespace checker::command
