#include "model/runtime/covered.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/runtime/environment.hpp"

namespace model::runtime {

Covered::Covered(const program::Program& program) {
  std::uint32_t cases = 0;
  for (const program::Function& f : program.functions) {
    sites_ += static_cast<std::uint32_t>(f.code.size());
    first_select_.push_back(static_cast<std::uint32_t>(first_case_.size()));
    for (const program::Select& s : f.selects) {
      first_case_.push_back(cases);
      cases += static_cast<std::uint32_t>(s.cases.size()) + 1;
    }
  }
  executed_ = std::make_unique<std::atomic<std::uint8_t>[]>(sites_);
  cases_ = std::make_unique<std::atomic<std::uint8_t>[]>(cases + 1);
  fullest_ = std::make_unique<std::atomic<std::uint32_t>[]>(sites_);
  capacity_ = std::make_unique<std::atomic<std::uint32_t>[]>(sites_);
}

void Covered::filled(std::uint32_t site, std::uint32_t count, std::uint32_t capacity) {
  if (site >= sites_) return;
  const auto raise = [](std::atomic<std::uint32_t>& to, std::uint32_t value) {
    std::uint32_t old = to.load(std::memory_order_relaxed);
    while (old < value && !to.compare_exchange_weak(old, value, std::memory_order_relaxed)) {
    }
  };
  raise(fullest_[site], count);
  raise(capacity_[site], capacity);
}

/// Functions of which an instruction was run, or of which a value was made: a function that somebody holds and never calls.
std::vector<bool> Covered::begun(const Environment& env) const {
  const auto& functions = env.program.functions;
  std::vector<bool> result(functions.size(), false);
  for (std::uint32_t id = 0; id < functions.size(); ++id) {
    for (std::uint32_t pc = 0; pc < functions[id].code.size(); ++pc) {
      if (!was_run(env.site(id, pc))) continue;
      result[id] = true;
      const program::Instruction& in = functions[id].code[pc];
      if (in.op == program::Op::MakeClosure) result[static_cast<std::uint32_t>(in.b)] = true;
    }
  }
  return result;
}

/// `sync/atomic` of `sync/atomic.(*Bool).Load`. What is internal has no user, and package runtime runs in every program.
std::vector<std::string> Covered::models(const Environment& env) const {
  std::set<std::string> names;
  for (std::uint32_t id = 0; id < env.program.functions.size(); ++id) {
    const program::Function& f = env.program.functions[id];
    if (!f.is_library) continue;
    bool ran = false;
    for (std::uint32_t pc = 0; pc < f.code.size() && !ran; ++pc) ran = was_run(env.site(id, pc));
    if (!ran) continue;
    const std::size_t slash = f.name.rfind('/', f.name.find_first_of("(["));
    const std::size_t dot = f.name.find('.', slash == std::string::npos ? 0 : slash);
    if (dot == std::string::npos || f.name.substr(dot) == ".init") continue;
    const std::string package = f.name.substr(0, dot);
    if (package != "runtime" && !package.starts_with("internal/") && package.find("chancheck") == std::string::npos) names.insert(package);
  }
  return {names.begin(), names.end()};
}

/// A line is run if an instruction of it was, in any instance of its function.
Coverage Covered::report(const Environment& env) const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, base::Position> lines;
  std::set<std::pair<std::uint32_t, std::uint32_t>> ran;
  std::map<base::Position, bool> cases;
  std::map<base::Position, Coverage::Buffer> buffers;
  const std::vector<bool> any = begun(env);
  for (std::uint32_t id = 0; id < env.program.functions.size(); ++id) {
    const program::Function& f = env.program.functions[id];
    if (f.is_library || f.name == "chancheck.expression" || !any[id]) continue;
    for (std::uint32_t pc = 0; pc < f.code.size(); ++pc) {
      const base::Position p = f.positions[pc];
      const std::uint32_t site = env.site(id, pc);
      // Jumps and returns stand at closing braces and loop heads, which are no statements.
      const bool counts = f.code[pc].op != program::Op::Jump && f.code[pc].op != program::Op::Return &&
                          f.code[pc].op != program::Op::RunDefers && f.code[pc].op != program::Op::Load;
      if (p.line != 0 && counts) {
        const auto [at, is_new] = lines.try_emplace({p.file, p.line}, p);
        if (!is_new && p < at->second) at->second = p;
      }
      if (was_run(site)) ran.insert({p.file, p.line});
      if (f.code[pc].op == program::Op::MakeChan && capacity_[site].load(std::memory_order_relaxed) != 0) {
        Coverage::Buffer& b = buffers[p];
        b.made_at = p;
        b.fullest = std::max(b.fullest, fullest_[site].load(std::memory_order_relaxed));
        b.capacity = std::max(b.capacity, capacity_[site].load(std::memory_order_relaxed));
      }
    }
    for (std::uint32_t s = 0; s < f.selects.size(); ++s) {
      for (std::uint32_t c = 0; c < f.selects[s].cases.size(); ++c) {
        const bool taken = cases_[first_case_[first_select_[id] + s] + c].load(std::memory_order_relaxed) != 0;
        bool& known = cases[f.selects[s].cases[c].position];
        known = known || taken;
      }
    }
  }
  Coverage out;
  for (const auto& [line, position] : lines) {
    if (ran.count(line) == 0) out.statements.push_back(position);
  }
  for (const auto& [position, taken] : cases) {
    if (!taken) out.select_cases.push_back(position);
  }
  for (const auto& [position, buffer] : buffers) out.buffers.push_back(buffer);
  out.models = models(env);
  return out;
}

}  // namespace model::runtime
