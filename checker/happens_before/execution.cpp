#include "checker/happens_before/execution.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace checker::happens_before {

using model::Action;
using model::Edge;

namespace {

void join(Clock& into, const Clock& from) {
  if (into.size() < from.size()) into.resize(from.size(), 0);
  for (std::size_t i = 0; i < from.size(); ++i) into[i] = std::max(into[i], from[i]);
}

std::uint64_t mix(std::uint64_t h, std::uint64_t value) {
  h = (h ^ value) * 0xff51afd7ed558ccdULL;
  return h ^ h >> 32;
}

}  // namespace

bool is_access(const Action& a) {
  return a.kind == Action::Kind::Read || a.kind == Action::Kind::Write || a.access;
}
bool is_write(const Action& a) {
  return a.kind == Action::Kind::Write || a.kind == Action::Kind::AtomicStore ||
         a.kind == Action::Kind::AtomicUpdate || a.kind == Action::Kind::Change;
}
bool is_atomic(const Action& a) {
  return a.kind != Action::Kind::Read && a.kind != Action::Kind::Write;
}

bool Execution::before(NodeId a, NodeId b) const {
  const Node& x = *nodes_[a];
  const Clock& clock = nodes_[b]->start;
  return x.goroutine < clock.size() && clock[x.goroutine] >= x.number;
}

NodeId Execution::last(std::uint32_t goroutine) const {
  const auto at = last_.find(goroutine);
  return at == last_.end() ? kNoNode : at->second;
}

NodeId Execution::started_by(std::uint32_t goroutine) const {
  const auto at = started_by_.find(goroutine);
  return at == started_by_.end() ? kNoNode : at->second;
}

/// An edge. Atomics are one event, and a timer that fires hands on what started it; of everything else the start is handed on.
void Execution::learn(Node& node, NodeId self, NodeId from, Edge edge) {
  if (from == kNoNode) return;
  const Node& source = *nodes_[from];
  const bool known = source.goroutine != 0 && source.goroutine < node.done.size() &&
                     node.done[source.goroutine] >= source.number;
  if (!known) arrows_.push_back({from, self, edge});
  join(node.done, edge == Edge::Atomic || source.goroutine == 0 ? source.done : source.start);
  node.hash = mix(node.hash, source.hash);
}

void Execution::learn_all(Node& node, NodeId self, const Key& key, Edge edge) {
  const auto at = handed_on_.find(key);
  if (at == handed_on_.end()) return;
  // The latest first: what is ordered before it needs no arrow of its own.
  for (auto n = at->second.rbegin(); n != at->second.rend(); ++n) learn(node, self, *n, edge);
}

void Execution::learn_at(Node& node, NodeId self, const Key& key, std::size_t index, Edge edge) {
  const auto& nodes = handed_on_[key];
  if (index < nodes.size()) learn(node, self, nodes[index], edge);
}

/// The rules, an operation each.
void Execution::synchronise(Node& node, NodeId self) {
  const Action& a = node.action;
  const auto key = [&](Role role) { return Key(a.object, a.offset, role); };
  const auto append = [&](Role role) { handed_on_[key(role)].push_back(self); };
  const auto replace = [&](Role role) { handed_on_[key(role)] = {self}; };
  switch (a.kind) {
    case Action::Kind::Send: {
      const std::size_t k = handed_on_[key(Role::Sends)].size();
      if (k >= a.capacity && a.capacity > 0) {
        learn_at(node, self, key(Role::Receives), k - a.capacity, Edge::Capacity);
      }
      return append(Role::Sends);
    }
    case Action::Kind::Receive: {
      const std::size_t k = handed_on_[key(Role::Receives)].size();
      learn_at(node, self, key(Role::Sends), k, Edge::SendReceive);
      return append(Role::Receives);
    }
    case Action::Kind::ReceiveClosed:
      return learn_all(node, self, key(Role::Closed), Edge::CloseReceive);
    case Action::Kind::Close:
      return replace(Role::Closed);
    case Action::Kind::Drain: {
      auto& receives = handed_on_[key(Role::Receives)];
      receives.resize(handed_on_[key(Role::Sends)].size(), kNoNode);
      return;
    }
    case Action::Kind::Lock:
      return learn_all(node, self, key(Role::Unlocks), Edge::UnlockLock);
    case Action::Kind::Unlock:
      return append(Role::Unlocks);
    case Action::Kind::ReadLock:
      return learn_all(node, self, key(Role::WriteUnlocks), Edge::UnlockRLock);
    case Action::Kind::ReadUnlock:
      return append(Role::ReadUnlocks);
    case Action::Kind::WriteLock:
      return learn_all(node, self, key(Role::ReadUnlocks), Edge::RUnlockLock);
    case Action::Kind::WriteUnlock:
      handed_on_[key(Role::ReadUnlocks)].clear();
      return append(Role::WriteUnlocks);
    case Action::Kind::Done:
      return append(Role::Dones);
    case Action::Kind::Wait:
      return learn_all(node, self, key(Role::Dones), Edge::DoneWait);
    case Action::Kind::Release:
      return append(Role::Releases);
    case Action::Kind::Acquire:
      return learn_all(node, self, key(Role::Releases), Edge::SourceSteps);
    case Action::Kind::BubbleLeave:
      return append(Role::Releases);
    case Action::Kind::BubbleWait:
      return learn_all(node, self, key(Role::Releases), Edge::Bubble);
    case Action::Kind::Signal:
      return replace(Role::Signals);
    case Action::Kind::Woken:
      return learn_all(node, self, key(Role::Signals), Edge::SignalWait);
    case Action::Kind::AtomicLoad:
      return learn_all(node, self, key(Role::Stores), Edge::Atomic);
    case Action::Kind::AtomicUpdate:
      learn_all(node, self, key(Role::Stores), Edge::Atomic);
      return replace(Role::Stores);
    case Action::Kind::AtomicStore:
      return replace(Role::Stores);
    case Action::Kind::StartTimer:
      return replace(Role::Timer);
    case Action::Kind::Fire:
      learn_all(node, self, key(Role::Timer), Edge::Timer);
      if (a.target != 0) handed_on_[Key(a.target, 0, Role::Sends)].push_back(self);
      return;
    case Action::Kind::Publish:
      return replace(Role::Published);
    case Action::Kind::Observe:
      return learn_all(node, self, key(Role::Published), Edge::Observe);
    case Action::Kind::Go:
    case Action::Kind::Inspect:
    case Action::Kind::Change:
    case Action::Kind::Read:
    case Action::Kind::Write:
      return;
  }
}

