#pragma once
// Is it worth remembering something? Where hardly anything comes twice it costs more than it saves.

#include <cstdint>

namespace model::runtime {

/// Of each 4,096 questions 1 / `share` must have had an answer, or 65,536 are not asked.
class Trial {
 public:
  explicit Trial(std::uint32_t share) : share_(share) {}

  /// Is the next question to be asked?
  bool goes_on() {
    if (pause_ > 0) {
      --pause_;
      return false;
    }
    if (++asked_ == kSample) {
      if (known_ < kSample / share_) pause_ = kPause;
      asked_ = known_ = 0;
    }
    return true;
  }
  void succeed() { ++known_; }
  bool pauses() const { return pause_ > 0; }

 private:
  static constexpr std::uint32_t kSample = 1 << 12, kPause = 1 << 16;
  std::uint32_t share_, asked_ = 0, known_ = 0, pause_ = 0;
};

}  // namespace model::runtime
