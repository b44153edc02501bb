#include "model/runtime/environment.hpp"

#include <algorithm>

#include "model/program/natives.hpp"

namespace model::runtime {
namespace {

enum class SyncKind : std::uint8_t { None, Atomic, Lock };

SyncKind sync_kind(const program::RuntimeType& type) {
  if (type.kind != program::TypeKind::Struct || !type.named) return SyncKind::None;
  if (type.name == "sync.Mutex" || type.name == "sync.RWMutex" || type.name == "sync.WaitGroup") return SyncKind::Lock;
  return type.name.starts_with("atomic.") ? SyncKind::Atomic : SyncKind::None;
}

bool holds_sync_words(const program::Program& program, program::TypeId id) {
  const program::RuntimeType& type = program.types[id];
  if (sync_kind(type) != SyncKind::None) return true;
  if (type.kind == program::TypeKind::Array) return holds_sync_words(program, type.element);
  if (type.kind != program::TypeKind::Struct) return false;
  return std::ranges::any_of(type.fields, [&](const program::Field& f) { return holds_sync_words(program, f.type); });
}

/// Which functions the entry may call. Methods by their name, whoever's.
std::vector<bool> reachable_functions(const program::Program& program,
                                      const program::Entry& entry) {
  std::vector<bool> reached(program.functions.size());
  std::vector<bool> called(program.method_names.size());
  std::vector<program::FunctionId> work;
  const auto reach = [&](program::FunctionId f) {
    if (f >= reached.size() || reached[f]) return;
    reached[f] = true;
    work.push_back(f);
  };
  const auto call = [&](std::uint32_t name) {
    if (called[name]) return;
    called[name] = true;
    for (const program::RuntimeType& t : program.types) {
      for (const program::Method& m : t.methods) {
        if (m.name == name) reach(m.function);
      }
    }
  };
  reach(entry.function);
  while (!work.empty()) {
    const program::Function& f = program.functions[work.back()];
    work.pop_back();
    for (const program::Instruction& in : f.code) {
      const bool calls =
          in.op == program::Op::Call || in.op == program::Op::Go || in.op == program::Op::Defer;
      const auto mode = static_cast<program::CallMode>(in.sub);
      if (in.op == program::Op::MakeClosure || (calls && mode == program::CallMode::Static)) {
        reach(static_cast<program::FunctionId>(in.b));
      } else if (calls && mode == program::CallMode::Interface) {
        call(static_cast<std::uint32_t>(in.d));
      }
    }
  }
  return reached;
}

/// The compiler's own Deadline of a type that has it from a context that it embeds.
bool is_promoted_deadline(const program::Function& f) { return f.is_wrapper && f.name.ends_with(".Deadline"); }

/// Does a function, but for those by which contexts hand the question on, ask a context for its deadline or give it one that is to
/// be compared with its parent's?
bool asks_deadlines(const program::Program& program) {
  return std::ranges::any_of(program.functions, [&](const program::Function& f) {
    const std::string_view name = f.name;
    if (name.starts_with("context.") && (name.ends_with(".Deadline") || name == "context.hasDeadline" || name == "context.WithDeadline" ||
                                         name == "context.WithTimeoutCause" || name == "context.WithDeadlineCause")) {
      return false;
    }
    if (is_promoted_deadline(f)) return false;  // who calls it asks: by an interface, or as below
    return std::ranges::any_of(f.code, [&](const program::Instruction& in) {
      const auto mode = static_cast<program::CallMode>(in.sub);
      if (in.op == program::Op::MakeClosure || mode == program::CallMode::Static) {
        if (in.op != program::Op::MakeClosure && in.op != program::Op::Call && in.op != program::Op::Go && in.op != program::Op::Defer) return false;
        const program::Function& callee = program.functions[static_cast<std::size_t>(in.b)];
        return callee.name.starts_with("context.WithDeadline") || is_promoted_deadline(callee);
      }
      const bool calls = in.op == program::Op::Call || in.op == program::Op::Go || in.op == program::Op::Defer;
      return calls && mode == program::CallMode::Interface && program.method_names[static_cast<std::size_t>(in.d)] == "Deadline";
    });
  });
}

bool reaches_synctest(const program::Program& program, const program::Entry& entry) {
  const auto uses = [](const program::Function& f) {
    return std::ranges::any_of(
        f.code, [](const program::Instruction& in) { return in.op == program::Op::SynctestRun; });
  };
  if (std::ranges::none_of(program.functions, uses)) return false;
  const std::vector<bool> reached = reachable_functions(program, entry);
  for (std::size_t f = 0; f < reached.size(); ++f) {
    if (reached[f] && uses(program.functions[f])) return true;
  }
  return false;
}

}  // namespace

Environment::Environment(std::shared_ptr<const program::Program> p, program::Entry e,
                         MachineOptions o)
    : program_owner(std::move(p)), program(*program_owner), entry(std::move(e)), options(std::move(o)) {
  visible_locations.insert(options.visible_locations.begin(), options.visible_locations.end());
  only_written = options.only_written && options.races && !literal();
  if (only_written) written_locations.insert(options.written_locations.begin(), options.written_locations.end());
  rwmutex_steps = visible_locations.erase(kRWMutexSteps) != 0 || literal();
  waitgroup_steps = visible_locations.erase(kWaitGroupSteps) != 0 || literal() || !options.races;
  visible_locations.erase(kSyncWords);
  for (program::TypeId t = 0; t < program.types.size(); ++t) has_sync_words.push_back(holds_sync_words(program, t));
  watched_locations.insert(options.watched_locations.begin(), options.watched_locations.end());
  has_specification = !program.specification.empty();
  watches_steps = program.specification.watches_steps();
  std::uint32_t base = 1;
  for (const program::Function& f : program.functions) {
    site_base.push_back(base);
    base += static_cast<std::uint32_t>(f.code.size());
  }
  bubbles = reaches_synctest(program, entry);
  counts_goroutines = options.count_goroutines;
  if (options.coverage) covered = std::make_unique<Covered>(program);
  for (const program::Constant& c : program.constants) {
    constant_bits.push_back(c.kind == program::Constant::Kind::String ? strings.intern(c.text)
                                                                     : c.bits);
  }
  for (program::TypeId t = 1; t < program.types.size(); ++t) {
    const std::string& name = program.types[t].name;
    if (name == "runtime.errorString") runtime_error = t;
    if (name == "runtime.plainError") plain_error = t;
    if (name == "runtime.unhashableTypeError") unhashable_error = t;
    if (name == "runtime.boundsError") bounds_error = t;
    if (name == "*runtime.TypeAssertionError") assertion_error = t;
    if (name == "*runtime.PanicNilError") panic_nil_error = t;
    if (name == "string") string_type = t;
  }
  const auto time = std::ranges::find(program.types, "time.Time", &program::RuntimeType::name);
  const std::int32_t time_slots = time == program.types.end() ? -1 : static_cast<std::int32_t>(time->slots);
  for (const program::Function& f : program.functions) {
    for (const program::Select& s : f.selects) {
      for (const program::SelectCase& c : s.cases) timer_values |= !c.is_send && c.value >= 0 && c.slots == time_slots;
    }
    for (const program::Instruction& in : f.code) {
      if (in.op == program::Op::Native && in.d == static_cast<std::int32_t>(program::Native::Now)) {
        reads_clock = true;
      }
      // Timers send it.
      if (in.op == program::Op::ChanReceive && in.a >= 0 && in.n == time_slots) timer_values = true;
      if (in.op == program::Op::NumGoroutine) counts_goroutines = true;
      // As a guard an RWMutex has not all outcomes of its Try methods: one may fail in the middle of another's step.
      if (in.op == program::Op::RWMutexTryRLock || in.op == program::Op::RWMutexTryLock) rwmutex_steps = true;
    }
  }
  reads_clock |= timer_values;
  asks_deadlines = runtime::asks_deadlines(program);
  const auto latest = std::ranges::find(program.globals, "time.latest", &program::Global::name);
  if (latest != program.globals.end()) latest_stamp = static_cast<std::uint32_t>(latest - program.globals.begin()) + 1;
  tick_values = timer_values && std::ranges::find(program.functions, "time.NewTicker", &program::Function::name) !=
                                    program.functions.end();
  for (program::MethodId m = 0; m < program.method_names.size(); ++m) {
    if (program.method_names[m] == "Error") error_method = m;
    if (program.method_names[m] == "String") string_method = m;
  }
}

bool Environment::is_sync_word(program::TypeId id, std::uint32_t slot) const {
  const program::RuntimeType& type = program.types[id];
  if (!has_sync_words[id] || type.slots == 0) return false;
  slot %= type.slots;  // the memory of slices has the type of an element
  switch (sync_kind(type)) {
    case SyncKind::Atomic: return true;
    case SyncKind::Lock: return slot == 0;
    case SyncKind::None: break;
  }
  if (type.kind == program::TypeKind::Array) return is_sync_word(type.element, slot);
  const auto field = std::ranges::find_if(type.fields, [&](const program::Field& f) {
    return slot >= f.offset && slot < f.offset + program.types[f.type].slots;
  });
  return field != type.fields.end() && is_sync_word(field->type, slot - field->offset);
}

std::pair<std::uint32_t, std::uint32_t> Environment::site_instruction(Site site) const {
  const auto after = std::ranges::upper_bound(site_base, site);
  const auto function = static_cast<std::uint32_t>(after - site_base.begin() - 1);
  return {function, site - site_base[function]};
}

base::Position Environment::site_position(Site site) const {
  if ((site & kGlobalSite) != 0) return program.globals[site & ~kGlobalSite].position;
  const auto [function, pc] = site_instruction(site);
  return program.functions[function].positions[pc];
}

const program::Method* Environment::find_method(program::TypeId type,
                                                program::MethodId name) const {
  for (const program::Method& m : program.types[type].methods) {
    if (m.name == name) return &m;
  }
  return nullptr;
}

bool Environment::implements(program::TypeId type, program::TypeId interface,
                             std::string* missing) const {
  for (const program::Method& wanted : program.types[interface].methods) {
    const program::Method* found = find_method(type, wanted.name);
    if (found == nullptr || found->signature != wanted.signature) {
      if (missing != nullptr) *missing = program.method_names[wanted.name];
      return false;
    }
  }
  return true;
}

}  // namespace model::runtime
