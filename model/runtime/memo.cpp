#include "model/runtime/memo.hpp"

#include <algorithm>
#include <cassert>

#include "model/runtime/content_table.hpp"
#include "model/runtime/interpreter.hpp"
#include "model/runtime/world.hpp"

namespace model::runtime {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 23;  // of one memo
constexpr std::size_t kFirstSlots = 1 << 10;
constexpr std::uint32_t kNobody = 0xffffffff;

}  // namespace

Memo::Memo(const Environment& env) : env_(env), nodes_(1), slots_(kFirstSlots, 0) { count_memory(); }

Memo::~Memo() { env_.memo_bytes.fetch_sub(counted_, std::memory_order_relaxed); }

bool Memo::usable(const Transition& t) const {
  return t.kind == Transition::Kind::Step || t.kind == Transition::Kind::Rendezvous;
}

void Memo::start(World& world) {
  key_.clear();
  numbers_.clear();
  ++stamp_;
  object_count_ = world.object_count_;
  goroutine_count_ = world.goroutine_count_;
  if (stamps_.size() < object_count_) {
    stamps_.resize(object_count_ * std::size_t{2}, 0);
    names_.resize(stamps_.size());
    seen_.resize(stamps_.size(), 0);
  }
}

Memo::Local Memo::name(std::uint32_t object) {
  if (object <= env_.program.globals.size()) return object;
  if (stamps_[object] != stamp_) {
    stamps_[object] = stamp_;
    names_[object] = kLocal + static_cast<Local>(numbers_.size());
    numbers_.push_back(object);
  }
  return names_[object];
}

bool Memo::is_named(std::uint32_t object) const {
  return object <= env_.program.globals.size() || stamps_[object] == stamp_;
}

std::uint32_t Memo::number(Local name) const {
  if (name >= kNew) return object_count_ + (name - kNew);
  return name >= kLocal ? numbers_[name - kLocal] : name;
}

void Memo::observe(ContentId content, std::span<const std::uint32_t> links) {
  key_.push_back(content);
  for (const std::uint32_t l : links) {
    const Local known = name(l);
    if (env_.options.mutation != Mutation::Aliases) key_.push_back(known);
  }
}

/// The key of the first node.
void Memo::ask(World& world, Kind question, const Transition& t) {
  start(world);
  const bool meeting = t.kind == Transition::Kind::Rendezvous;
  actor_ = t.actor;
  partner_ = meeting ? t.partner : kNobody;
  key_.push_back(0);
  // World::tracks() asks for the last three.
  key_.push_back(static_cast<std::uint32_t>(question) | (meeting ? 8U : 0) | (world.goroutine_count_ > 1 ? 16U : 0) |
                 (world.timers_.empty() ? 0 : 32U) | (world.words_[2] == 0 ? 0 : 64U) | (actor_ == 0 ? 128U : 0) |
                 (meeting && partner_ == 0 ? 256U : 0));
  key_.push_back(t.choice);
  const auto& actor = world.goroutines_[actor_];
  observe(actor.content, actor.links);
  if (!meeting) return;
  key_.push_back(t.partner_choice);
  const auto& partner = world.goroutines_[partner_];
  observe(partner.content, partner.links);
}

/// Where the number of the node with this key stands, or is to stand: then 0.
std::size_t Memo::slot_of(std::span<const std::uint32_t> key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_words(key, 0) & mask;
  while (slots_[at] != 0 && !std::ranges::equal(key_of(slots_[at]), key)) at = (at + 1) & mask;
  return at;
}

std::span<const std::uint32_t> Memo::key_of(std::uint32_t node) const {
  const std::uint32_t* key = &keys_[nodes_[node].key];
  return {key + 1, key[0]};
}

std::uint32_t Memo::find_or_add() {
  if (nodes_.size() * 2 > slots_.size()) grow();
  const std::size_t at = slot_of(key_);
  if (slots_[at] != 0) return slots_[at];
  slots_[at] = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({static_cast<std::uint32_t>(keys_.size()), Kind::Unknown, 0});
  keys_.push_back(static_cast<std::uint32_t>(key_.size()));
  keys_.insert(keys_.end(), key_.begin(), key_.end());
  return slots_[at];
}

void Memo::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t id = 1; id < nodes_.size(); ++id) slots_[slot_of(key_of(id))] = id;
}

/// What is counted is what is held.
void Memo::forget_all() {
  nodes_ = std::vector<Node>(1);
  keys_ = {};
  results_ = {};
  slots_ = std::vector<std::uint32_t>(kFirstSlots, 0);
  result_bytes_ = 0;
  count_memory();
}

void Memo::count_memory() {
  const std::size_t bytes = nodes_.capacity() * sizeof(Node) + (keys_.capacity() + slots_.capacity()) * sizeof(std::uint32_t) +
                            results_.capacity() * sizeof(Result) + result_bytes_;
  env_.memo_bytes.fetch_add(bytes - counted_, std::memory_order_relaxed);
  counted_ = bytes;
}

