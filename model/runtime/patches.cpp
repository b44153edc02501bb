#include "model/runtime/patches.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

#include "model/runtime/memo.hpp"
#include "model/runtime/rules/channel.hpp"
#include "model/runtime/world.hpp"

namespace model::runtime {
namespace {

// Of one thread's. In the check mode, which is for tests, so few that all is forgotten often.
constexpr std::size_t kMostBytes = std::size_t{1} << 23, kMostChecked = std::size_t{1} << 15;
constexpr std::size_t kFirstSlots = 1 << 10;
constexpr std::uint32_t kMostChoices = 32;
constexpr std::uint32_t kMostGoroutines = 1 << 16;
constexpr std::uint32_t kChoices = 1 << 14;    // what a look-up begins with; a node is never 0
constexpr std::uint32_t kFirst = 1 << 15;
constexpr std::uint32_t kFirstNode = 1 << 16;  // those that are found on the way

/// Which goroutines take the step.
std::uint32_t who(const Transition& t) {
  return t.kind == Transition::Kind::Rendezvous ? t.actor | t.partner << 16 : t.actor;
}

}  // namespace

Patches::Patches(const Environment& env) : env_(env), slots_(kFirstSlots), last_node_(kFirstNode), shapes_(std::make_unique<ContentTable>()) {
  count_memory();
}

Patches::~Patches() { env_.memo_bytes.fetch_sub(counted_, std::memory_order_relaxed); }

void Patches::forget_all() {
  slots_ = std::vector<Slot>(kFirstSlots);
  used_ = 0;
  last_node_ = kFirstNode;
  patches_ = {};
  signatures_ = {};
  shapes_ = std::make_unique<ContentTable>();
  shape_of_ = 0;
  shape_ = 0;
  count_memory();
}

void Patches::make_room() {
  const std::size_t most = env_.options.memo == MachineOptions::Memo::Check ? kMostChecked : kMostBytes;
  if (counted_ > most || last_node_ > 0x7ffffff0) forget_all();
}

void Patches::count_memory() {
  const std::size_t bytes =
      slots_.capacity() * sizeof(Slot) + (patches_.capacity() + signatures_.capacity()) * sizeof(std::uint32_t) + shapes_->bytes();
  env_.memo_bytes.fetch_add(bytes - counted_, std::memory_order_relaxed);
  counted_ = bytes;
}

std::size_t Patches::home(std::uint32_t node, std::uint32_t word) const {
  const std::uint64_t hash = (std::uint64_t{node} << 32 | word) * 0x9e3779b97f4a7c15ULL;
  return static_cast<std::size_t>(hash >> 32) & (slots_.size() - 1);
}

Patches::Slot* Patches::find(std::uint32_t node, std::uint32_t word) {
  for (std::size_t at = home(node, word);; at = (at + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[at];
    if (slot.node == node && slot.word == word) return &slot;
    if (slot.node == 0) return nullptr;
  }
}

/// Invalidates what was found before.
Patches::Slot& Patches::find_or_add(std::uint32_t node, std::uint32_t word) {
  if (used_ * 2 >= slots_.size()) grow();
  if (Slot* known = find(node, word)) return *known;
  std::size_t at = home(node, word);
  while (slots_[at].node != 0) at = (at + 1) & (slots_.size() - 1);
  ++used_;
  return slots_[at] = {node, word, ++last_node_, 0};
}

void Patches::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.node == 0) continue;
    std::size_t at = home(slot.node, slot.word);
    while (slots_[at].node != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

/// The node that the look-up begins with. World::tracks() asks for all but the choices.
bool Patches::first(const World& world, const Transition& t, std::uint32_t& node) {
  const bool meeting = t.kind == Transition::Kind::Rendezvous;
  if ((!meeting && t.kind != Transition::Kind::Step) || world.words_[4] != 0) return false;
  if (world.words_[0] > kMostGoroutines || t.choice >= kMostChoices || (meeting && t.partner_choice >= kMostChoices)) return false;
  node = kFirst | (meeting ? 1U : 0) | (world.words_[0] > 1 ? 2U : 0) | (world.words_[2] == 0 ? 0 : 4U) | (t.actor == 0 ? 8U : 0) |
         (meeting && t.partner == 0 ? 16U : 0) | t.choice << 5 | (meeting ? t.partner_choice : 0) << 10;
  return true;
}

bool Patches::first_of_choices(const World& world, std::uint32_t g, std::uint32_t& node) {
  node = kChoices | (world.words_[0] > 1 ? 1U : 0) | (world.words_[2] == 0 ? 0 : 2U) | (g == 0 ? 4U : 0);
  return world.words_[4] == 0;
}

/// From here on to what is known, past what is looked at; null: nothing is.
const Patches::Slot* Patches::walk(const World& world, const Slot* at) {
  while (at != nullptr && (at->next & kPatch) == 0) {
    if (at->next == 0) return nullptr;
    at = find(at->child, env_.options.mutation == Mutation::Looks ? 0 : world.words_[world.place_of_object(at->next)]);
  }
  return at;
}

bool Patches::step(World& world, const Transition& t, StateWords& words) {
  std::uint32_t node = 0;
  if (!first(world, t, node)) return false;
  const Slot* at = find(node, world.words_[std::size_t{5} + t.actor]);
  if (at != nullptr && t.kind == Transition::Kind::Rendezvous) at = find(at->child, world.words_[std::size_t{5} + t.partner]);
  at = walk(world, at);
  if (at == nullptr) return false;
  const std::uint32_t* const patch = &patches_[at->next & ~kPatch];
  const std::span<const std::uint32_t> changes(patch + 2, patch[1] * std::size_t{2});
  std::uint32_t knowledge = world.words_[2];
  if ((patch[0] & kSameKnowledge) == 0 && (knowledge != 0 || (patch[0] & kNoAccess) == 0)) {
    if (!trial_.goes_on()) return false;
    const Slot* known = find(at->child, who(t));
    if (known != nullptr) known = find(known->child, knowledge);
    if (known != nullptr) known = find(known->child, shape(world));
    if (known == nullptr) return false;
    trial_.succeed();
    knowledge = known->next - 1;
  }
  if ((patch[0] & kSameLinks) == 0 && !keeps_names(world, t, changes)) return false;
  if (!keeps_order(world, t, changes)) return false;
  words.assign(world.words_.begin(), world.words_.end());
  words[2] = knowledge;
  for (std::size_t i = 0; i < changes.size(); i += 2) words[place(world, t, changes[i])] = changes[i + 1];
  return true;
}

/// Where in the state's words.
std::size_t Patches::place(const World& world, const Transition& t, std::uint32_t code) {
  return code == 0 ? std::size_t{5} + t.actor : code == 1 ? std::size_t{5} + t.partner : world.place_of_object(code - 1);
}

/// The slot after these objects have been looked at.
Patches::Slot& Patches::add(const World& world, Slot* at, std::span<const std::uint32_t> looked) {
  for (const std::uint32_t object : looked) {
    assert(at->next == 0 || at->next == object);
    at->next = object;
    const ContentId word = world.words_[world.place_of_object(object)];
    at = &find_or_add(at->child, env_.options.mutation == Mutation::Looks ? 0 : word);
  }
  return *at;
}

bool Patches::choices(const World& world, std::uint32_t g, std::vector<std::uint32_t>& out) {
  std::uint32_t node = 0;
  if (!first_of_choices(world, g, node)) return false;
  const Slot* const at = walk(world, find(node, world.words_[std::size_t{5} + g]));
  if (at == nullptr) return false;
  const std::uint32_t* const list = &patches_[at->next & ~kPatch];
  out.insert(out.end(), list + 1, list + 1 + list[0]);
  return true;
}

void Patches::record_choices(const World& world, const Memo& memo, std::uint32_t g, std::span<const std::uint32_t> choices) {
  std::uint32_t node = 0;
  if (!first_of_choices(world, g, node)) return;
  make_room();
  Slot& at = add(world, &find_or_add(node, world.words_[std::size_t{5} + g]), memo.looked());
  at.next = kPatch | static_cast<std::uint32_t>(patches_.size());
  patches_.push_back(static_cast<std::uint32_t>(choices.size()));
  patches_.insert(patches_.end(), choices.begin(), choices.end());
  count_memory();
}

void Patches::record(World& world, const Memo& memo, const Transition& t, const StateWords& words) {
  std::uint32_t node = 0;
  if (!world.in_place_ || !first(world, t, node)) return;
  make_room();
  const std::vector<std::uint32_t>& before = world.words_;
  const bool meeting = t.kind == Transition::Kind::Rendezvous;
  Slot* at = &find_or_add(node, before[std::size_t{5} + t.actor]);
  if (meeting) at = &find_or_add(at->child, before[std::size_t{5} + t.partner]);
  at = &add(world, at, memo.looked());
  const bool same_links = world.keeps_names();
  const bool plain = memo.changes().empty() && same_links && world.keeps_knowledge();
  const bool accesses = std::ranges::any_of(
      memo.changes(), [](const Knowledge::Change& c) { return c.kind == Knowledge::Change::Kind::Access; });
  if (at->next == 0) {
    at->next = kPatch | static_cast<std::uint32_t>(patches_.size());
    const std::size_t begin = patches_.size();
    patches_.push_back((plain ? kSameKnowledge : 0) | (accesses ? 0 : kNoAccess) | (same_links ? kSameLinks : 0));
    patches_.push_back(0);
    for (std::size_t i = 5; i < words.size(); ++i) {
      if (words[i] == before[i]) continue;
      const auto place = static_cast<std::uint32_t>(i - 5);
      assert(place >= before[0] || place == t.actor || (meeting && place == t.partner));
      patches_.push_back(place >= before[0] ? place - before[0] + 2 : place == t.actor ? 0 : 1);
      patches_.push_back(words[i]);
      ++patches_[begin + 1];
    }
  }
  if (!plain && (before[2] != 0 || accesses) && !trial_.pauses()) {
    const std::uint32_t by_whom = find_or_add(at->child, who(t)).child;
    const std::uint32_t by_knowledge = find_or_add(by_whom, before[2]).child;
    find_or_add(by_knowledge, shape(world)).next = words[2] + 1;
  }
  count_memory();
}

/// What World::store_knowledge asks of a component beside the knowledge: its links, of a goroutine if it is alive and at which lock
/// it stands. `at`: in the state's words.
std::uint32_t Patches::signature(World& world, std::size_t at) {
  const ContentId word = world.words_[at];
  if (signatures_.size() <= word) signatures_.resize(word + std::size_t{1} + word / 2, 0);
  if (signatures_[word] != 0) return signatures_[word];
  scratch_.assign(5, 0);
  if (at - 5 < world.words_[0]) {
    const Stand& stand = world.stand_of_content(content_of(word));
    const bool alive = stand.kind == Stand::Kind::Channel || stand.kind == Stand::Kind::Other;
    const Carrier& carrier = stand.acquired.carrier;
    scratch_ = {alive ? 2U : 1U, static_cast<std::uint32_t>(stand.acquired.link + 1), static_cast<std::uint32_t>(stand.acquired.edge),
                static_cast<std::uint32_t>(carrier.kind), carrier.index};
  }
  const auto links = world.links_of(word);
  scratch_.insert(scratch_.end(), links.begin(), links.end());
  return signatures_[word] = shapes_->intern(ContentKind::Raw, scratch_, 0);
}

/// The number of the state's shape.
std::uint32_t Patches::shape(World& world) {
  if (env_.options.mutation == Mutation::Shape) return 1;
  if (shape_of_ == world.version_) return shape_;
  shape_of_ = world.version_;
  const std::size_t size = world.words_.size() - 4;  // no timers, so this tells how many objects there are
  bool same = shape_ != 0 && shape_words_.size() == size && shape_words_[0] == world.words_[0];
  shape_words_.resize(size);
  shape_words_[0] = world.words_[0];
  for (std::size_t i = 1; i < size; ++i) {
    const std::uint32_t s = signature(world, i + 4);
    same = same && s == shape_words_[i];
    shape_words_[i] = s;
  }
  if (!same) shape_ = shapes_->intern(ContentKind::Raw, shape_words_, 0);
  return shape_;
}

/// Do goroutines come first to the objects that they came first to, in the same order?
bool Patches::keeps_names(World& world, const Transition& t, std::span<const std::uint32_t> changes) {
  const std::vector<std::uint32_t>& before = world.named_before();
  for (std::size_t i = 0; i < changes.size(); i += 2) {
    if (changes[i] >= 2) continue;
    const std::uint32_t g = changes[i] == 0 ? t.actor : t.partner;
    std::uint32_t named = before[g];
    if (!world.name_more(world.links_of(changes[i + 1]), named) || named != before[g + std::size_t{1}]) return false;
  }
  return true;
}

/// Are goroutines in the order of their colours (World::order_goroutines) after these changes? They are before.
bool Patches::keeps_order(const World& world, const Transition& t, std::span<const std::uint32_t> changes) {
  if (!env_.options.symmetry) return true;
  if (!world.colours_known_) return false;
  std::uint64_t recoloured = 0;
  changed_objects_.clear();
  const std::uint32_t goroutines = world.words_[0];
  for (std::size_t i = 0; i < changes.size(); i += 2) {
    const std::uint32_t code = changes[i];
    if (code < 2) {
      recoloured |= std::uint64_t{1} << (code == 0 ? t.actor : t.partner);
    } else {
      recoloured |= world.near_[code - 1];
      changed_objects_.push_back({code - 1, changes[i + 1]});
    }
  }
  const auto hash_of = [&](std::uint32_t object) {
    ContentId content = world.objects_[object].content;
    for (const auto& [number, word] : changed_objects_) {
      if (number == object) content = content_of(word);
    }
    return env_.contents.get(content).hash;
  };
  colours_.assign(world.read_colours_.begin(), world.read_colours_.begin() + goroutines);
  for (recoloured &= ~std::uint64_t{1}; recoloured != 0; recoloured &= recoloured - 1) {
    const auto g = static_cast<std::uint32_t>(std::countr_zero(recoloured));
    ContentId word = world.words_[std::size_t{5} + g];
    for (std::size_t i = 0; i < changes.size(); i += 2) {
      if (changes[i] < 2 && g == (changes[i] == 0 ? t.actor : t.partner)) word = changes[i + 1];
    }
    colours_[g] = world.colour(world.links_of(word), env_.contents.get(content_of(word)).hash, hash_of);
  }
  for (std::uint32_t g = 2; g < goroutines; ++g) {
    if (colours_[g - 1] > colours_[g]) return false;
  }
  return true;
}

}  // namespace model::runtime
