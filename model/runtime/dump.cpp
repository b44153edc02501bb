#include "model/runtime/dump.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "model/program/loop.hpp"
#include "model/runtime/interpreter.hpp"
#include "model/runtime/rules/channel.hpp"

namespace model::runtime {

using program::Op;
using program::TypeKind;

std::string variable_name(const Environment& env, const Object& o) {
  if ((o.site & kGlobalSite) != 0) return env.program.globals[o.site & ~kGlobalSite].name;
  const base::Position made_at = env.site_position(o.site);
  for (const program::Variable& v : env.program.functions[env.site_instruction(o.site).first].variables) {
    if (v.boxed && v.position == made_at) return v.name;
  }
  return "";
}

namespace {

/// Of types with these the inside is the library's.
bool is_synchronisation(const program::RuntimeType& t) {
  return t.named && (t.name.starts_with("sync.") || t.name.starts_with("atomic."));
}

/// What the program calls the slot `offset` of memory of this type, beyond the memory's own name: .mu, [2].mu. Where a value
/// of the type `meant` begins, that is it and not its first field.
std::string path_to(const program::Program& p, program::TypeId type, std::uint32_t offset, program::TypeId meant) {
  const program::RuntimeType& t = p.types[type];
  if (is_synchronisation(t) || (type == meant && offset == 0)) return "";
  if (t.kind == TypeKind::Array && p.types[t.element].slots != 0) {
    const std::uint32_t n = p.types[t.element].slots;
    return "[" + std::to_string(offset / n) + "]" + path_to(p, t.element, offset % n, meant);
  }
  if (t.kind != TypeKind::Struct) return "";
  for (const program::Field& f : t.fields) {
    if (offset < f.offset || offset >= f.offset + p.types[f.type].slots) continue;
    return "." + f.name + path_to(p, f.type, offset - f.offset, meant);
  }
  return "";
}

/// `account#1.mu`: the variable or the type, numbered by first mention, and the way to what is meant. `kind`: what it is
/// called if neither has a name.
std::string memory_name(World& world, const Slot& ref, const char* kind, program::TypeId meant = program::kNone) {
  const Environment& env = world.environment();
  const Object& o = world.object(ref);
  if (o.kind != Object::Kind::Cells) return world.name_of(ref_object(ref), kind);
  const program::RuntimeType& t = env.program.types[o.type];
  std::string name = variable_name(env, o);
  if (name.starts_with("main.")) name.erase(0, 5);
  if (name.empty() && t.named && !is_synchronisation(t)) {
    const std::string bare = t.name.substr(0, t.name.find('['));  // without type arguments
    name = bare.substr(bare.rfind('.') + 1);
  }
  std::string out = world.name_of(ref_object(ref), name.empty() ? kind : name);
  std::uint32_t offset = ref_offset(ref);
  if (out.empty() || t.slots == 0) return out;
  if (o.slots.size() > t.slots) out += "[" + std::to_string(offset / t.slots) + "]";
  return out + path_to(env.program, o.type, offset % t.slots, meant);
}

/// Of an error of package errors its text.
std::string error_text(World& world, program::TypeId element, const Slot& ref) {
  const program::RuntimeType& t = world.environment().program.types[element];
  if (t.name != "errors.errorString" || t.fields.size() != 1) return "";
  return value_text(world, t.fields[0].type, std::span<const Slot>(world.object(ref).slots).subspan(ref_offset(ref), 1));
}

/// A time.Time of the model (sec since year 1, nsec, reading, location) in UTC as Go prints it; where no clock tells, `time`.
std::string time_text(const Environment& env, std::span<const Slot> value) {
  constexpr std::int64_t kDay = 86400;
  const bool known = !value[2].ref && (env.virtual_time() || env.bubbles || value[0].bits != 0);
  if (!known) return "time";
  const auto seconds = static_cast<std::int64_t>(value[0].bits);
  const std::int64_t days = seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::year{1} / 1 / 1} + std::chrono::days{days}};
  const auto of_day = static_cast<int>(seconds - days * kDay);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), of_day / 3600, of_day / 60 % 60, of_day % 60);
  std::string out = text;
  if (value[1].bits != 0) {
    std::snprintf(text, sizeof text, ".%09u", static_cast<unsigned>(value[1].bits));
    out += text;
    while (out.back() == '0') out.pop_back();
  }
  return out + " +0000 UTC";
}

}  // namespace

