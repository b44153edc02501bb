#pragma once
// A state taken apart for one step: components are decoded when touched, and interned again when the step is over.
//
// State words: goroutine count, object count, knowledge, process (and monitor) content, timer count; then a word for each
// goroutine, the pending timers' object numbers, a word for each object. A component's word is the number, in Environment::tied,
// of its content followed by its links. Objects are numbered from 1; 1 .. globals are the package variables.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/runtime/codec.hpp"
#include "model/runtime/environment.hpp"
#include "model/runtime/knowledge.hpp"
#include "model/runtime/memo.hpp"
#include "model/runtime/monitor.hpp"
#include "model/runtime/stable_array.hpp"

namespace model::runtime {

/// Marks ProcessRecord::over in the word of `end`.
constexpr std::uint32_t kOver = 0x100;

/// What the process has done so far: part of the state only where it is asked for.
struct ProcessRecord {
  ProcessEnd::Kind end = ProcessEnd::Kind::None;
  std::int32_t exit_code = 0;
  std::uint64_t message = 0;  ///< string id
  std::uint64_t output = 0;   ///< string id of the whole stdout
  std::uint64_t clock = 0;    ///< virtual time in ns, where the program reads it
  bool over = false;          ///< virtual time has moved on since main returned: in Go nobody is there any more
};

struct Stand;

class World {
 public:
  explicit World(const Environment& env);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  /// An empty state with the program's globals and no goroutine.
  void start();
  void load(std::span<const std::uint32_t> words);
  /// The state's words, canonically named; `goroutine_map`: this world's goroutine -> its slot there or kGone.
  void store(StateWords& words, std::vector<std::uint32_t>& goroutine_map);

  const Environment& environment() const { return env_; }
  std::uint32_t goroutine_count() const {
    if (memo_ != nullptr) memo_->saw_too_much();
    return goroutine_count_;
  }
  /// Are there `limit` goroutines? Of a limit that hardly any state reaches: Memo::apply looks after it.
  bool is_full(std::uint32_t limit) const { return goroutine_count_ >= limit; }
  const Goroutine& goroutine(std::uint32_t g);
  Goroutine& change_goroutine(std::uint32_t g);
  std::uint32_t add_goroutine(Goroutine goroutine);

  std::uint32_t object_count() const { return object_count_; }  ///< numbers are below
  const Object& object(std::uint32_t number);
  Object& change_object(std::uint32_t number);
  std::uint32_t add_object(Object object);
  /// Was it made by this step, after all goroutines that the step has started? (Those have run to their first visible
  /// operation by now.) Then nobody else has used it yet.
  bool is_new(std::uint32_t number) const { return number >= first_new_object_; }
  const Object& object(const Slot& ref) { return object(ref_object(ref)); }
  Object& change_object(const Slot& ref) { return change_object(ref_object(ref)); }

  // Of components that nobody has changed since the state was loaded: as they are interned, so references are links.
  const Stand& stand(std::uint32_t g) { return stand_of_content(goroutines_[g].content); }
  std::span<const std::uint32_t> links_of_goroutine(std::uint32_t g) const { return goroutines_[g].links; }
  const Object& content_of_object(std::uint32_t number) const { return *env_.contents.get(objects_[number].content).object; }

  std::vector<std::uint32_t>& timers() {  ///< pending ones: object numbers
    if (memo_ != nullptr) memo_->saw_too_much();
    return timers_;
  }
  Knowledge& knowledge() {
    if (!knowledge_loaded_) load_knowledge();
    return knowledge_;
  }
  ProcessRecord& process() {
    if (memo_ != nullptr) memo_->saw_too_much();
    return process_;
  }
  Monitor& monitor() { return monitor_; }
  /// Takes back the goroutine added last and the objects from `objects` on.
  void forget(std::uint32_t goroutine, std::uint32_t objects);
  /// Is happens-before tracked now? Not while there is one goroutine that knows all: whatever it
  /// does, newcomers inherit.
  bool tracks();
  /// Display names of objects, kept by whoever tells a schedule; null while searching.
  void set_names(Names* names) { names_ = names; }
  /// The name of an object (a new one of its kind if it has none yet), or nothing without names.
  std::string name_of(std::uint32_t object, const std::string& kind);
  Names* names() const { return names_; }
  /// The object's identity that lasts along a schedule; 0 without names.
  std::uint32_t identity(std::uint32_t object);
  /// Renames to the numbers of the stored state. After store().
  void rename(Names& names) const;
  /// After store(): the number in the state of each of these timers if it is pending there, else kGone.
  void map_timers(const std::vector<std::uint32_t>& timers, std::vector<std::uint32_t>& map) const;
  /// The last step's naming of objects: old number -> number in the state, 0 = gone. Valid after store().
  const std::vector<std::uint32_t>& object_map() const { return object_map_; }

