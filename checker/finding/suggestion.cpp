// Known shapes.

#include "checker/finding/suggestion.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "checker/schedule/holders.hpp"

namespace checker::finding {
namespace {

using schedule::Goroutine;
using schedule::Line;
using schedule::object_name;

const Goroutine* stuck_one(const Finding& f, const Root& root) {
  for (const Goroutine& g : f.schedule.goroutines) {
    if (g.id == root.goroutine) return &g;
  }
  for (const Goroutine& g : f.schedule.goroutines) {
    if (schedule::user_place(g) == f.position) return &g;
  }
  return nullptr;
}

bool used(const Finding& f, const std::string& object, const std::string& operation) {
  return std::any_of(f.schedule.lines.begin(), f.schedule.lines.end(), [&](const Line& line) {
    return object_name(line.object) == object &&
           line.operation.find(operation) != std::string::npos;
  });
}

bool is_counter(const Goroutine& g) { return g.object.find(" counter ") != std::string::npos; }

bool waits_for_lock(const Goroutine& g) {
  return g.status.find("Lock") != std::string::npos || (g.status == "semacquire" && !is_counter(g));
}

bool any_by(const std::vector<const Line*>& lines, std::uint32_t goroutine) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const Line* line) { return line->goroutine == goroutine; });
}

std::string holds_it_already(const Finding& f, const Goroutine& g) {
  const std::string object = object_name(g.object);
  if (g.status == "sync.RWMutex.RLock" &&
      any_by(schedule::holders(f.schedule, object).readers, g.id)) {
    return "do not take a read lock again while holding it: a writer may ask for the lock in "
           "between";
  }
  if (!any_by(schedule::blockers(f.schedule, object, g.status), g.id)) return "";
  const bool in_once = std::any_of(g.stack.begin(), g.stack.end(), [](const model::Frame& frame) {
    return frame.function == "sync.(*Once).Do";
  });
  if (in_once) return "do not call Do of a Once in the function that it calls";
  if (g.status == "sync.RWMutex.Lock")
    return "RUnlock before Lock, and look again: a read lock cannot become a write lock";
  return "unlock on every path (`defer mu.Unlock()` right after the lock), and call nothing that "
         "locks it while holding it";
}

/// Of those who wait for locks.
std::string for_locks(const Finding& f) {
  const std::vector<Goroutine>& all = f.schedule.goroutines;
  std::size_t waiting = 0;
  bool holder_waits_for_other = false, holder_is_gone = false;
  for (const Goroutine& g : all) {
    if (!waits_for_lock(g)) continue;
    ++waiting;
    if (std::string text = holds_it_already(f, g); !text.empty()) return text;
    for (const Line* lock : schedule::blockers(f.schedule, object_name(g.object), g.status)) {
      const auto holder = std::find_if(all.begin(), all.end(), [&](const Goroutine& other) {
        return other.id == lock->goroutine;
      });
      if (holder == all.end()) {
        holder_is_gone = true;
      } else if (holder->status != "running" && holder->status != "runnable" && !waits_for_lock(*holder)) {
        holder_waits_for_other = true;
      }
    }
  }
  if (waiting == 0) return "";
  if (holder_waits_for_other)
    return "unlock before waiting for something that needs the lock to come about";
  if (holder_is_gone) return "unlock on every path: `defer mu.Unlock()` right after the lock";
  return waiting > 1 ? "lock mutexes in the same order everywhere"
                     : "unlock on every path: `defer mu.Unlock()` right after the lock";
}

std::string for_wait_group(const Finding& f, const std::string& object) {
  for (const Line& line : f.schedule.lines) {
    const bool counts_down = line.operation == "add" && line.value.starts_with("-");
    if (counts_down && object_name(line.object) != object && !used(f, object, "done")) {
      const bool raised =
          std::any_of(f.schedule.lines.begin(), f.schedule.lines.end(), [&](const Line& other) {
            return object_name(other.object) == object_name(line.object) &&
                   !other.value.starts_with("-");
          });
      if (!raised) return "pass the WaitGroup by pointer: a copy of it was counted down";
    }
  }
  for (const Goroutine& g : f.schedule.goroutines) {
    if (g.status == "chan send")
      return "receive before waiting for the senders, or wait for them in a goroutine that then "
             "closes the channel";
  }
  return "call Done once for each Add on every path: `defer wg.Done()` first in the goroutine";
}

/// Waits some other goroutine for the same?
bool among_several(const Finding& f, const Goroutine& g) {
  return std::any_of(f.schedule.goroutines.begin(), f.schedule.goroutines.end(), [&](const Goroutine& other) {
    return other.id != g.id && other.status == g.status && object_name(other.object) == object_name(g.object);
  });
}

