// A state's canonical form: goroutines in the order of their colours, objects by first visit from them, and the words of all
// that. Where a step has left every reference and the order of goroutines as they were, the names are as they were, too.

#include <algorithm>
#include <cassert>
#include <numeric>
#include <stdexcept>

#include "model/runtime/rules/channel.hpp"
#include "model/runtime/world.hpp"

namespace model::runtime {

/// A component's word in the state that is being stored.
template <typename Value>
ContentId World::word_of(const Component<Value>& e) {
  if (e.word != 0 && std::ranges::all_of(e.links, [&](std::uint32_t l) { return object_map_[l] == l; })) return e.word;
  tied_.assign(1, e.content);
  for (const std::uint32_t l : e.links) tied_.push_back(object_map_[l]);
  return recent_ties_.intern(ContentKind::Raw, tied_, 0);
}

void World::intern_dirty() {
  if (!changed_) return;
  for (std::uint32_t i = 0; i < goroutine_count_; ++i) {
    GoroutineEntry& e = goroutines_[i];
    if (!e.dirty) continue;
    encoder_.reset(object_count_);
    encode(encoder_, env_.program, e.value);
    e.content = recent_contents_.intern(ContentKind::Goroutine, encoder_.words,
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
    e.content = recent_contents_.intern(ContentKind::Object, encoder_.words,
                                     static_cast<std::uint32_t>(encoder_.links.size()));
    e.own_links.swap(encoder_.links);
    e.links = e.own_links;
    e.word = 0;
  }
}

/// The colours of the state that was read, and who has each object within two links: its colour is to be worked out again
/// when the object has become another.
void World::find_colours() {
  colours_known_ = env_.options.symmetry && goroutine_count_ <= 64;
  if (!colours_known_) return;
  near_.assign(object_count_, 0);
  read_colours_.resize(goroutine_count_);
  for (std::uint32_t g = 1; g < goroutine_count_; ++g) {
    const GoroutineEntry& e = goroutines_[g];
    read_colours_[g] = colour_of(g);
    const std::uint64_t self = std::uint64_t{1} << g;
    for (const std::uint32_t l : e.links) {
      near_[l] |= self;
      for (const std::uint32_t m : objects_[l].links) near_[m] |= self;
    }
  }
}

/// The goroutines that are not, or may not have the colour, as in the state that was read; of the first 64.
std::uint64_t World::recoloured() const {
  if (!intact_) return ~std::uint64_t{0};
  std::uint64_t out = 0;
  for (const std::uint32_t g : touched_goroutines_) {
    if (g < 64) out |= std::uint64_t{1} << g;
  }
  if (!colours_known_) return out;
  for (const std::uint32_t o : touched_objects_) {
    if (o <= words_[1]) out |= near_[o];
  }
  return out;
}

/// The order in which live goroutines are named: main first; the others by colour, since goroutines have no identity in Go and
/// any permutation is a bisimulation. Ties keep their old order: they lose merging, never soundness, as states match
/// only if their words are equal. Without symmetry the order of creation.
void World::order_goroutines() {
  order_.clear();
  colours_.resize(goroutine_count_);
  const std::uint64_t again = recoloured();
  const bool many = goroutine_count_ > 64;
  for (std::uint32_t i = 0; i < goroutine_count_; ++i) {
    const bool known = intact_ && i < words_[0] && i < 64 && (again >> i & 1) == 0;
    // Who has ended is gone, but for main and for what ends the process: so nobody of whom a state tells.
    if (!known && i != 0) {
      const Goroutine& g = *env_.contents.get(goroutines_[i].content).goroutine;
      if (g.status == Goroutine::Status::Finished || g.status == Goroutine::Status::Goexited) continue;
    }
    order_.push_back(i);
    if (!env_.options.symmetry || i == 0) continue;
    colours_[i] = known && colours_known_ ? read_colours_[i] : colour_of(i);
    // Mostly few, and in order but for those that have just moved: by insertion.
    if (many) continue;
    for (std::size_t at = order_.size() - 1; at > 1 && colours_[order_[at - 1]] > colours_[i]; --at) {
      std::swap(order_[at - 1], order_[at]);
    }
  }
  if (!many || !env_.options.symmetry) return;
  std::stable_sort(order_.begin() + 1, order_.end(), [&](std::uint32_t a, std::uint32_t b) { return colours_[a] < colours_[b]; });
}

/// What name_objects() finds of a state as it was read, without timers: numbers are given in the order of the first visit, so those
/// of the objects that a goroutine comes to first follow on one another. [g]: how many have been named when it is g's turn.
const std::vector<std::uint32_t>& World::named_before() {
  if (named_of_ == version_) return named_before_;
  named_of_ = version_;
  auto named = static_cast<std::uint32_t>(env_.program.globals.size());
  named_before_.clear();
  const auto all_of = [&](std::uint32_t o) { return links_of(words_[place_of_object(o)]); };
  for (std::uint32_t i = 1; i <= env_.program.globals.size(); ++i) name_more(all_of(i), named);
  for (std::uint32_t g = 0; g < words_[0]; ++g) {
    named_before_.push_back(named);
    name_more(links_of(words_[std::size_t{5} + g]), named);
  }
  named_before_.push_back(named);
  return named_before_;
}

/// Visits what the links lead to, where the first `named` objects have been visited. False: the next object visited is not the
/// one that has the next number.
bool World::name_more(std::span<const std::uint32_t> links, std::uint32_t& named) {
  auto& ways = ways_;  // from here on, the last one first
  ways.assign(1, links);
  while (!ways.empty()) {
    std::span<const std::uint32_t>& way = ways.back();
    if (way.empty()) {
      ways.pop_back();
      continue;
    }
    const std::uint32_t next = way.front();
    way = way.subspan(1);
    if (next <= named) continue;
    if (next != ++named) return false;
    ways.push_back(links_of(words_[place_of_object(next)]));
  }
  return true;
}

/// Names objects by first visit: package variables, then what the goroutines reach in their order, then what pending
/// timers reach. Fills object_map_ and, with `owners`, owner_ (the one goroutine that reaches an object, or kNoOwner).
void World::name_objects(bool owners) {
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
    for (const std::uint32_t l : goroutines_[g].links) visit(l, owners ? g : Knowledge::kNoOwner);
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

std::uint32_t World::store_knowledge(std::span<const std::uint32_t> goroutine_map) {
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
  return encoder_.words.empty() ? 0 : env_.knowledge.intern(encoder_.words);
}

/// Is there as much as in the state that was read, no timer, and are goroutines in their old order?
bool World::keeps_goroutines() const {
  if (!intact_ || goroutine_count_ != words_[0] || object_count_ != words_[1] + 1 || words_[4] != 0 || !timers_.empty()) return false;
  if (order_.size() != goroutine_count_) return false;
  for (std::uint32_t i = 0; i < order_.size(); ++i) {
    if (order_[i] != i) return false;
  }
  return true;
}

/// Are all names as they were in the state that was read? They depend on the order of goroutines and on who refers to what; of
/// pending timers also on what they are. That state had the names which it would be given again.
bool World::keeps_names() const {
  if (!keeps_goroutines()) return false;
  const auto keeps = [&](const auto& e, ContentId word) {
    return e.word == word || std::ranges::equal(e.links, links_of(word));
  };
  return std::ranges::all_of(touched_goroutines_, [&](std::uint32_t g) { return keeps(goroutines_[g], words_[std::size_t{5} + g]); }) &&
         std::ranges::all_of(touched_objects_, [&](std::uint32_t o) { return keeps(objects_[o], words_[place_of_object(o)]); });
}

/// After store_named(): has it given all the names that were there, with only goroutines referring to other objects?
bool World::kept_names() const {
  if (!keeps_goroutines() || sequence_.size() != words_[1]) return false;
  for (std::uint32_t o = 1; o < object_count_; ++o) {
    if (object_map_[o] != o) return false;
  }
  return std::ranges::all_of(touched_objects_, [&](std::uint32_t o) {
    return std::ranges::equal(objects_[o].links, links_of(words_[place_of_object(o)]));
  });
}

/// Is the knowledge what it was, if nobody has asked for it? Whoever has come to a lock foresees what it will know; who does
/// nothing any more need not know anything.
bool World::keeps_knowledge() {
  return !knowledge_loaded_ && std::ranges::all_of(touched_goroutines_, [&](std::uint32_t g) {
    const Stand& now = stand(g);
    return (now.kind == Stand::Kind::Channel || now.kind == Stand::Kind::Other) && now.acquired.link < 0;
  });
}

/// store() where all names are as they were.
void World::store_in_place(StateWords& words, std::vector<std::uint32_t>& goroutine_map) {
  goroutine_map.resize(goroutine_count_);
  std::iota(goroutine_map.begin(), goroutine_map.end(), 0U);
  object_map_.resize(object_count_);
  std::iota(object_map_.begin(), object_map_.end(), 0U);
  words.assign(words_.begin(), words_.end());
  for (const std::uint32_t g : touched_goroutines_) words[std::size_t{5} + g] = word_of(goroutines_[g]);
  for (const std::uint32_t o : touched_objects_) words[place_of_object(o)] = word_of(objects_[o]);
  if (knowledge_loaded_ ? knowledge_.empty() : words_[2] == 0) {
    words[2] = 0;
  } else if (!keeps_knowledge()) {
    if (!owners_known_) {
      name_objects(true);
      read_owners_ = owner_;
      owners_known_ = true;
    } else {
      owner_ = read_owners_;
    }
    words[2] = store_knowledge(goroutine_map);
  }
  words[3] = store_process();
}

/// The words of the process and of the monitors, as one content.
ContentId World::store_process() {
  if (process_.end == ProcessEnd::Kind::None && process_.output == 0 && process_.clock == 0 && !process_.over && !env_.has_specification)
    return 0;
  std::vector<std::uint32_t> raw{static_cast<std::uint32_t>(process_.end) | (process_.over ? kOver : 0),
                                 static_cast<std::uint32_t>(process_.exit_code),
                                 static_cast<std::uint32_t>(process_.message),
                                 static_cast<std::uint32_t>(process_.message >> 32),
                                 static_cast<std::uint32_t>(process_.output),
                                 static_cast<std::uint32_t>(process_.output >> 32),
                                 static_cast<std::uint32_t>(process_.clock),
                                 static_cast<std::uint32_t>(process_.clock >> 32)};
  if (env_.has_specification) monitor_.encode(raw);
  return recent_contents_.intern(ContentKind::Raw, raw, 0);
}

void World::store(StateWords& words, std::vector<std::uint32_t>& goroutine_map) {
  intern_dirty();
  order_goroutines();
  in_place_ = keeps_names();
  if (!in_place_) {
    store_named(words, goroutine_map);
    in_place_ = kept_names();
    return;
  }
  store_in_place(words, goroutine_map);
  if (env_.options.memo != MachineOptions::Memo::Check) return;
  const StateWords in_place = words;
  store_named(words, goroutine_map);
  if (words != in_place) throw std::logic_error("names are not what they were");
}

/// store() with new names.
void World::store_named(StateWords& words, std::vector<std::uint32_t>& goroutine_map) {
  const bool knows = knowledge_loaded_ ? !knowledge_.empty() : words_[2] != 0;
  name_objects(knows);
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

  if (knows) words[2] = store_knowledge(goroutine_map);
  words[3] = store_process();
}

}  // namespace model::runtime
