#include "model/runtime/world.hpp"

#include "model/runtime/rules/channel.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace model::runtime {
namespace {

void translate(Slot& s, std::span<const std::uint32_t> links) {
  if (s.ref) s = make_ref(links[ref_object(s) - 1], ref_offset(s));
}
void translate(std::vector<Slot>& slots, std::span<const std::uint32_t> links) {
  for (Slot& s : slots) translate(s, links);
}

}  // namespace

World::World(const Environment& env) : env_(env), knowledge_(env.options.mutation) {}
World::~World() = default;

void World::start() {
  intact_ = false;
  knowledge_loaded_ = true;
  goroutine_count_ = 0;
  object_count_ = 1;
  first_new_object_ = 0;
  if (objects_.empty()) objects_.emplace_back();
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
  if (intact_ && std::ranges::equal(words_, loaded)) {
    restore();
  } else {
    words_.assign(loaded.begin(), loaded.end());
    read();
  }
  const std::span<const std::uint32_t> words = words_;
  goroutine_count_ = words[0];
  object_count_ = first_new_object_ = words[1] + 1;
  knowledge_loaded_ = false;
  process_ = {};
  if (const ContentId process = words[3]; process != 0) {
    const auto& w = env_.contents.get(process).words;
    process_.end = static_cast<ProcessEnd::Kind>(w[0]);
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
}

void World::read_timers() {
  const auto first = words_.begin() + 5 + words_[0];
  timers_.assign(first, first + words_[4]);
}

/// Undoes what has happened since words_ were read.
void World::restore() {
  for (const std::uint32_t g : touched_goroutines_) {
    if (g < words_[0]) read_entry(goroutines_[g], words_[std::size_t{5} + g]);
  }
  for (const std::uint32_t o : touched_objects_) {
    if (o <= words_[1]) read_entry(objects_[o], words_[std::size_t{4} + words_[0] + words_[4] + o]);
  }
  touched_goroutines_.clear();
  touched_objects_.clear();
  read_timers();
}

template <typename Value>
void World::read_entry(Component<Value>& e, ContentId word) {
  const std::span<const std::uint32_t> tied = env_.tied.get(word).words;
  e.word = word;
  e.content = tied[0];
  e.links = tied.subspan(1);
  e.loaded = e.dirty = false;
}

/// A component's word in the state that is being stored.
template <typename Value>
ContentId World::word_of(const Component<Value>& e) {
  if (e.word != 0 && std::ranges::all_of(e.links, [&](std::uint32_t l) { return object_map_[l] == l; })) return e.word;
  tied_.assign(1, e.content);
  for (const std::uint32_t l : e.links) tied_.push_back(object_map_[l]);
  return env_.tied.intern(ContentKind::Raw, tied_, 0);
}

void World::load_knowledge() {
  knowledge_loaded_ = true;
  if (const ContentId knowledge = words_[2]; knowledge != 0) {
    knowledge_.decode(env_.contents.get(knowledge).words);
  } else {
    knowledge_.clear();
  }
}

void World::resize(std::uint32_t goroutine_count, std::uint32_t object_count) {
  goroutine_count_ = goroutine_count;
  if (goroutines_.size() < goroutine_count) goroutines_.resize(goroutine_count);
  object_count_ = object_count;
  if (objects_.size() < object_count) objects_.resize(object_count);
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
  e.value = *env_.contents.get(e.content).object;
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
  e.dirty = true;
  return e.value;
}

const Stand& World::stand(std::uint32_t g) {
  const ContentId content = goroutines_[g].content;
  if (stands_.size() <= content) stands_.resize(content + std::size_t{1});
  std::unique_ptr<const Stand>& stand = stands_[content];
  if (!stand) stand = std::make_unique<const Stand>(stand_of(env_, *env_.contents.get(content).goroutine));
  return *stand;
}

std::uint32_t World::add_goroutine(Goroutine goroutine) {
  if (goroutine_count_ > 0) first_new_object_ = object_count_;
  if (goroutines_.size() == goroutine_count_) goroutines_.emplace_back();
  GoroutineEntry& e = goroutines_[goroutine_count_++];
  e.value = std::move(goroutine);
  e.loaded = e.dirty = true;
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
  e.dirty = true;
  return e.value;
}

std::uint32_t World::add_object(Object object) {
  if (objects_.size() == object_count_) objects_.emplace_back();
  ObjectEntry& e = objects_[object_count_++];
  e.value = std::move(object);
  e.loaded = e.dirty = true;
  return object_count_ - 1;
}

bool World::tracks() {
  return env_.options.races && (goroutine_count_ > 1 || !timers_.empty() || !knowledge().empty());
}

void World::intern_dirty() {
  for (std::uint32_t i = 0; i < goroutine_count_; ++i) {
    GoroutineEntry& e = goroutines_[i];
    if (!e.dirty) continue;
    encoder_.reset(object_count_);
    encode(encoder_, env_.program, e.value);
    e.content = env_.contents.intern(ContentKind::Goroutine, encoder_.words,
                                     static_cast<std::uint32_t>(encoder_.links.size()));
    e.own_links.swap(encoder_.links);
    e.links = e.own_links;
    e.word = 0;
  }
  for (std::uint32_t i = 1; i < object_count_; ++i) {
    ObjectEntry& e = objects_[i];
    if (!e.dirty) continue;
    encoder_.reset(object_count_);
    encode(encoder_, e.value);
    e.content = env_.contents.intern(ContentKind::Object, encoder_.words,
                                     static_cast<std::uint32_t>(encoder_.links.size()));
    e.own_links.swap(encoder_.links);
    e.links = e.own_links;
    e.word = 0;
  }
}

/// A goroutine's colour: its content and the contents of what it refers to, two links deep.
std::uint64_t World::colour(std::span<const std::uint32_t> links, std::uint64_t start) const {
  std::uint64_t h = start;
  for (const std::uint32_t l : links) {
    const ObjectEntry& o = objects_[l];
    std::uint64_t inner = env_.contents.get(o.content).hash;
    for (const std::uint32_t m : o.links) {
      inner = (inner ^ env_.contents.get(objects_[m].content).hash) * 0x9e3779b97f4a7c15ULL;
    }
    h = ((h << 7 | h >> 57) ^ inner) * 0xff51afd7ed558ccdULL;
  }
  return h;
}

/// The order in which live goroutines are named: main first; the others by colour, since goroutines have no identity in Go and
/// any permutation is a bisimulation. Ties keep their old order: they lose merging, never soundness, as states match
/// only if their words are equal. Without symmetry the order of creation.
void World::order_goroutines() {
  order_.clear();
  colours_.resize(goroutine_count_);
  for (std::uint32_t i = 0; i < goroutine_count_; ++i) {
    const GoroutineEntry& e = goroutines_[i];
    const Goroutine& g = e.loaded ? e.value : *env_.contents.get(e.content).goroutine;
    // Who has ended is gone, but for main and for what ends the process.
    const bool ended = g.status == Goroutine::Status::Finished || g.status == Goroutine::Status::Goexited;
    if (i != 0 && ended) continue;
    order_.push_back(i);
    if (!env_.options.symmetry || i == 0) continue;
    colours_[i] = colour(e.links, env_.contents.get(e.content).hash);
    // Few, and in order but for those that have just moved: by insertion.
    for (std::size_t at = order_.size() - 1; at > 1 && colours_[order_[at - 1]] > colours_[i]; --at) {
      std::swap(order_[at - 1], order_[at]);
    }
  }
}

/// Names objects by first visit: package variables, then what the goroutines reach in their order, then what pending
/// timers reach. Fills object_map_ and owner_ (the one goroutine that reaches an object, or kNoOwner).
void World::name_objects() {
  constexpr std::uint32_t kUnseen = 0xfffffffe;
  object_map_.assign(object_count_, 0);
  owner_.assign(object_count_, kUnseen);
  auto& stack = stack_;
  auto& sequence = sequence_;
  sequence.clear();
  const auto visit = [&](std::uint32_t root, std::uint32_t walker) {
    stack.emplace_back(root, walker);
    while (!stack.empty()) {
      auto [o, owner] = stack.back();
      stack.pop_back();
      if (owner_[o] == owner || owner_[o] == Knowledge::kNoOwner) continue;
      if (owner_[o] == kUnseen) {
        sequence.push_back(o);
        object_map_[o] = static_cast<std::uint32_t>(sequence.size());
      } else {
        owner = Knowledge::kNoOwner;  // and what it reaches is visited again, as shared
      }
      owner_[o] = owner;
      const auto& links = objects_[o].links;
      for (auto l = links.rbegin(); l != links.rend(); ++l) stack.emplace_back(*l, owner);
    }
  };
  for (std::uint32_t i = 1; i <= env_.program.globals.size(); ++i) {
    owner_[i] = Knowledge::kNoOwner;
    sequence.push_back(i);
    object_map_[i] = i;
  }
  for (std::uint32_t i = 1; i <= env_.program.globals.size(); ++i) {
    for (const std::uint32_t l : objects_[i].links) visit(l, Knowledge::kNoOwner);
  }
  for (const std::uint32_t g : order_) {
    for (const std::uint32_t l : goroutines_[g].links) visit(l, g);
  }
  std::vector<std::uint32_t> rest;
  for (const std::uint32_t t : timers_) {
    if (object_map_[t] == 0) rest.push_back(t);
  }
  std::stable_sort(rest.begin(), rest.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t o) {
      return colour(objects_[o].links, env_.contents.get(objects_[o].content).hash);
    };
    return key(a) < key(b);
  });
  for (const std::uint32_t t : rest) visit(t, Knowledge::kNoOwner);
  for (const std::uint32_t t : timers_) visit(t, Knowledge::kNoOwner);
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

