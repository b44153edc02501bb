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
  for (const program::Function& f : program.functions) {
    for (const program::Instruction& in : f.code) {
      if (in.op == program::Op::Native && in.d == static_cast<std::int32_t>(program::Native::Now)) {
        reads_clock = true;
      }
      if (in.op == program::Op::NumGoroutine) counts_goroutines = true;
      // As a guard an RWMutex has not all outcomes of its Try methods: one may fail in the middle of another's step.
      if (in.op == program::Op::RWMutexTryRLock || in.op == program::Op::RWMutexTryLock) rwmutex_steps = true;
    }
  }
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