std::string for_blocked(const Finding& f, const Root& root) {
  if (std::string text = for_locks(f); !text.empty()) return text;
  const Goroutine* g = stuck_one(f, root);
  if (g == nullptr) return "";
  const std::string object = object_name(g->object);
  if (object == "nil") return "make the channel before it is used";
  if (is_counter(*g)) return for_wait_group(f, object);
  if (root.in_circle && g->status.starts_with("chan "))
    return "let both sides come to their channels in the same order, or give one channel room for the value";
  if (g->status == "chan send") {
    if (among_several(f, *g))
      return "give the channel room for all values that may be sent (a buffer of one for each sender), or select on ctx.Done() too";
    return g->object.find(" cap 0") != std::string::npos
               ? "give the channel room for the value (a buffer of 1) if its receiver may leave, "
                 "or select on ctx.Done() too"
               : "make the buffer as large as the number of sends, or let the receiver take all of "
                 "them";
  }
  if (g->status == "chan receive") {
    if (used(f, object, "close")) return "";
    return used(f, object, "send")
               ? "let the sender close the channel when it is done, or receive only as often as it "
                 "sends"
               : "send to the channel or close it on every path of whoever is to do so";
  }
  if (g->status == "coroutine")
    return "`defer stop()` right after iter.Pull, or call next until it returns false";
  if (g->status == "select")
    return "close a channel of the select when the work ends, or add a case for ctx.Done()";
  if (g->status == "sync.Cond.Wait")
    return "wait in a loop over the condition, and change it under the lock before the signal";
  return "";
}

/// Wait has returned because nobody had called Add yet.
bool added_too_late(const Finding& f) {
  for (const Line& wait : f.schedule.lines) {
    if (wait.operation != "wait" || !wait.object.ends_with(" counter 0")) continue;
    for (const Line& add : f.schedule.lines) {
      if (add.step > wait.step && add.operation == "add" && !add.value.starts_with("-") &&
          add.goroutine != wait.goroutine && object_name(add.object) == object_name(wait.object)) {
        return true;
      }
    }
  }
  return false;
}

std::string for_race(const Finding& f) {
  const Race& race = *f.race;
  if (added_too_late(f))
    return "call Add before the go statement: Wait did not wait for this goroutine";
  if (race.object == "map") return "guard the map by a mutex, or use a sync.Map";
  if (race.access.atomic != race.other.atomic)
    return "use the operations of sync/atomic for both accesses";
  for (const Race::Access* a : {&race.access, &race.other}) {
    if (a->write && a->last && a->last->name == "RLock") return "Lock, not RLock, before a write";
  }
  if (race.other.write && race.known) {
    const bool handed_over = race.known->name == "send" && race.access.last &&
                             race.access.last->name == "receive" &&
                             race.access.last->object == race.known->object;
    if (handed_over) return "do not write to what has been sent: it is the receiver's";
    if (race.known->name == "go statement")
      return "write before the go statement, or order both accesses by a channel, a lock or a "
             "WaitGroup";
  }
  return "guard both accesses by one mutex, or order them by a channel";
}

/// By what a message begins with.
constexpr std::pair<std::string_view, std::string_view> kByMessage[] = {
    {"send on closed channel", "let the sender close the channel, after its last send"},
    {"close of closed channel",
     "let one goroutine, the owner, close the channel, or close it in a sync.Once"},
    {"close of nil channel", "make the channel before it is closed"},
    {"assignment to entry in nil map", "make the map before the first write"},
    {"sync: negative WaitGroup counter",
     "call Add before the go statement, and Done once for each"},
    {"sync: WaitGroup",
     "call Add before the go statement, and for a new round only after every Wait has returned"},
    {"sync: unlock of unlocked mutex", "unlock once for each lock: not by hand and by defer too"},
    {"sync: RUnlock of unlocked", "RUnlock once for each RLock, and Unlock after Lock"},
    {"sync: Unlock of unlocked", "Unlock once for each Lock, and RUnlock after RLock"},
    {"no goroutines (main called runtime.Goexit)",
     "let main return, or os.Exit: after runtime.Goexit in main the others must end the process"},
    {"concurrent map", "guard the map by a mutex, or use a sync.Map"},
};

}  // namespace

std::string suggestion(const Finding& f, const Root& root) {
  for (const auto& [begin, text] : kByMessage) {
    if (f.message.starts_with(begin)) return std::string(text);
  }
  if (f.race) return for_race(f);
  if (f.kind == Kind::Deadlock || f.kind == Kind::Leak || f.kind == Kind::Hang)
    return for_blocked(f, root);
  return "";
}

}  // namespace checker::finding
