#include "checker/finding/property.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace checker::finding {
namespace {

using model::program::Specification;
using model::program::SpecOrder;
using model::program::SpecProtocol;
using schedule::Occurrence;

/// Tells of events of one schedule.
struct Teller {
  const model::base::FileSet& files;
  const schedule::Schedule& schedule;

  std::string who(const Occurrence& o) const { return schedule::lane_name(schedule, o.goroutine); }
  std::string operator()(const Occurrence& o) const {
    return fmt::format("{} at {} by {}", o.event, files.describe(o.position), who(o));
  }
};

std::string ordinal(std::size_t n) {
  const char* ending = n % 100 / 10 == 1 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
  return std::to_string(n) + ending;
}

/// The two events that the last step shows to be unordered.
void explain_order(const SpecOrder& order, const Teller& told, Finding::Property& out) {
  std::vector<const Occurrence*> first, second;
  const Occurrence* last = nullptr;
  for (const Occurrence& o : out.word) {
    if (o.number == order.first) first.push_back(&o);
    if (o.number == order.second) second.push_back(&o);
    last = &o;
  }
  if (first.empty() || second.empty() || last == nullptr) return;
  const std::size_t k = second.size();
  if (last->number == order.first && (order.every || first.size() <= second.size())) {
    const Occurrence& b = *second[order.every ? 0 : first.size() - 1];
    out.why = fmt::format("{} only happens after {}", told(*first.back()), told(b));
    return;
  }
  const std::string which = order.every || (first.size() == 1 && k == 1) ? "" : "the " + ordinal(k) + " ";
  // Of A* all earlier ones must be ordered; the latest by another goroutine is a likely one that is not.
  const Occurrence* a = order.every ? first.back() : first[std::min(k, first.size()) - 1];
  for (auto f = first.rbegin(); order.every && f != first.rend(); ++f) {
    if ((*f)->goroutine == second.back()->goroutine) continue;
    a = *f;
    break;
  }
  out.why = fmt::format(
      "{}{} does not happen before {}{}: nothing that {} does from there on has reached {} by then", which, told(*a), which,
      told(*second.back()), told.who(*a), told.who(*second.back()));
}

void explain_protocol(const SpecProtocol& protocol, const std::string& entry, Finding::Property& out) {
  std::uint32_t state = 0;
  std::size_t read = 0;
  for (; read < out.word.size(); ++read) {
    const auto letter = static_cast<std::size_t>(
        std::lower_bound(protocol.events.begin(), protocol.events.end(), out.word[read].number) - protocol.events.begin());
    if (protocol.next[state][letter] == SpecProtocol::kDead) break;
    state = protocol.next[state][letter];
  }
  out.came = "the return of " + entry;
  if (read < out.word.size()) {
    out.came = out.word[read].event;
    out.word.resize(read + 1);
  }
}

}  // namespace

void name_events(const Specification& spec, schedule::Schedule& schedule) {
  for (Occurrence& o : schedule.events) o.event = spec.events[o.number].name;
}

Finding::Property explain(const Specification& spec, const model::base::FileSet& files, const std::string& entry,
                          const schedule::Rebuilt& rebuilt) {
  Finding::Property out;
  const model::Failure& failure = *rebuilt.failure;
  const auto take = [&](auto wanted) {
    for (const Occurrence& o : rebuilt.schedule.events) {
      if (!wanted(o.number)) continue;
      out.word.push_back(o);
      out.word.back().event = spec.events[o.number].name;
    }
  };
  switch (failure.kind) {
    case model::Failure::Kind::Order: {
      const SpecOrder& order = spec.orders[failure.annotation];
      out.annotation = "order";
      take([&](std::uint32_t e) { return e == order.first || e == order.second; });
      explain_order(order, {files, rebuilt.schedule}, out);
      break;
    }
    case model::Failure::Kind::Protocol: {
      const SpecProtocol& protocol = spec.protocols[failure.annotation];
      out.annotation = "protocol";
      take([&](std::uint32_t e) { return std::binary_search(protocol.events.begin(), protocol.events.end(), e); });
      explain_protocol(protocol, entry, out);
      // What could have come at the place of what came.
      std::uint32_t state = 0;
      const std::size_t good = out.word.size() - (!out.word.empty() && out.came == out.word.back().event ? 1 : 0);
      for (std::size_t i = 0; i < good; ++i) {
        const auto letter = std::lower_bound(protocol.events.begin(), protocol.events.end(), out.word[i].number);
        state = protocol.next[state][static_cast<std::size_t>(letter - protocol.events.begin())];
        if (state == SpecProtocol::kDead) return out;
      }
      for (std::size_t l = 0; l < protocol.events.size(); ++l) {
        if (protocol.next[state][l] != SpecProtocol::kDead) out.expected.push_back(spec.events[protocol.events[l]].name);
      }
      if (protocol.accepting[state]) out.expected.push_back("the return of " + entry);
      break;
    }
    default:
      out.annotation = "invariant";
      out.before = rebuilt.before;
      out.after = rebuilt.after;
  }
  return out;
}

std::vector<Note> vacuous(const Specification& spec, const std::set<std::uint32_t>& happened,
                          const std::set<std::uint32_t>& compared) {
  std::vector<Note> notes;
  for (std::uint32_t e = 0; e < spec.events.size(); ++e) {
    if (happened.count(e) != 0) continue;
    notes.push_back({"event " + spec.events[e].name + " never happens", spec.events[e].position, "vacuous",
                     spec.events[e].name});
  }
  for (std::uint32_t o = 0; o < spec.orders.size(); ++o) {
    const SpecOrder& order = spec.orders[o];
    if (compared.count(o) != 0 || happened.count(order.first) == 0 || happened.count(order.second) == 0) continue;
    notes.push_back({"order " + order.text + " is never put to the test: no run has both of its events", order.position,
                     "vacuous", spec.events[order.second].name});
  }
  return notes;
}

}  // namespace checker::finding