std::string value_text(World& world, program::TypeId type, std::span<const Slot> value) {
  const program::Program& p = world.environment().program;
  const program::RuntimeType& t = p.types[type];
  const auto floating = [](double d) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, d).ptr;
    return std::string(buffer, end);
  };
  switch (t.kind) {
    case TypeKind::Bool:
      return value[0].bits != 0 ? "true" : "false";
    case TypeKind::String:
      return '"' + world.environment().strings.get(value[0].bits) + '"';
    case TypeKind::Float32:
    case TypeKind::Float64:
      return floating(float_of(t.kind, value[0].bits));
    case TypeKind::Complex64:
    case TypeKind::Complex128:
      return "(" + floating(float_of(t.kind, value[0].bits)) + "+" +
             floating(float_of(t.kind, value[1].bits)) + "i)";
    case TypeKind::Struct: {
      if (t.name == "time.Time" && value.size() == 4) return time_text(world.environment(), value);
      std::string out = "{";
      for (const program::Field& f : t.fields) {
        if (out.size() > 1) out += ' ';
        out += value_text(world, f.type, value.subspan(f.offset, p.types[f.type].slots));
      }
      return out + "}";
    }
    case TypeKind::Array:
    case TypeKind::Slice: {
      const std::uint32_t n = p.types[t.element].slots;
      std::span<const Slot> all = value;
      std::uint64_t count = static_cast<std::uint64_t>(t.length);
      if (t.kind == TypeKind::Slice) {
        count = value[1].bits;
        if (count != 0 && n != 0) {
          all = std::span<const Slot>(world.object(value[0]).slots).subspan(ref_offset(value[0]));
        }
      }
      std::string out = "[";
      for (std::uint64_t i = 0; i < count; ++i) {
        if (i > 0) out += ' ';
        if (i == 8) return out + "...]";
        out += value_text(world, t.element, n == 0 ? all.subspan(0, 0) : all.subspan(i * n, n));
      }
      return out + "]";
    }
    case TypeKind::Interface: {
      if (value[0].bits == 0) return "<nil>";
      const auto dynamic = static_cast<program::TypeId>(value[0].bits);
      const std::uint32_t n = p.types[dynamic].slots;
      if (n == 0) return "{}";
      if (n == 1) return value_text(world, dynamic, value.subspan(1, 1));
      return value_text(world, dynamic, world.object(value[1]).slots);
    }
    case TypeKind::Chan:
      return value[0].ref ? world.name_of(ref_object(value[0]), "ch") : "<nil>";
    case TypeKind::Pointer:
      if (!value[0].ref) return "<nil>";
      if (const std::string text = error_text(world, t.element, value[0]); !text.empty()) return text;
      if (const std::string name = memory_name(world, value[0], "var", t.element); !name.empty()) return "&" + name;
      return "pointer";
    case TypeKind::Map:
      return is_nil(value[0]) ? "map[]" : world.name_of(ref_object(value[0]), "map");
    case TypeKind::Func:
    case TypeKind::UnsafePointer:
      return is_nil(value[0]) ? "<nil>" : "func";
    default:
      if (is_signed(t.kind)) return std::to_string(static_cast<std::int64_t>(value[0].bits));
      return std::to_string(value[0].bits);
  }
}

namespace {

const char* kind_name(Op op) {
  switch (op) {
    case Op::MutexLock:
    case Op::MutexUnlock:
    case Op::MutexTryLock:
      return "mutex";
    case Op::RWMutexRLock:
    case Op::RWMutexRUnlock:
    case Op::RWMutexTryRLock:
    case Op::RWMutexAnnounce:
    case Op::RWMutexWait:
    case Op::RWMutexRelease:
    case Op::RWMutexTryLock:
      return "rwmutex";
    case Op::WaitGroupAdd:
    case Op::WaitGroupWait:
      return "wg";
    case Op::CondAdd:
    case Op::CondWait:
    case Op::CondSignal:
    case Op::CondBroadcast:
      return "cond";
    case Op::SemaphoreAcquire:
    case Op::SemaphoreRelease:
    case Op::SyncStep:
      return "sema";
    case Op::AtomicLoad:
    case Op::AtomicStore:
    case Op::AtomicAdd:
    case Op::AtomicSwap:
    case Op::AtomicCompareAndSwap:
    case Op::AtomicAnd:
    case Op::AtomicOr:
      return "atomic";
    default:
      return "var";
  }
}

}  // namespace

