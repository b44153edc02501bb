#pragma once
// What the steps of a search have run: for the summary of what none of them has.

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "model/machine.hpp"
#include "model/program/program.hpp"

namespace model::runtime {

struct Environment;

/// Flags that any thread may set.
class Covered {
 public:
  explicit Covered(const program::Program& program);

  void ran(std::uint32_t site) {
    // Looked at first: a store would take the line from the other threads each time.
    if (executed_[site].load(std::memory_order_relaxed) == 0) executed_[site].store(1, std::memory_order_relaxed);
  }
  /// Case number `index` of a function's select statement number `select`.
  void took(std::uint32_t function, std::uint32_t select, std::uint32_t index) {
    cases_[first_case_[first_select_[function] + select] + index].store(1, std::memory_order_relaxed);
  }
  /// A buffered channel made at `site` has this many elements.
  void filled(std::uint32_t site, std::uint32_t count, std::uint32_t capacity);
  Coverage report(const Environment& env) const;

 private:
  bool was_run(std::uint32_t site) const { return executed_[site].load(std::memory_order_relaxed) != 0; }
  std::vector<bool> begun(const Environment& env) const;
  std::vector<std::string> models(const Environment& env) const;

  std::uint32_t sites_ = 1;
  std::vector<std::uint32_t> first_select_, first_case_;
  std::unique_ptr<std::atomic<std::uint8_t>[]> executed_, cases_;
  std::unique_ptr<std::atomic<std::uint32_t>[]> fullest_, capacity_;
};

}  // namespace model::runtime
