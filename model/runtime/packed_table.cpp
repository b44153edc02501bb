#include "model/runtime/packed_table.hpp"

#include <algorithm>
#include <bit>
#include <new>

#include "model/runtime/content_table.hpp"

namespace model::runtime {
namespace {

std::uint8_t* put(std::uint8_t* at, std::uint32_t word) {
  for (; word >= 0x80; word >>= 7) *at++ = static_cast<std::uint8_t>(word | 0x80);
  *at++ = static_cast<std::uint8_t>(word);
  return at;
}

std::size_t bytes_of(std::uint32_t word) { return (static_cast<std::size_t>(std::bit_width(word | 1)) + 6) / 7; }

std::uint32_t take(const std::uint8_t*& at) {
  std::uint32_t word = 0;
  for (int shift = 0;; shift += 7) {
    const std::uint8_t byte = *at++;
    word |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return word;
  }
}

/// The bytes of words. An entry begins with how many they are.
std::span<const std::uint8_t> pack(std::span<const std::uint32_t> words) {
  thread_local std::vector<std::uint8_t> bytes;
  bytes.resize(std::max(bytes.size(), words.size() * bytes_of(~0U)));
  std::uint8_t* at = bytes.data();
  for (const std::uint32_t word : words) at = put(at, word);
  return {bytes.data(), at};
}

bool is(const std::uint8_t* entry, std::span<const std::uint8_t> bytes) {
  return take(entry) == bytes.size() && std::equal(bytes.begin(), bytes.end(), entry);
}

void unpack(const std::uint8_t* entry, std::vector<std::uint32_t>& words) {
  words.clear();
  const std::uint32_t size = take(entry);
  for (const std::uint8_t* const end = entry + size; entry != end;) words.push_back(take(entry));
}

std::size_t home(std::uint64_t hash, std::size_t slots) { return hash >> 8 & (slots - 1); }

constexpr std::uint32_t kUnitOfSlot = 0x0fffffff;

std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash << 24) & ~kUnitOfSlot; }

}  // namespace

std::uint32_t PackedTable::intern(std::span<const std::uint32_t> words) {
  const std::uint64_t hash = hash_words(words, 0);
  const std::span<const std::uint8_t> bytes = pack(words);
  const auto number = static_cast<std::uint32_t>(hash % kShards);
  Shard& shard = shards_[number];
  const std::lock_guard lock(shard.mutex);
  if ((shard.used + 1) * 4 > shard.slots.size() * 3) grow(shard);
  std::size_t at = home(hash, shard.slots.size());
  for (; shard.slots[at] != 0; at = (at + 1) & (shard.slots.size() - 1)) {
    if ((shard.slots[at] & ~kUnitOfSlot) != tag(hash)) continue;
    const std::uint32_t unit = shard.slots[at] & kUnitOfSlot;
    if (is(shard.at(unit), bytes)) return unit * kShards + number;
  }
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::uint32_t unit = make_room(shard, bytes_of(size) + size);
  std::ranges::copy(bytes, put(shard.at(unit), size));
  shard.slots[at] = unit | tag(hash);
  ++shard.used;
  size_.fetch_add(1, std::memory_order_relaxed);
  return unit * kShards + number;
}

void PackedTable::read(std::uint32_t number, std::vector<std::uint32_t>& words) const {
  const Shard& shard = shards_[number % kShards];
  const std::lock_guard lock(shard.mutex);
  unpack(shard.at(number / kShards), words);
}

/// The first unit of an entry of this size.
std::uint32_t PackedTable::make_room(Shard& shard, std::size_t bytes) {
  constexpr std::size_t kUnitsOfChunk = kChunk / kUnit;
  const std::size_t units = (bytes + kUnit - 1) / kUnit;
  const std::size_t have = shard.chunks.size() * kUnitsOfChunk;
  if (shard.end + units > have) {
    const bool is_first = have == 0;
    const std::size_t chunks = (units + (is_first ? 1 : 0) + kUnitsOfChunk - 1) / kUnitsOfChunk;
    if (have + chunks * kUnitsOfChunk > kUnitOfSlot) throw std::bad_alloc();
    shard.blocks.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(chunks * kChunk));
    for (std::size_t i = 0; i < chunks; ++i) shard.chunks.push_back(shard.blocks.back().get() + i * kChunk);
    shard.end = static_cast<std::uint32_t>(is_first ? 1 : have);
    bytes_.fetch_add(chunks * (kChunk + sizeof(void*)) + 2 * sizeof(void*), std::memory_order_relaxed);
  }
  const std::uint32_t unit = shard.end;
  shard.end += static_cast<std::uint32_t>(units);
  return unit;
}

void PackedTable::grow(Shard& shard) {
  std::vector<std::uint32_t> bigger(shard.slots.size() * 2, 0);
  std::vector<std::uint32_t> words;
  for (const std::uint32_t slot : shard.slots) {
    if (slot == 0) continue;
    unpack(shard.at(slot & kUnitOfSlot), words);
    std::size_t at = home(hash_words(words, 0), bigger.size());
    while (bigger[at] != 0) at = (at + 1) & (bigger.size() - 1);
    bigger[at] = slot;
  }
  bytes_.fetch_add(shard.slots.size() * sizeof(std::uint32_t), std::memory_order_relaxed);
  shard.slots = std::move(bigger);
}

}  // namespace model::runtime