std::string object_text(World& world, const Slot& ref, Op op) {
  if (!ref.ref) return op == Op::ChanSend || op == Op::ChanReceive || op == Op::ChanClose ? "nil chan" : "";
  const Object& o = world.object(ref);
  const program::Program& p = world.environment().program;
  switch (o.kind) {
    case Object::Kind::Chan: {
      std::string out = world.name_of(ref_object(ref), "ch") + " cap " + std::to_string(o.capacity);
      if (o.capacity > 0) {
        const program::TypeId element = p.types[o.type].element;
        const std::uint32_t n = p.types[element].slots;
        out += " [";
        for (std::uint32_t i = 0; i < o.count; ++i) {
          if (i > 0) out += ' ';
          if (i == 16) {
            out += "...";
            break;
          }
          out += value_text(world, element, std::span<const Slot>(o.slots).subspan(i * n, n));
        }
        out += "]";
      }
      return o.closed ? out + " closed" : out;
    }
    case Object::Kind::Map:
      return world.name_of(ref_object(ref), "map");
    case Object::Kind::Timer:
      return world.name_of(ref_object(ref), "timer");
    default: {
      const char* kind = kind_name(op);
      const std::string out = memory_name(world, ref, kind);
      const auto value = [&](std::uint32_t i) {
        const std::size_t at = ref_offset(ref) + i;
        return at < o.slots.size() ? o.slots[at].bits : 0;
      };
      const std::string k = kind;
      if (k == "mutex") return out + (value(0) != 0 ? " locked" : " free");
      if (k == "rwmutex") {
        return out + (value(1) != 0 ? " writer" : "") + " readers " + std::to_string(value(2));
      }
      if (k == "wg") return out + " counter " + std::to_string(static_cast<std::int64_t>(value(0)));
      if (k == "atomic" && !o.slots.empty() && !o.slots[ref_offset(ref)].ref) {
        return out + " = " + std::to_string(static_cast<std::int64_t>(value(0)));
      }
      return out;
    }
  }
}

std::string wait_reason(const Environment& env, const Goroutine& g) {
  const Frame& f = g.frames.back();
  const program::Function& function = env.program.functions[f.function];
  const program::Instruction& in = function.code[f.pc];
  const bool modern = env.options.go_version >= 20;
  if (function.name.starts_with("iter.")) return "coroutine";
  const auto nil = [&](std::int32_t at) { return is_nil(f.slots[static_cast<std::size_t>(at)]); };
  switch (in.op) {
    case Op::ChanSend:
      return nil(in.a) ? "chan send (nil chan)" : "chan send";
    case Op::ChanReceive:
      return nil(in.b) ? "chan receive (nil chan)" : "chan receive";
    case Op::Select:
      return function.selects[static_cast<std::size_t>(in.b)].cases.empty() ? "select (no cases)" : "select";
    case Op::MutexLock: {
      // An RWMutex's Lock that waits for the writers' mutex shows the mutex.
      return modern ? "sync.Mutex.Lock" : "semacquire";
    }
    case Op::RWMutexRLock:
      return modern ? "sync.RWMutex.RLock" : "semacquire";
    case Op::RWMutexWait:
      return modern ? "sync.RWMutex.Lock" : "semacquire";
    case Op::WaitGroupWait:
      return env.options.go_version >= 24 ? "sync.WaitGroup.Wait" : "semacquire";
    case Op::SemaphoreAcquire:
    case Op::SyncStep: {
      if (function.name.starts_with("net.")) return in.op == Op::SyncStep ? "running" : "IO wait";
      if (function.name.ends_with("(*RWMutex).RLock")) return modern ? "sync.RWMutex.RLock" : "semacquire";
      if (function.name.ends_with("(*RWMutex).Lock")) return modern ? "sync.RWMutex.Lock" : "semacquire";
      const bool named = env.options.go_version >= 24 && function.name.ends_with("(*WaitGroup).Wait");
      return named ? "sync.WaitGroup.Wait" : in.op == Op::SyncStep ? "running" : "semacquire";
    }
    case Op::CondWait:
      return "sync.Cond.Wait";
    case Op::Sleep:
      return "sleep";
    default:
      return "running";
  }
}

