#include "model/runtime/world.hpp"

#include "model/runtime/rules/channel.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <stdexcept>

namespace model::runtime {
namespace {

void translate(Slot& s, std::span<const std::uint32_t> links) {
  if (s.ref) s = make_ref(links[ref_object(s) - 1], ref_offset(s));
}
void translate(std::vector<Slot>& slots, std::span<const std::uint32_t> links) {
  for (Slot& s : slots) translate(s, links);
}

}  // namespace

World::World(const Environment& env) : env_(env), knowledge_(env.options.mutation), recent_contents_(env.contents), recent_ties_(env.tied) {}
World::~World() = default;

void World::start() {
  intact_ = false;
  knowledge_loaded_ = true;
  goroutine_count_ = 0;
  object_count_ = 1;
  first_new_object_ = 0;
  objects_.grow_to(1);
  timers_.clear();
  knowledge_.clear();
  process_ = {};
  monitor_.start(env_.program.specification);
  for (std::uint32_t i = 0; i < env_.program.globals.size(); ++i) {
    Object o;
    o.kind = Object::Kind::Cells;
    o.type = env_.program.globals[i].type;
    o.site = kGlobalSite | i;
    o.slots.resize(env_.program.types[o.type].slots);
    add_object(std::move(o));
  }
}

void World::load(std::span<const std::uint32_t> loaded) {
  const bool again = reread(loaded);
  if (!again || env_.options.memo == MachineOptions::Memo::Check) {
    const std::vector<std::uint64_t> colours = read_colours_, near = near_;
    words_.assign(loaded.begin(), loaded.end());
    ++version_;
    read();
    if (again && (colours != read_colours_ || near != near_)) throw std::logic_error("colours are not what they were");
  }
  const std::span<const std::uint32_t> words = words_;
  goroutine_count_ = words[0];
  object_count_ = first_new_object_ = words[1] + 1;
  knowledge_loaded_ = changed_ = false;
  process_ = {};
  if (const ContentId process = words[3]; process != 0) {
    const auto& w = env_.contents.get(process).words;
    process_.end = static_cast<ProcessEnd::Kind>(w[0] & 0xffU);
    process_.over = (w[0] & kOver) != 0;
    process_.exit_code = static_cast<std::int32_t>(w[1]);
    process_.message = w[2] | std::uint64_t{w[3]} << 32;
    process_.output = w[4] | std::uint64_t{w[5]} << 32;
    process_.clock = w[6] | std::uint64_t{w[7]} << 32;
    if (env_.has_specification) monitor_.decode(env_.program.specification, std::span(w).subspan(8));
  }
}

/// Entries from words_.
void World::read() {
  resize(words_[0], words_[1] + 1);
  std::size_t at = 5;
  for (std::uint32_t g = 0; g < goroutine_count_; ++g) read_entry(goroutines_[g], words_[at++]);
  at += words_[4];
  for (std::uint32_t o = 1; o < object_count_; ++o) read_entry(objects_[o], words_[at++]);
  assert(at == words_.size());
  read_timers();
  touched_goroutines_.clear();
  touched_objects_.clear();
  intact_ = true;
  owners_known_ = false;
  find_colours();
}

void World::read_timers() {
  const auto first = words_.begin() + 5 + words_[0];
  timers_.assign(first, first + words_[4]);
}

/// read() where the entries are those of a state of the same shape, as most states are that are loaded one after the other: what
/// a step has touched and what differs between the two is read again. False: there is no such state.
bool World::reread(std::span<const std::uint32_t> loaded) {
  if (!intact_ || loaded.size() != words_.size() || loaded[0] != words_[0] || loaded[1] != words_[1] || loaded[4] != words_[4]) return false;
  resize(loaded[0], loaded[1] + 1);
  const std::size_t first_timer = std::size_t{5} + loaded[0], first_object = first_timer + loaded[4];
  for (const std::uint32_t g : touched_goroutines_) {
    if (g < loaded[0]) read_entry(goroutines_[g], loaded[std::size_t{5} + g]);
  }
  for (const std::uint32_t o : touched_objects_) {
    if (o <= loaded[1]) read_entry(objects_[o], loaded[first_object + o - 1]);
  }
  touched_goroutines_.clear();
  touched_objects_.clear();
  if (std::ranges::equal(loaded, words_)) {
    read_timers();
    return true;
  }
  ++version_;
  bool same_links = true;
  std::uint64_t recoloured = 0;
  const auto read_changed = [&](auto& entries, std::size_t at, std::size_t end, std::uint32_t number, const auto& who) {
    for (; at < end; ++at, ++number) {
      if (loaded[at] == words_[at]) continue;
      same_links = same_links && std::ranges::equal(links_of(words_[at]), links_of(loaded[at]));
      read_entry(entries[number], loaded[at]);
      if (colours_known_) recoloured |= who(number);
    }
  };
  read_changed(goroutines_, 5, first_timer, 0, [](std::uint32_t g) { return std::uint64_t{1} << g; });
  read_changed(objects_, first_object, loaded.size(), 1, [&](std::uint32_t o) { return near_[o]; });
  const auto timers = [&](std::span<const std::uint32_t> words) { return words.subspan(first_timer, loaded[4]); };
  if (!same_links || !std::ranges::equal(timers(words_), timers(loaded))) owners_known_ = false;
  words_.assign(loaded.begin(), loaded.end());
  read_timers();
  if (!same_links) {
    find_colours();
  } else {
    for (; recoloured != 0; recoloured &= recoloured - 1) {
      if (const auto g = static_cast<std::uint32_t>(std::countr_zero(recoloured)); g > 0) read_colours_[g] = colour_of(g);
    }
  }
  return true;
}

template <typename Value>
void World::read_entry(Component<Value>& e, ContentId word) {
  const std::span<const std::uint32_t> tied = env_.tied.get(word).words;
  e.word = word;
  e.content = tied[0];
  e.links = tied.subspan(1);
  e.loaded = e.dirty = false;
}

void World::load_knowledge() {
  knowledge_loaded_ = true;
  if (const std::uint32_t number = words_[2]; number != 0) {
    env_.knowledge.read(number, knowledge_words_);
    knowledge_.decode(knowledge_words_);
  } else {
    knowledge_.clear();
  }
}

void World::resize(std::uint32_t goroutine_count, std::uint32_t object_count) {
  goroutine_count_ = goroutine_count;
  goroutines_.grow_to(goroutine_count);
  object_count_ = object_count;
  objects_.grow_to(object_count);
}

void World::forget(std::uint32_t goroutine, std::uint32_t objects) {
  assert(goroutine + 1 == goroutine_count_ && objects <= object_count_);
  goroutine_count_ = goroutine;
  object_count_ = objects;
  knowledge().drop(goroutine_carrier(goroutine));
}

void World::load_goroutine(std::uint32_t g) {
  GoroutineEntry& e = goroutines_[g];
  touched_goroutines_.push_back(g);
  e.value = *env_.contents.get(e.content).goroutine;
  for (Frame& f : e.value.frames) {
    translate(f.slots, e.links);
    for (DeferRecord& d : f.defers) {
      translate(d.callee, e.links);
      translate(d.arguments, e.links);
    }
  }
  translate(e.value.bubble, e.links);
  for (PanicRecord& p : e.value.panics) translate(p.payload, e.links);
  e.loaded = true;
}

void World::load_object(std::uint32_t number) {
  ObjectEntry& e = objects_[number];
  touched_objects_.push_back(number);
  const Content& content = env_.contents.get(e.content);
  e.value = *content.object;
  e.value.slots.resize(content.slots);
  translate(e.value.slots, e.links);
  translate(e.value.bubble, e.links);
  e.loaded = true;
}

const Goroutine& World::goroutine(std::uint32_t g) {
  if (memo_ != nullptr) memo_->saw_goroutine(g);
  GoroutineEntry& e = goroutines_[g];
  if (!e.loaded) load_goroutine(g);
  return e.value;
}

Goroutine& World::change_goroutine(std::uint32_t g) {
  if (memo_ != nullptr) memo_->saw_goroutine(g);
  GoroutineEntry& e = goroutines_[g];
  if (!e.loaded) load_goroutine(g);
  e.dirty = changed_ = true;
  return e.value;
}

const Stand& World::stand_of_content(ContentId content) {
  if (stands_.size() <= content) stands_.resize(content + std::size_t{1});
  std::unique_ptr<const Stand>& stand = stands_[content];
  if (!stand) stand = std::make_unique<const Stand>(stand_of(env_, *env_.contents.get(content).goroutine));
  return *stand;
}

std::uint32_t World::add_goroutine(Goroutine goroutine) {
  if (goroutine_count_ > 0) first_new_object_ = object_count_;
  goroutines_.grow_to(goroutine_count_ + std::size_t{1});
  GoroutineEntry& e = goroutines_[goroutine_count_++];
  e.value = std::move(goroutine);
  e.loaded = e.dirty = changed_ = true;
  return goroutine_count_ - 1;
}

const Object& World::object(std::uint32_t number) {
  assert(number != 0 && number < object_count_);
  if (memo_ != nullptr) memo_->saw_object(number);
  ObjectEntry& e = objects_[number];
  if (!e.loaded) load_object(number);
  return e.value;
}

Object& World::change_object(std::uint32_t number) {
  assert(number != 0 && number < object_count_);
  if (memo_ != nullptr) memo_->saw_object(number);
  ObjectEntry& e = objects_[number];
  if (!e.loaded) load_object(number);
  e.dirty = changed_ = true;
  return e.value;
}

std::uint32_t World::add_object(Object object) {
  objects_.grow_to(object_count_ + std::size_t{1});
  ObjectEntry& e = objects_[object_count_++];
  e.value = std::move(object);
  e.loaded = e.dirty = changed_ = true;
  return object_count_ - 1;
}

bool World::tracks() {
  return env_.options.races && (goroutine_count_ > 1 || !timers_.empty() || !knowledge().empty());
}

std::string World::name_of(std::uint32_t object, const std::string& kind) {
  if (names_ == nullptr) return {};
  if (names_->objects.size() <= object) names_->objects.resize(object + 1);
  std::string& name = names_->objects[object];
  if (name.empty()) name = kind + "#" + std::to_string(++names_->counters[kind]);
  return name;
}

std::uint32_t World::identity(std::uint32_t object) {
  if (names_ == nullptr) return 0;
  if (names_->identities.size() <= object) names_->identities.resize(object + 1, 0);
  std::uint32_t& identity = names_->identities[object];
  if (identity == 0) identity = ++names_->last_identity;
  return identity;
}

void World::rename(Names& names) const {
  std::vector<std::uint32_t> identities;
  for (std::uint32_t o = 1; o < names.identities.size() && o < object_map_.size(); ++o) {
    const std::uint32_t now = object_map_[o];
    if (now == 0) continue;
    if (identities.size() <= now) identities.resize(now + 1, 0);
    identities[now] = names.identities[o];
  }
  names.identities = std::move(identities);
  std::vector<std::string> renamed;
  for (std::uint32_t o = 1; o < names.objects.size() && o < object_map_.size(); ++o) {
    const std::uint32_t now = object_map_[o];
    if (now == 0 || names.objects[o].empty()) continue;
    if (renamed.size() <= now) renamed.resize(now + 1);
    renamed[now] = names.objects[o];
  }
  names.objects = std::move(renamed);
}

void World::map_timers(const std::vector<std::uint32_t>& timers,
                       std::vector<std::uint32_t>& map) const {
  if (timers.empty()) return;
  std::vector<std::uint32_t> pending;
  for (const std::uint32_t t : timers_) pending.push_back(object_map_[t]);
  std::ranges::sort(pending);
  for (const std::uint32_t t : timers) {
    const auto at = std::ranges::lower_bound(pending, object_map_[t]);
    const bool there = object_map_[t] != 0 && at != pending.end() && *at == object_map_[t];
    map.push_back(there ? static_cast<std::uint32_t>(at - pending.begin()) : kGone);
  }
}

}  // namespace model::runtime
