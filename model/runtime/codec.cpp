#include "model/runtime/codec.hpp"

#include <cassert>

namespace model::runtime {
namespace {

// A slot is one word below 2^31, or a tagged word: the tag is in the low 4 bits of a word with the top bit set.
constexpr std::uint32_t kTagged = 0x80000000U;
constexpr std::uint32_t kRefTag = kTagged | 1;    // link, offset
constexpr std::uint32_t kWideTag = kTagged | 2;   // low, high
constexpr std::uint32_t kZerosTag = kTagged | 3;  // count in bits 4..30

class Decoder {
 public:
  explicit Decoder(std::span<const std::uint32_t> words) : words_(words) {}
  std::uint32_t word() {
    assert(at_ < words_.size());
    return words_[at_++];
  }
  std::uint64_t word64() {
    const std::uint64_t low = word();
    return low | std::uint64_t{word()} << 32;
  }
  std::vector<Slot> slots() {
    const std::uint32_t count = word();
    std::vector<Slot> out;
    out.reserve(count);
    while (out.size() < count) {
      const std::uint32_t w = word();
      if ((w & kTagged) == 0) {
        out.push_back(scalar(w));
      } else if (w == kRefTag) {
        const std::uint32_t link = word();
        out.push_back(make_ref(link + 1, word()));
      } else if (w == kWideTag) {
        out.push_back(scalar(word64()));
      } else {
        out.resize(out.size() + ((w & ~kTagged) >> 4));
      }
    }
    return out;
  }
  Slot slot() { return slots()[0]; }

 private:
  std::span<const std::uint32_t> words_;
  std::size_t at_ = 0;
};

bool is_live(const std::vector<std::uint64_t>& live, std::size_t slot) {
  return slot / 64 < live.size() && (live[slot / 64] >> (slot % 64) & 1) != 0;
}

}  // namespace

void Encoder::reset(std::size_t object_count) {
  words.clear();
  links.clear();
  if (stamp_.size() < object_count) {
    stamp_.resize(object_count * 2 + 16, 0);
    position_.resize(stamp_.size());
  }
  ++epoch_;
}

std::uint32_t Encoder::link(std::uint32_t object) {
  if (stamp_.size() <= object) {
    stamp_.resize(object * 2 + 16, 0);
    position_.resize(stamp_.size());
  }
  if (stamp_[object] != epoch_) {
    stamp_[object] = epoch_;
    position_[object] = static_cast<std::uint32_t>(links.size());
    links.push_back(object);
  }
  return position_[object];
}

void Encoder::word64(std::uint64_t w) {
  words.push_back(static_cast<std::uint32_t>(w));
  words.push_back(static_cast<std::uint32_t>(w >> 32));
}

void Encoder::slot(const Slot& s) {
  if (s.ref) {
    words.push_back(kRefTag);
    words.push_back(link(ref_object(s)));
    words.push_back(ref_offset(s));
  } else if (s.bits < kTagged) {
    words.push_back(static_cast<std::uint32_t>(s.bits));
  } else {
    words.push_back(kWideTag);
    word64(s.bits);
  }
}

bool Encoder::Mask::keeps(std::size_t slot) const {
  if (live == nullptr) return true;
  const auto at = static_cast<std::int32_t>(slot);
  if (is_live(*live, slot) && !(at >= dead_first && at < dead_first + dead_count)) return true;
  return also != nullptr && is_live(*also, slot);
}

void Encoder::slots(std::span<const Slot> all, const Mask& mask) {
  words.push_back(static_cast<std::uint32_t>(all.size()));
  std::uint32_t zeros = 0;
  const auto flush = [&] {
    if (zeros == 1) words.push_back(0);
    if (zeros > 1) words.push_back(kZerosTag | zeros << 4);
    zeros = 0;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_nil(all[i]) || !mask.keeps(i)) {
      ++zeros;
      continue;
    }
    flush();
    slot(all[i]);
  }
  flush();
}