std::vector<GoroutineView> goroutine_views(World& world) {
  const Environment& env = world.environment();
  std::vector<GoroutineView> out;
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    const Goroutine& g = world.goroutine(i);
    GoroutineView v;
    v.slot = i;
    v.is_main = i == 0;
    const bool ending = g.status == Goroutine::Status::Ending;
    v.status = ending ? GoroutineView::Status::Standing : static_cast<GoroutineView::Status>(g.status);
    if (ending) v.wait_reason = "running";
    if (i != 0) {
      const program::Function& creator = env.program.functions[g.created_function];
      v.created_by = creator.name;
      v.created_in_library = creator.is_library;
      v.created_at = creator.positions[g.created_pc];
    }
    if (g.status == Goroutine::Status::Standing) {
      v.wait_reason = wait_reason(env, g);
      v.sleeping = v.wait_reason == "sleep";
      const Frame& top = g.frames.back();
      const program::Instruction& in = env.program.functions[top.function].code[top.pc];
      std::vector<ChannelCase> cases;
      bool has_default = false;
      if (channel_cases(env, g, cases, has_default)) {
        for (const ChannelCase& c : cases) {
          if (!v.object.empty()) v.object += ", ";
          v.object += object_text(world, c.channel, Op::ChanSend);
        }
      } else if (program::op_visible(in.op) && in.b >= 0 &&
                 static_cast<std::size_t>(in.b) < top.slots.size() && top.slots[in.b].ref) {
        // Who waits has a place in the Cond's list; what it is told by is the Cond, the receiver of Wait.
        const std::size_t slot = in.op == Op::CondWait ? 0 : static_cast<std::size_t>(in.b);
        v.object = object_text(world, top.slots[slot], in.op);
      }
      for (auto f = g.frames.rbegin(); f != g.frames.rend(); ++f) {
        const program::Function& function = env.program.functions[f->function];
        v.stack.push_back({function.name, function.positions[f->pc], function.is_library});
      }
    }
    out.push_back(std::move(v));
  }
  return out;
}

base::Position outermost_loop(World& world, std::uint32_t goroutine) {
  for (const Frame& f : world.goroutine(goroutine).frames) {
    const program::Function& function = world.environment().program.functions[f.function];
    if (function.is_library) continue;
    if (const base::Position loop = program::loop_at(function, f.pc); loop.valid()) return loop;
  }
  return {};
}

void Interpreter::note(std::string_view operation, const Slot& object, std::string value) {
  if (!log_.wants_events) return;
  Event e;
  e.goroutine = self_;
  e.operation = operation;
  if (object.ref) e.object = object_text(world_, object, instruction().op);
  e.value = std::move(value);
  e.position = user_position();
  log_.events.push_back(std::move(e));
}

Action* Interpreter::act(Action::Kind kind, const Slot& ref, std::uint32_t count) {
  if (!log_.wants_actions) return nullptr;
  Action a;
  a.kind = kind;
  a.goroutine = self_;
  if (ref.ref) {
    a.object = world_.identity(ref_object(ref));
    a.offset = ref_offset(ref);
    if (world_.object(ref).kind == Object::Kind::Chan) a.capacity = world_.object(ref).capacity;
  }
  a.count = count;
  // The note of a visible operation comes right before what it does.
  if (!log_.events.empty() && kind != Action::Kind::Read && kind != Action::Kind::Write) {
    a.event = static_cast<std::uint32_t>(log_.events.size()) - 1;
  }
  a.position = user_position();
  if (world_.names()->stacks) {
    for (auto f = g_->frames.rbegin(); f != g_->frames.rend(); ++f) {
      const program::Function& function = env_.program.functions[f->function];
      a.stack.push_back({function.name, function.positions[f->pc], function.is_library});
    }
  }
  log_.actions.push_back(std::move(a));
  return &log_.actions.back();
}

std::string Interpreter::show(program::TypeId type, std::span<const Slot> value) {
  return log_.wants_events ? runtime::value_text(world_, type, value) : std::string();
}

}  // namespace model::runtime