void Execution::find_races(const Node& node, NodeId self) {
  const Action& b = node.action;
  for (const NodeId n : accesses_[b.object]) {
    const Action& a = nodes_[n]->action;
    if (nodes_[n]->goroutine == node.goroutine) continue;
    if (!(is_write(a) || is_write(b)) || (is_atomic(a) && is_atomic(b))) continue;
    const std::uint32_t from = std::max(a.offset, b.offset);
    const std::uint32_t to = std::min(a.offset + a.count, b.offset + b.count);
    if (from >= to || before(n, self)) continue;
    std::uint64_t last = 0;
    for (std::uint32_t at = from; at < to; ++at) {
      const std::uint64_t location = b.locations[at - b.offset];
      if (at == from || location != last) races_.push_back({n, self, location});
      last = location;
    }
  }
}

NodeId Execution::add(const Action& action, std::uint32_t goroutine, std::uint32_t started,
                      std::uint32_t step) {
  const auto self = static_cast<NodeId>(nodes_.size());
  auto created = std::make_shared<Node>();
  Node& node = *created;
  node.action = action;
  node.goroutine = goroutine;
  node.step = step;
  if (goroutine != 0) {
    NodeId previous = last(goroutine);
    Edge edge = Edge::Go;
    const bool first = previous == kNoNode;
    if (first) {
      if (const auto at = started_by_.find(goroutine); at != started_by_.end()) previous = at->second;
      if (previous != kNoNode && nodes_[previous]->goroutine == 0) edge = Edge::Timer;
    } else {
      node.number = nodes_[previous]->number;
    }
    if (previous != kNoNode) {
      node.start = nodes_[previous]->done;
      node.hash = mix(nodes_[previous]->hash, goroutine);
      if (first) arrows_.push_back({previous, self, edge});
    }
    ++node.number;
    if (node.start.size() <= goroutine) node.start.resize(goroutine + std::size_t{1}, 0);
    node.start[goroutine] = node.number;
  }
  node.hash = mix(mix(node.hash, static_cast<std::uint64_t>(action.kind)), node.number);
  node.done = node.start;
  nodes_.push_back(created);
  synchronise(node, self);
  // The receive of an unbuffered send comes right behind it: each start is before the other's completion.
  if (action.kind == Action::Kind::Receive && action.capacity == 0) {
    const auto& sends = handed_on_[Key(action.object, action.offset, Role::Sends)];
    const auto& receives = handed_on_[Key(action.object, action.offset, Role::Receives)];
    const NodeId sent = sends[receives.size() - 1];
    auto sender = std::make_shared<Node>(*nodes_[sent]);
    learn(*sender, sent, self, Edge::ReceiveSend);
    nodes_[sent] = std::move(sender);
  }
  if (goroutine != 0) last_[goroutine] = self;
  if (started != 0) started_by_[started] = self;
  if (is_access(action)) {
    find_races(node, self);
    accesses_[action.object].push_back(self);
  }
  return self;
}

std::vector<std::uint64_t> Execution::key(const std::map<std::uint32_t, std::uint32_t>& numbers,
                                          const std::vector<std::uint32_t>& slots) const {
  std::vector<std::uint64_t> out;
  for (const std::uint32_t g : slots) {
    NodeId n = last(g);
    if (n == kNoNode) {
      if (const auto at = started_by_.find(g); at != started_by_.end()) n = at->second;
    }
    out.push_back(n == kNoNode ? 0 : nodes_[n]->hash);
  }
  const auto number = [&](std::uint32_t identity) {
    const auto at = numbers.find(identity);
    return at == numbers.end() ? 0 : at->second;
  };
  std::vector<std::vector<std::uint64_t>> lists;
  for (const auto& [key, nodes] : handed_on_) {
    const auto& [identity, offset, role] = key;
    if (number(identity) == 0) continue;
    auto& list = lists.emplace_back();
    list = {number(identity), offset, static_cast<std::uint64_t>(role)};
    for (const NodeId n : nodes) list.push_back(n == kNoNode ? 0 : nodes_[n]->hash);
  }
  for (const auto& [identity, nodes] : accesses_) {
    if (number(identity) == 0) continue;
    for (const NodeId n : nodes) {
      const Action& a = nodes_[n]->action;
      lists.push_back({number(identity), a.offset, a.count, static_cast<std::uint64_t>(a.kind),
                       nodes_[n]->goroutine, nodes_[n]->hash});
    }
  }
  std::ranges::sort(lists);
  for (const auto& list : lists) {
    out.push_back(list.size());
    out.insert(out.end(), list.begin(), list.end());
  }
  return out;
}

}  // namespace checker::happens_before