/// From the node with key_ on, by what is remembered. Leaves the last node that is known in node_.
Memo::Answer Memo::follow(World& world) {
  looked_.clear();
  for (;;) {
    node_ = slots_[slot_of(key_)];
    if (node_ == 0) return Answer::New;
    const Node& node = nodes_[node_];
    switch (node.kind) {
      case Kind::Unknown:
        return Answer::New;
      case Kind::Unsure:
        return Answer::Unsure;
      case Kind::Step:
      case Kind::Choices:
        return Answer::Known;
      case Kind::Look: {
        looked_.push_back(number(node.next));
        const auto& object = world.objects_[looked_.back()];
        key_.clear();
        key_.push_back(node_);
        observe(object.content, object.links);
      }
    }
  }
}

Memo::Answer Memo::step(World& world, const Transition& t) {
  if (!usable(t) || !trial_.goes_on()) return Answer::Unsure;
  ask(world, Kind::Step, t);
  const Answer answer = follow(world);
  if (answer != Answer::Known) {
    if (answer == Answer::New) ask(world, Kind::Step, t);
    return answer;
  }
  trial_.succeed();
  return apply(world, results_[nodes_[node_].next]) ? Answer::Known : Answer::Unsure;
}

Memo::Answer Memo::hidden(World& world, const Transition& t, std::vector<StepLog::Hidden>& out) {
  if (!usable(t) || trial_.pauses()) return Answer::Unsure;
  ask(world, Kind::Step, t);
  const Answer answer = follow(world);
  if (answer == Answer::Known) append_hidden(out);
  return answer;
}

void Memo::append_hidden(std::vector<StepLog::Hidden>& out) const {
  const std::uint32_t* list = &keys_[results_[nodes_[node_].next].hidden];
  for (std::uint32_t i = 1; i <= list[0]; ++i) out.push_back({number(list[i] / 2), list[i] % 2 != 0});
}

Memo::Answer Memo::choices(World& world, std::uint32_t g, std::vector<std::uint32_t>& out) {
  if (trial_.pauses()) return Answer::Unsure;
  const Transition question{Transition::Kind::Step, g, 0, 0, 0};
  ask(world, Kind::Choices, question);
  const Answer answer = follow(world);
  if (answer == Answer::New) ask(world, Kind::Choices, question);
  if (answer != Answer::Known) return answer;
  const std::uint32_t* list = &keys_[nodes_[node_].next];
  out.insert(out.end(), list + 1, list + 1 + list[0]);
  return answer;
}

/// False, with the world as it was: there is a race.
bool Memo::apply(World& world, const Result& result) {
  if (goroutine_count_ + result.started > kGoroutineLimit) return false;
  if (result.started > 0 && world.knowledge().rows() + result.changes.size() > kAccessLimit) return false;
  const auto goroutine = [&](std::uint32_t role) {
    return role == 0 ? actor_ : role == 1 ? partner_ : goroutine_count_ + role - 2;
  };
  if (!result.changes.empty() && env_.options.mutation != Mutation::Changes) {
    Knowledge& knowledge = world.knowledge();
    const auto carrier = [&](Carrier c) {
      c.object = c.kind == Carrier::Kind::Goroutine ? goroutine(c.object) : number(c.object);
      return c;
    };
    for (Knowledge::Change change : result.changes) {
      change.to = carrier(change.to);
      change.from = carrier(change.from);
      if (knowledge.make(change)) continue;
      world.knowledge_loaded_ = false;
      return false;
    }
  }
  world.resize(goroutine_count_ + result.started, object_count_ + result.made);
  const auto put = [&](auto& entry, const Part& part) {
    entry.word = 0;
    entry.content = part.content;
    entry.own_links.clear();
    for (std::uint32_t i = 0; i < part.link_count; ++i) entry.own_links.push_back(number(keys_[part.links + i]));
    entry.links = entry.own_links;
    entry.loaded = entry.dirty = false;
  };
  for (const Part& part : result.goroutines) {
    put(world.goroutines_[goroutine(part.name)], part);
    world.touched_goroutines_.push_back(goroutine(part.name));
  }
  for (const Part& part : result.objects) {
    put(world.objects_[number(part.name)], part);
    world.touched_objects_.push_back(number(part.name));
  }
  return true;
}

void Memo::begin(World& world) {
  if (counted_ > kMostBytes) forget_all();
  node_ = find_or_add();
  unsure_ = false;
  recording_ = &world;
  world.memo_ = this;
  changes_.clear();
  world.knowledge().record(&changes_);
}

void Memo::saw_object(std::uint32_t object) {
  if (unsure_ || object >= object_count_) return;
  if (seen_[object] == stamp_) return;
  seen_[object] = stamp_;
  if (!is_named(object)) {
    unsure_ = true;
    return;
  }
  Node& node = nodes_[node_];
  if (node.kind == Kind::Unknown) {
    node.kind = Kind::Look;
    node.next = name(object);
  }
  assert(node.kind == Kind::Look && node.next == name(object));
  const auto& entry = recording_->objects_[object];
  key_.clear();
  key_.push_back(node_);
  observe(entry.content, entry.links);
  node_ = find_or_add();
}