/// Who stands at a Lock knows what the mutex knows: then states in which it does and those in which it does not are one.
/// Claim: both have the same races. The goroutine does nothing before it acquires from the mutex; nobody learns from one that
/// does nothing; and what a mutex knows it does not forget: others join it, until the row itself is replaced. (The readers of
/// an RWMutex are forgotten by the writer that has left, but who waits for them is the only writer that can.) The same holds of
/// RLock, of WaitGroup.Wait and of semaphores; not of TryLock, and not of channels and atomics, whose places are assigned to.
/// Test: tests/soundness/rules/TriedLock.go, soundness-races.
void World::foresee() {
  if (env_.literal()) return;
  for (const std::uint32_t g : order_) {
    if (alive_[g] == 0) continue;
    const Stand::Acquired& acquired = stand(g).acquired;
    if (acquired.link < 0) continue;
    Carrier from = acquired.carrier;
    from.object = goroutines_[g].links[static_cast<std::size_t>(acquired.link)];
    knowledge_.foresee(acquired.edge, goroutine_carrier(g), from);
  }
}

ContentId World::store_knowledge(std::span<const std::uint32_t> goroutine_map) {
  Knowledge& kept = knowledge();
  alive_.assign(goroutine_count_, 0);
  for (const std::uint32_t g : order_) {
    const GoroutineEntry& e = goroutines_[g];
    const Goroutine& value = e.loaded ? e.value : *env_.contents.get(e.content).goroutine;
    alive_[g] = value.status == Goroutine::Status::Standing ? 1 : 0;
  }
  living_timers_.clear();
  for (const std::uint32_t t : timers_) {
    if (!is_nil(object(t).slots[0])) living_timers_.push_back(t);
  }
  Knowledge::Setting setting{goroutine_map, object_map_, alive_, living_timers_, owner_};
  // With racy locations made visible an object may be published without an edge: then what only one goroutine reaches now
  // another may come to reach unordered, and its rows stay.
  if (env_.literal() || !env_.visible_locations.empty()) setting.owners = {};
  foresee();
  kept.normalise(setting);
  encoder_.reset(1);
  kept.encode(setting, encoder_.words);
  return encoder_.words.empty() ? 0 : env_.contents.intern(ContentKind::Raw, encoder_.words, 0);
}

