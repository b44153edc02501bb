// Known shapes.

#include "checker/finding/suggestion.hpp"

#include <algorithm>

namespace checker::finding {
namespace {

std::string object_name(const std::string& object) { return object.substr(0, object.find_first_of(" ,")); }

const schedule::Goroutine* stuck_one(const Finding& f) {
  for (const schedule::Goroutine& g : f.schedule.goroutines) {
    const model::Frame* frame = schedule::user_frame(g.stack);
    if (frame != nullptr && frame->position == f.position) return &g;
  }
  return nullptr;
}

bool used(const Finding& f, const std::string& object, const std::string& operation) {
  return std::any_of(f.schedule.lines.begin(), f.schedule.lines.end(), [&](const schedule::Line& line) {
    return object_name(line.object) == object && line.operation.find(operation) != std::string::npos;
  });
}

std::string for_blocked(const Finding& f) {
  const auto locking = std::count_if(f.schedule.goroutines.begin(), f.schedule.goroutines.end(), [](const auto& other) {
    return other.status.find("Lock") != std::string::npos;
  });
  if (locking > 1) return "lock mutexes in the same order everywhere";
  const schedule::Goroutine* g = stuck_one(f);
  if (g == nullptr) return "";
  const std::string object = object_name(g->object);
  if (object == "nil") return "make the channel before it is used";
  if (g->status == "chan send") {
    return g->object.find(" cap 0") != std::string::npos
               ? "give the channel room for the value (a buffer of 1) if its receiver may leave, or select on ctx.Done() too"
               : "make the buffer as large as the number of sends, or let the receiver take all of them";
  }
  if (g->status == "chan receive") {
    return used(f, object, "close") || !used(f, object, "send") ? "" : "let the sender close the channel when it is done, or receive only as often as it sends";
  }
  if (g->status == "sync.Mutex.Lock" || g->status == "sync.RWMutex.Lock" || g->status == "sync.RWMutex.RLock") {
    return "unlock on every path: `defer mu.Unlock()` right after the lock";
  }
  if (g->status == "sync.WaitGroup.Wait") return "call Done once for each Add on every path: `defer wg.Done()` first in the goroutine";
  if (g->status == "sync.Cond.Wait") return "wait in a loop over the condition, and change it under the lock before the signal";
  return "";
}

}  // namespace

std::string suggestion(const Finding& f) {
  if (f.message == "send on closed channel") return "let the sender close the channel, after its last send";
  if (f.message == "close of closed channel") return "let one goroutine, the owner, close the channel, or close it in a sync.Once";
  if (f.message == "sync: negative WaitGroup counter") return "call Add before the go statement, and Done once for each";
  if (f.kind == Kind::Deadlock || f.kind == Kind::Leak || f.kind == Kind::Hang) return for_blocked(f);
  if (f.kind == Kind::Race) return "guard both accesses by one mutex, or order them by a channel";
  return "";
}

}  // namespace checker::finding