void Memo::saw_goroutine(std::uint32_t g) {
  if (env_.options.mutation == Mutation::Others) return;
  if (g != actor_ && g != partner_ && g < goroutine_count_) unsure_ = true;
}

void Memo::stop(World& world) {
  world.memo_ = nullptr;
  world.knowledge_.record(nullptr);
}

void Memo::end_choices(World& world, std::span<const std::uint32_t> choices) {
  stop(world);
  Node& node = nodes_[node_];
  assert(unsure_ || node.kind == Kind::Unknown);
  node.kind = unsure_ ? Kind::Unsure : Kind::Choices;
  node.next = static_cast<std::uint32_t>(keys_.size());
  keys_.push_back(static_cast<std::uint32_t>(choices.size()));
  keys_.insert(keys_.end(), choices.begin(), choices.end());
  count_memory();
}

void Memo::end_step(World& world, const StepLog& log) {
  // A race is one by the knowledge of this state only: another may get farther.
  const bool races = std::ranges::any_of(log.failures, [](const Failure& f) {
    return f.kind == Failure::Kind::Race || f.kind == Failure::Kind::NeedsSteps || f.kind == Failure::Kind::NeedsReads;
  });
  if (races) return;
  for (const StepLog::Hidden& h : *log.hidden) {
    if (h.object < object_count_ && !is_named(h.object)) unsure_ = true;
  }
  if (unsure_ || !log.failures.empty()) {
    nodes_[node_].kind = Kind::Unsure;
  } else {
    record_result(world, *log.hidden);
  }
  count_memory();
}

/// An object that the step made and that is there afterwards, or that has a part in the changes of knowledge.
void Memo::mark_made(World& world, std::uint32_t object) {
  if (object < object_count_ || std::ranges::find(made_, object) != made_.end()) return;
  made_.push_back(object);
  for (std::size_t i = 0; i < world.objects_[object].own_links.size(); ++i) mark_made(world, world.objects_[object].own_links[i]);
}

Memo::Local Memo::name_made(World& world, std::uint32_t object) {
  if (object < object_count_) {
    // A reference can only be one that was read: a package variable's, a link's.
    assert(is_named(object));
    return name(object);
  }
  mark_made(world, object);
  return kNew + static_cast<Local>(std::ranges::find(made_, object) - made_.begin());
}

void Memo::record_result(World& world, std::span<const StepLog::Hidden> hidden) {
  assert(nodes_[node_].kind == Kind::Unknown);
  Result result;
  made_.clear();
  const auto part = [&](Local name, const auto& entry) {
    Part p{name, entry.content, static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint32_t>(entry.links.size())};
    for (const std::uint32_t l : entry.links) keys_.push_back(name_made(world, l));
    return p;
  };
  const auto role = [&](std::uint32_t g) { return g == actor_ ? 0 : g == partner_ ? 1 : g - goroutine_count_ + 2; };
  for (std::uint32_t g = 0; g < world.goroutine_count_; ++g) {
    const auto& entry = world.goroutines_[g];
    if (entry.dirty) result.goroutines.push_back(part(role(g), entry));
  }
  for (std::uint32_t o = 1; o < object_count_; ++o) {
    const auto& entry = world.objects_[o];
    if (entry.dirty) result.objects.push_back(part(name_made(world, o), entry));
  }
  result.hidden = static_cast<std::uint32_t>(keys_.size());
  keys_.push_back(0);
  for (const StepLog::Hidden& h : hidden) {
    if (h.object >= object_count_) continue;  // made by the step
    keys_.push_back(name_made(world, h.object) * 2 + (h.write ? 1 : 0));
    ++keys_[result.hidden];
  }
  result.started = world.goroutine_count_ - goroutine_count_;
  for (Knowledge::Change change : changes_) {
    // Rows of what is gone are gone, and nobody learns from them.
    const bool access = change.kind == Knowledge::Change::Kind::Access || change.kind == Knowledge::Change::Kind::Ask;
    const std::uint32_t object = change.from.object;
    if (access && object >= object_count_ && std::ranges::find(made_, object) == made_.end()) continue;
    for (Carrier* c : {&change.to, &change.from}) {
      c->object = c->kind == Carrier::Kind::Goroutine ? role(c->object) : c->object == 0 ? 0 : name_made(world, c->object);
    }
    result.changes.push_back(change);
  }
  for (std::size_t i = 0; i < made_.size(); ++i) {
    result.objects.push_back(part(kNew + static_cast<Local>(i), world.objects_[made_[i]]));
  }
  result.made = static_cast<std::uint32_t>(made_.size());
  result_bytes_ += (result.goroutines.capacity() + result.objects.capacity()) * sizeof(Part) +
                   result.changes.capacity() * sizeof(Knowledge::Change);
  Node& node = nodes_[node_];
  node.kind = Kind::Step;
  node.next = static_cast<std::uint32_t>(results_.size());
  results_.push_back(std::move(result));
}

}  // namespace model::runtime