void encode(Encoder& out, const program::Program& program, const Goroutine& g) {
  out.word(static_cast<std::uint32_t>(g.status) | (g.parked ? 0x100U : 0) |
           (g.sleeping ? 0x200U : 0) | (g.bubble.ref ? 0x400U : 0) | (g.number != 0 ? 0x800U : 0));
  if (g.number != 0) out.word(g.number);
  if (g.bubble.ref) out.slots({&g.bubble, 1});
  out.word(g.rank);
  out.word(g.epoch);
  out.word64(g.remaining);
  out.word(g.created_function);
  out.word(g.created_pc);
  out.word(static_cast<std::uint32_t>(g.frames.size()));
  for (std::size_t i = 0; i < g.frames.size(); ++i) {
    const Frame& f = g.frames[i];
    const program::Function& function = program.functions[f.function];
    out.word(f.function);
    out.word(f.pc);
    out.word(f.flags | f.event << 8);
    if (f.event != 0) out.word(f.pending);
    const bool top = i + 1 == g.frames.size();
    const program::Instruction& at = function.code[f.pc];
    Encoder::Mask mask;
    if (!function.live.empty()) {
      mask.live = &function.live[f.pc];
      // Below the top a frame waits in a call, whose arguments are spent and whose results are still to come. A panic
      // that passes through goes on at recover_pc with what the frame had before.
      if (!top && at.op == program::Op::Call && (g.frames[i + 1].flags & Frame::kDeferred) == 0) {
        mask.live = &function.live[f.pc + 1];
        mask.dead_first = at.a;
        mask.dead_count = program.functions[g.frames[i + 1].function].result_slots;
        if (function.recover_pc >= 0) mask.also = &function.live[function.recover_pc];
      }
    }
    out.slots(f.slots, mask);
    out.word(static_cast<std::uint32_t>(f.defers.size()));
    for (const DeferRecord& d : f.defers) {
      out.slots({&d.callee, 1});
      out.word(d.event);
      out.slots(d.arguments);
    }
  }
  out.word(static_cast<std::uint32_t>(g.panics.size()));
  for (const PanicRecord& p : g.panics) {
    out.word((p.recovered ? 1U : 0) | (p.goexit ? 2U : 0) | (p.aborted ? 4U : 0) | (p.repanicked ? 8U : 0) |
             (p.printed ? 16U : 0));
    out.word(p.function);
    out.word(p.pc);
    out.slots({&p.type, 1});
    out.slots({&p.payload, 1});
  }
}

Goroutine decode_goroutine(std::span<const std::uint32_t> words) {
  Decoder in(words);
  Goroutine g;
  const std::uint32_t bits = in.word();
  g.status = static_cast<Goroutine::Status>(bits & 0xff);
  g.parked = (bits & 0x100) != 0;
  g.sleeping = (bits & 0x200) != 0;
  if ((bits & 0x800) != 0) g.number = in.word();
  if ((bits & 0x400) != 0) g.bubble = in.slot();
  g.rank = in.word();
  g.epoch = in.word();
  g.remaining = in.word64();
  g.created_function = in.word();
  g.created_pc = in.word();
  g.frames.resize(in.word());
  for (Frame& f : g.frames) {
    f.function = in.word();
    f.pc = in.word();
    const std::uint32_t flags = in.word();
    f.flags = static_cast<std::uint8_t>(flags);
    f.event = flags >> 8;
    if (f.event != 0) f.pending = in.word();
    f.slots = in.slots();
    f.defers.resize(in.word());
    for (DeferRecord& d : f.defers) {
      d.callee = in.slot();
      d.event = in.word();
      d.arguments = in.slots();
    }
  }
  g.panics.resize(in.word());
  for (PanicRecord& p : g.panics) {
    const std::uint32_t flags = in.word();
    p.recovered = (flags & 1) != 0;
    p.goexit = (flags & 2) != 0;
    p.aborted = (flags & 4) != 0;
    p.repanicked = (flags & 8) != 0;
    p.printed = (flags & 16) != 0;
    p.function = in.word();
    p.pc = in.word();
    p.type = in.slot();
    p.payload = in.slot();
  }
  return g;
}

void encode(Encoder& out, const Object& o) {
  out.word(static_cast<std::uint32_t>(o.kind) | (o.closed ? 0x100U : 0) |
           (o.active ? 0x200U : 0) | (o.remaining != 0 || o.period != 0 ? 0x400U : 0) |
           (o.of_timer ? 0x800U : 0) | (o.bubble.ref ? 0x1000U : 0));
  out.word(o.type);
  out.word(o.site);
  out.word(o.capacity);
  out.word(o.count);
  if (o.remaining != 0 || o.period != 0) {
    out.word64(o.remaining);
    out.word64(o.period);
  }
  if (o.bubble.ref) out.slots({&o.bubble, 1});
  out.slots(o.slots);
}

Object decode_object(std::span<const std::uint32_t> words) {
  Decoder in(words);
  Object o;
  const std::uint32_t bits = in.word();
  o.kind = static_cast<Object::Kind>(bits & 0xff);
  o.closed = (bits & 0x100) != 0;
  o.active = (bits & 0x200) != 0;
  o.of_timer = (bits & 0x800) != 0;
  o.type = in.word();
  o.site = in.word();
  o.capacity = in.word();
  o.count = in.word();
  if ((bits & 0x400) != 0) {
    o.remaining = in.word64();
    o.period = in.word64();
  }
  if ((bits & 0x1000) != 0) o.bubble = in.slot();
  o.slots = in.slots();
  return o;
}

}  // namespace model::runtime
