#pragma once
// Steps as differences of states' words, by the words that they depend on: what Memo knows of contents, once more for those steps
// that leave all names as they were, which are most. Taking one is a walk of a few look-ups and a copy of the state with some words
// replaced; nothing is decoded, named or interned.
//
// Claim: the successor is the one that Memo and World::store find. A component's word stands for its content and its links. So
// the words of the goroutines that take the step and of the objects it looks at, in the order in which it looks at them, tell all
// that Memo asks for, and which objects the links are: the same contents and links are left behind. A patch is made only of a
// step after which all names are what they were. That they are again follows from four things:
// - objects have the links that they had before, and goroutines, too; or by what a goroutine refers to now it comes first to the same
//   objects as before, in the same order (World::named_before). Then so do the others, and all objects are reached;
// - no goroutine has ended or begun, no object was made, no timer is pending;
// - the colours of goroutines are in order: asked each time, as it depends on other goroutines (with symmetry).
// Knowledge of what is ordered before what is worked out from the knowledge before (one word), from the changes that the step
// makes and the goroutines it leaves behind (the patch), from which goroutines these are, and from who reaches what, who is alive
// and who stands at which lock (World::store_knowledge): the shape of the state. It is looked up by these four. Of the rest of
// the state nothing is asked.
//
// Switch: MachineOptions::memo, with Memo. Test: MachineOptions::Memo::Check; mutations Looks and Shape.

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "model/machine.hpp"
#include "model/runtime/content_table.hpp"
#include "model/runtime/environment.hpp"
#include "model/runtime/trial.hpp"

namespace model::runtime {

class Memo;
class World;

/// For one thread.
class Patches {
 public:
  explicit Patches(const Environment& env);
  ~Patches();
  Patches(const Patches&) = delete;
  Patches& operator=(const Patches&) = delete;

  /// The successor's words, from the world as it was loaded, which stays so. False: not known, `words` are spoilt.
  bool step(World& world, const Transition& t, StateWords& words);
  /// After that: `words` are the successor's, found by Memo and stored.
  void record(World& world, const Memo& memo, const Transition& t, const StateWords& words);
  /// As Memo::choices; false: not known.
  bool choices(const World& world, std::uint32_t g, std::vector<std::uint32_t>& out);
  /// After that: Memo has found them.
  void record_choices(const World& world, const Memo& memo, std::uint32_t g, std::span<const std::uint32_t> choices);
  /// Gives the memory back.
  void forget_all();

 private:
  /// One look-up: what leads from a node by a word.
  struct Slot {
    std::uint32_t node = 0;  ///< 0: empty
    std::uint32_t word = 0;
    std::uint32_t child = 0;
    std::uint32_t next = 0;  ///< of the child: see below; 0: not known
  };
  // What comes after a node: the object that is looked at next; where its patch, or the list of its choices, begins; the knowledge
  // afterwards plus one.
  static constexpr std::uint32_t kPatch = 0x80000000;
  // In a patch: kinds, count, (place, word) * count. Places: 0 actor, 1 partner, 1 + the number of an object (from 1).
  static constexpr std::uint32_t kSameKnowledge = 1;  ///< whatever it is
  static constexpr std::uint32_t kNoAccess = 2;       ///< where nothing is known nothing is known afterwards
  static constexpr std::uint32_t kSameLinks = 4;      ///< who refers to what is unchanged

  static bool first(const World& world, const Transition& t, std::uint32_t& node);
  static bool first_of_choices(const World& world, std::uint32_t g, std::uint32_t& node);
  static std::size_t place(const World& world, const Transition& t, std::uint32_t code);
  std::size_t home(std::uint32_t node, std::uint32_t word) const;
  Slot* find(std::uint32_t node, std::uint32_t word);
  Slot& find_or_add(std::uint32_t node, std::uint32_t word);
  const Slot* walk(const World& world, const Slot* at);
  Slot& add(const World& world, Slot* at, std::span<const std::uint32_t> looked);
  std::uint32_t shape(World& world);
  std::uint32_t signature(World& world, std::size_t at);
  bool keeps_names(World& world, const Transition& t, std::span<const std::uint32_t> changes);
  bool keeps_order(const World& world, const Transition& t, std::span<const std::uint32_t> changes);
  ContentId content_of(ContentId word) const { return env_.tied.get(word).words[0]; }
  void make_room();
  void grow();
  void count_memory();

  const Environment& env_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::uint32_t last_node_ = 0;
  std::vector<std::uint32_t> patches_;
  std::unique_ptr<ContentTable> shapes_;   ///< of states, and signatures of components
  std::vector<std::uint32_t> signatures_;  ///< by word of a component; 0: not known
  std::vector<std::uint32_t> shape_words_, scratch_;
  std::uint64_t shape_of_ = 0;  ///< World::version_; 0: of none
  std::uint32_t shape_ = 0;
  std::vector<std::uint64_t> colours_;
  std::vector<std::pair<std::uint32_t, ContentId>> changed_objects_;  ///< number and word
  std::size_t counted_ = 0;
  Trial trial_{2};  ///< of looking knowledge up
};

}  // namespace model::runtime