void World::store(StateWords& words, std::vector<std::uint32_t>& goroutine_map) {
  intern_dirty();
  order_goroutines();
  name_objects();
  const std::vector<std::uint32_t>& order = order_;
  const auto& sequence = sequence_;
  goroutine_map.assign(goroutine_count_, kGone);
  for (std::uint32_t i = 0; i < order.size(); ++i) goroutine_map[order[i]] = i;

  words.clear();
  words.push_back(static_cast<std::uint32_t>(order.size()));
  words.push_back(static_cast<std::uint32_t>(sequence.size()));
  words.push_back(0);
  words.push_back(0);
  words.push_back(static_cast<std::uint32_t>(timers_.size()));
  for (const std::uint32_t g : order) words.push_back(word_of(goroutines_[g]));
  const auto first_timer = static_cast<std::ptrdiff_t>(words.size());
  for (const std::uint32_t t : timers_) words.push_back(object_map_[t]);
  std::sort(words.begin() + first_timer, words.end());
  for (const std::uint32_t o : sequence) words.push_back(word_of(objects_[o]));

  if (knowledge_loaded_ ? !knowledge_.empty() : words_[2] != 0) words[2] = store_knowledge(goroutine_map);
  if (process_.end != ProcessEnd::Kind::None || process_.output != 0 || process_.clock != 0 ||
      env_.has_specification) {
    std::vector<std::uint32_t> raw{static_cast<std::uint32_t>(process_.end),
                                 static_cast<std::uint32_t>(process_.exit_code),
                                 static_cast<std::uint32_t>(process_.message),
                                 static_cast<std::uint32_t>(process_.message >> 32),
                                 static_cast<std::uint32_t>(process_.output),
                                 static_cast<std::uint32_t>(process_.output >> 32),
                                 static_cast<std::uint32_t>(process_.clock),
                                 static_cast<std::uint32_t>(process_.clock >> 32)};
    if (env_.has_specification) monitor_.encode(raw);
    words[3] = env_.contents.intern(ContentKind::Raw, raw, 0);
  }
}

}  // namespace model::runtime