 private:
  friend class Memo;
  friend class Patches;
  /// A component: as the state has it until it is dirty, then as it was encoded last.
  template <typename Value>
  struct Component {
    ContentId word = 0;  ///< of the state; 0: it has become another
    ContentId content = 0;
    std::span<const std::uint32_t> links;  ///< beside the content in Environment::tied, or own_links
    std::vector<std::uint32_t> own_links;
    Value value;
    bool loaded = false;
    bool dirty = false;
  };
  using GoroutineEntry = Component<Goroutine>;
  using ObjectEntry = Component<Object>;
  void load_goroutine(std::uint32_t number);
  void load_object(std::uint32_t number);
  void load_knowledge();
  void read();
  void read_timers();
  bool reread(std::span<const std::uint32_t> loaded);
  template <typename Value>
  void read_entry(Component<Value>& e, ContentId word);
  template <typename Value>
  ContentId word_of(const Component<Value>& e);
  void foresee();
  std::uint32_t store_knowledge(std::span<const std::uint32_t> goroutine_map);
  ContentId store_process();
  const Stand& stand_of_content(ContentId content);
  /// Of an object of the state that was read: where its word stands in words_, if there are no timers.
  std::size_t place_of_object(std::uint32_t o) const { return std::size_t{4} + words_[0] + o; }
  bool keeps_goroutines() const;
  bool keeps_names() const;
  bool kept_names() const;
  const std::vector<std::uint32_t>& named_before();
  bool name_more(std::span<const std::uint32_t> links, std::uint32_t& named);
  bool keeps_knowledge();
  void store_in_place(StateWords& words, std::vector<std::uint32_t>& goroutine_map);
  void store_named(StateWords& words, std::vector<std::uint32_t>& goroutine_map);
  std::span<const std::uint32_t> links_of(ContentId word) const { return std::span(env_.tied.get(word).words).subspan(1); }
  /// Makes room for goroutines and objects up to these counts.
  void resize(std::uint32_t goroutine_count, std::uint32_t object_count);
  void intern_dirty();
  void find_colours();
  std::uint64_t recoloured() const;
  std::uint64_t colour_of(std::uint32_t g) const { return colour(goroutines_[g].links, env_.contents.get(goroutines_[g].content).hash); }
  void order_goroutines();
  void name_objects(bool owners);
  std::uint64_t colour(std::span<const std::uint32_t> links, std::uint64_t start) const {
    return colour(links, start, [&](std::uint32_t o) { return env_.contents.get(objects_[o].content).hash; });
  }
  /// From the content of a component and what it refers to, two links deep.
  template <typename HashOf>
  std::uint64_t colour(std::span<const std::uint32_t> links, std::uint64_t start, const HashOf& hash_of) const {
    std::uint64_t h = start;
    for (const std::uint32_t l : links) {
      std::uint64_t inner = hash_of(l);
      for (const std::uint32_t m : objects_[l].links) inner = (inner ^ hash_of(m)) * 0x9e3779b97f4a7c15ULL;
      h = ((h << 7 | h >> 57) ^ inner) * 0xff51afd7ed558ccdULL;
    }
    return h;
  }

  const Environment& env_;
  Names* names_ = nullptr;
  Memo* memo_ = nullptr;  ///< is told what is looked at
  // Entries beyond the counts keep their memory for the next state.
  StableArray<GoroutineEntry> goroutines_;
  StableArray<ObjectEntry> objects_;  // [0] unused
  std::uint32_t goroutine_count_ = 0, object_count_ = 0, first_new_object_ = 0;
  std::vector<std::uint32_t> timers_;
  Knowledge knowledge_;
  std::vector<std::uint32_t> knowledge_words_;  ///< scratch
  bool knowledge_loaded_ = false;  ///< it is decoded only when somebody asks
  ProcessRecord process_;
  std::vector<std::uint32_t> words_;  ///< as loaded
  bool intact_ = false;               ///< but for what is touched, entries are as they were read from words_
  std::vector<std::uint32_t> touched_goroutines_, touched_objects_;
  bool changed_ = false;  ///< is anything dirty?
  bool in_place_ = false;  ///< after store(): all names are as they were
  std::uint64_t version_ = 0;  ///< another for each words_
  // Of the state as it was read.
  bool colours_known_ = false, owners_known_ = false;
  std::vector<std::uint64_t> read_colours_, near_;
  std::vector<std::uint32_t> read_owners_;
  std::vector<std::uint32_t> named_before_;
  std::uint64_t named_of_ = 0;  ///< version_
  std::vector<std::span<const std::uint32_t>> ways_;
  Monitor monitor_;
  std::vector<std::unique_ptr<const Stand>> stands_;  ///< by content
  RecentContents recent_contents_, recent_ties_;
  // Scratch of store().
  std::vector<std::uint32_t> order_;    ///< the goroutines that live on, in the order of their names
  std::vector<std::uint64_t> colours_;  ///< by goroutine
  Encoder encoder_;
  std::vector<std::uint32_t> object_map_, owner_, sequence_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stack_;
  std::vector<std::uint32_t> tied_;
  std::vector<std::uint8_t> alive_;
  std::vector<std::uint32_t> living_timers_;
};

}  // namespace model::runtime
