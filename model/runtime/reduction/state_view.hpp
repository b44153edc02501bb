#pragma once
// A state read without taking it apart: contents as they are interned, links beside them. Layout of the words: world.hpp.

#include <cstdint>
#include <span>
#include <vector>

#include "model/runtime/environment.hpp"

namespace model::runtime::reduction {

struct Component {
  ContentId id = 0;
  const Content* content = nullptr;
  std::span<const std::uint32_t> links;

  /// The object a slot of the content refers to, or 0.
  std::uint32_t object(const Slot& s) const { return s.ref ? links[ref_object(s) - 1] : 0; }
};

struct StateView {
  void read(const Environment& env, std::span<const std::uint32_t> words) {
    const std::uint32_t goroutine_count = words[0];
    const std::uint32_t timer_count = words[4];
    const std::uint32_t object_count = words[1];
    process_record = words[3];
    std::size_t at = 5;
    const auto next = [&](Component& c) {
      const std::span<const std::uint32_t> tied = env.tied.get(words[at++]).words;
      c.id = tied[0];
      c.content = &env.contents.get(c.id);
      c.links = tied.subspan(1);
    };
    goroutines.resize(goroutine_count);
    for (Component& c : goroutines) next(c);
    timers = words.subspan(at, timer_count);
    at += timer_count;
    objects.resize(object_count + std::size_t{1});
    for (std::size_t i = 1; i < objects.size(); ++i) next(objects[i]);
  }

  std::vector<Component> goroutines;
  std::span<const std::uint32_t> timers;  ///< object numbers of the pending ones
  std::vector<Component> objects;         ///< [0] unused
  ContentId process_record = 0;
};

}  // namespace model::runtime::reduction
