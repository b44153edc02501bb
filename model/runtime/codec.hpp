#pragma once
// Components to words and back. In words a reference is a position in the component's list of links (first use first).

#include <cstdint>
#include <span>
#include <vector>

#include "model/program/program.hpp"
#include "model/runtime/value.hpp"

namespace model::runtime {

/// Collects the words and links of one component. Reused between components to avoid allocation.
class Encoder {
 public:
  void reset(std::size_t object_count);
  void word(std::uint32_t w) { words.push_back(w); }
  void word64(std::uint64_t w);
  void slot(const Slot& s);
  /// Slots that the mask does not keep are written as zero.
  struct Mask {
    const std::vector<std::uint64_t>* live = nullptr;  ///< one bit a slot; absent: all are live
    std::int32_t dead_first = 0, dead_count = 0;       ///< not live whatever `live` says ...
    const std::vector<std::uint64_t>* also = nullptr;  ///< ... but what this says is
    bool keeps(std::size_t slot) const;
  };
  void slots(std::span<const Slot> all, const Mask& mask);
  void slots(std::span<const Slot> all) { slots(all, Mask{}); }
  std::uint32_t link(std::uint32_t object);

  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> links;

 private:
  std::vector<std::uint32_t> stamp_, position_;
  std::uint32_t epoch_ = 0;
};

/// Dead slots of every frame (program::Function::live) are written as zero.
void encode(Encoder& out, const program::Program& program, const Goroutine& goroutine);
void encode(Encoder& out, const Object& object);

Goroutine decode_goroutine(std::span<const std::uint32_t> words);
Object decode_object(std::span<const std::uint32_t> words);

}  // namespace model::runtime
