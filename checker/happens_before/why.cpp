#include "checker/happens_before/why.hpp"

namespace checker::happens_before {

using model::Action;

bool is_synchronisation(const Action& a) {
  switch (a.kind) {
    case Action::Kind::Read:
    case Action::Kind::Write:
    case Action::Kind::Inspect:
    case Action::Kind::Change:
    case Action::Kind::Drain: return false;
    default: return true;
  }
}

const char* operation_name(Action::Kind kind) {
  switch (kind) {
    case Action::Kind::Go: return "go statement";
    case Action::Kind::Send: return "send";
    case Action::Kind::Receive: return "receive";
    case Action::Kind::ReceiveClosed: return "receive from the closed channel";
    case Action::Kind::Close: return "close";
    case Action::Kind::Lock: return "Lock";
    case Action::Kind::Unlock: return "Unlock";
    case Action::Kind::ReadLock: return "RLock";
    case Action::Kind::ReadUnlock: return "RUnlock";
    case Action::Kind::WriteLock: return "Lock";
    case Action::Kind::WriteUnlock: return "Unlock";
    case Action::Kind::Done: return "Done";
    case Action::Kind::Wait: return "Wait";
    case Action::Kind::Acquire: return "acquire";
    case Action::Kind::Release: return "release";
    case Action::Kind::Signal: return "Signal";
    case Action::Kind::Woken: return "Wait";
    case Action::Kind::AtomicLoad: return "atomic load";
    case Action::Kind::AtomicStore: return "atomic store";
    case Action::Kind::AtomicUpdate: return "atomic update";
    case Action::Kind::StartTimer: return "start of the timer";
    case Action::Kind::Drain: return "drain";
    case Action::Kind::Fire: return "timer";
    case Action::Kind::BubbleLeave: return "end or wait in the bubble";
    case Action::Kind::BubbleWait: return "synctest.Wait or Test";
    case Action::Kind::Publish: return "publication";
    case Action::Kind::Observe: return "observation";
    case Action::Kind::Inspect: return "atomic read";
    case Action::Kind::Change: return "atomic write";
    case Action::Kind::Read: return "read";
    case Action::Kind::Write: return "write";
  }
  return "";
}

const char* edge_name(model::Edge edge) {
  switch (edge) {
#define X(name, label, source) \
  case model::Edge::name:      \
    return label;
#include "model/happens_before.def"
#undef X
  }
  return "";
}

Why why_unordered(const Execution& execution, const Race& race) {
  const Node& first = execution.node(race.first);
  const Node& second = execution.node(race.second);
  const std::uint32_t g = first.goroutine;
  const std::uint32_t known = g < second.start.size() ? second.start[g] : 0;
  Why why;
  for (NodeId n = 0; n < execution.size(); ++n) {
    const Node& node = execution.node(n);
    const bool synchronises = is_synchronisation(node.action);
    if (node.goroutine == g) {
      if (known != 0 && node.number == known) why.known = n;
      if (!synchronises) continue;
      if (node.number < first.number) why.before_first = n;
      if (node.number > first.number && !why.after_first && n < race.second) why.after_first = n;
    } else if (node.goroutine == second.goroutine && synchronises && node.number < second.number) {
      why.before_second = n;
    }
  }
  return why;
}

}  // namespace checker::happens_before
