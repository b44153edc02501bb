#pragma once
// What does not change while a program is explored: the program, the tables of interned contents and strings, the options.

#include <atomic>
#include <cstdint>
#include <memory>
#include <unordered_set>
#include <vector>

#include "model/machine.hpp"
#include "model/program/program.hpp"
#include "model/runtime/content_table.hpp"
#include "model/runtime/packed_table.hpp"
#include "model/runtime/covered.hpp"
#include "model/runtime/string_table.hpp"

namespace model::runtime {

struct Environment {
  Environment(std::shared_ptr<const program::Program> p, program::Entry e, MachineOptions o);

  std::shared_ptr<const program::Program> program_owner;
  const program::Program& program;
  program::Entry entry;
  MachineOptions options;
  std::unordered_set<std::uint64_t> visible_locations;
  std::vector<std::uint32_t> site_base;            ///< of each function: its first site
  std::vector<std::uint64_t> constant_bits;        ///< of each constant: the bits of its slot
  bool only_written = false;                       ///< are reads remembered of these only?
  std::unordered_set<std::uint64_t> written_locations;
  bool has_specification = false;                  ///< has the program events, orders or properties?
  bool watches_steps = false;                      ///< ... and any but orders
  std::unordered_set<std::uint64_t> watched_locations;
  std::vector<bool> has_sync_words;                ///< of each type: is an object of sync or sync/atomic part of it?
  bool counts_goroutines = false;                  ///< is runtime.NumGoroutine called?
  bool rwmutex_steps = false, waitgroup_steps = false;  ///< do they take the steps of Go's source, one by one?
  bool bubbles = false;                            ///< can the entry reach testing/synctest?
  bool timer_values = false;                       ///< does any function receive a time.Time?
  bool tick_values = false;                        ///< ... and are there tickers? Then a tick changes what others may compare
  bool asks_deadlines = false;                     ///< does any function ask a context for its deadline?
  std::uint32_t latest_stamp = 0;                  ///< the object of model/library/time's variable of that name
  bool reads_clock = false;                        ///< does any function read the virtual clock?
  program::TypeId runtime_error = 0;               ///< runtime.errorString
  program::TypeId bounds_error = 0;                ///< runtime.boundsError
  program::TypeId unhashable_error = 0;            ///< runtime.unhashableTypeError
  program::TypeId plain_error = 0;                 ///< runtime.plainError
  program::TypeId assertion_error = 0;             ///< *runtime.TypeAssertionError
  program::TypeId panic_nil_error = 0;             ///< *runtime.PanicNilError
  program::TypeId string_type = 0;                 ///< string
  program::MethodId error_method = program::kNone;   ///< Error
  program::MethodId string_method = program::kNone;  ///< String
  std::unique_ptr<Covered> covered;  ///< with options.coverage
  mutable std::atomic<std::uint64_t> memo_bytes = 0;  ///< of all memos
  mutable ContentTable contents;
  mutable PackedTable knowledge;  ///< what is ordered before what (Knowledge::encode)
  mutable ContentTable tied;  ///< a component's content with its links: one word of a state
  mutable StringTable strings;

  bool literal() const { return options.reduction == Reduction::None; }
  /// Do goroutines queue at channels, first in first out? In the literal machine; and where the clock moves only when all
  /// are blocked, for then who came before the clock moved is known to have come first.
  bool queues() const { return literal() || virtual_time() || bubbles; }
  /// Can steps be remembered?
  bool remembers() const { return options.memo != MachineOptions::Memo::Off && !queues() && !has_specification; }
  bool virtual_time() const { return options.time == TimeMode::Virtual; }
  /// Is the slot a word of an object of sync or sync/atomic that stands for the whole object in races? Of the atomics all words
  /// are, of the others the first.
  bool is_sync_word(program::TypeId type, std::uint32_t slot) const;
  Site site(std::uint32_t function, std::uint32_t pc) const { return site_base[function] + pc; }
  /// Function and pc of an allocation site.
  std::pair<std::uint32_t, std::uint32_t> site_instruction(Site site) const;
  base::Position site_position(Site site) const;
  const program::Method* find_method(program::TypeId type, program::MethodId name) const;
  /// Does the dynamic type have all methods of the interface? `missing`: the first that it has not.
  bool implements(program::TypeId type, program::TypeId interface, std::string* missing) const;
};
inline constexpr Site kGlobalSite = 0x80000000U;

}  // namespace model::runtime
