#include "model/runtime/content_table.hpp"

#include <algorithm>
#include <new>

#include "model/runtime/codec.hpp"

namespace model::runtime {
namespace {

std::size_t bytes_of(const std::vector<Slot>& slots) { return slots.capacity() * sizeof(Slot); }

std::size_t bytes_of(const Object& object) { return sizeof(Object) + bytes_of(object.slots); }

std::size_t bytes_of(const Goroutine& goroutine) {
  std::size_t bytes = sizeof(Goroutine) + goroutine.frames.capacity() * sizeof(Frame) + goroutine.panics.capacity() * sizeof(PanicRecord);
  for (const Frame& f : goroutine.frames) {
    bytes += bytes_of(f.slots) + f.defers.capacity() * sizeof(DeferRecord);
    for (const DeferRecord& d : f.defers) bytes += bytes_of(d.arguments);
  }
  return bytes;
}

/// Gives back what zeros at the end take, where they are many.
void trim(std::vector<Slot>& slots) {
  constexpr std::size_t kMany = 32;
  std::size_t size = slots.size();
  while (size > 0 && is_nil(slots[size - 1])) --size;
  if (slots.size() - size < kMany) return;
  slots.resize(size);
  slots.shrink_to_fit();
}

}  // namespace

/// A 64-bit multiply-and-fold hash over words (after wyhash's mixing step). Deterministic over runs.
std::uint64_t hash_words(std::span<const std::uint32_t> words, std::uint64_t seed) {
  const auto mix = [](std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const auto product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  std::uint64_t h = seed ^ 0x9e3779b97f4a7c15ULL ^ (words.size() * 0xff51afd7ed558ccdULL);
  std::size_t i = 0;
  for (; i + 1 < words.size(); i += 2) {
    const std::uint64_t w = std::uint64_t{words[i + 1]} << 32 | words[i];
    h = mix(h ^ w, 0xa0761d6478bd642fULL) + 0xe7037ed1a0b428dbULL;
  }
  if (i < words.size()) h = mix(h ^ words[i], 0x8ebc6af09c88c6e3ULL);
  return mix(h, 0x589965cc75374cc3ULL) ^ (h >> 29);
}

ContentTable::ContentTable() { add(0); }

ContentTable::~ContentTable() {
  for (std::atomic<Content*>& chunk : chunks_) delete[] chunk.load(std::memory_order_relaxed);
}

/// Room for the content of a number.
Content& ContentTable::add(ContentId id) {
  const unsigned number = chunk_of(id);
  std::atomic<Content*>& chunk = chunks_[number];
  if (chunk.load(std::memory_order_acquire) == nullptr) {
    const std::lock_guard lock(chunk_mutex_);
    const std::size_t size = std::size_t{1} << (number == 0 ? kFirstBits : kFirstBits + number - 1);
    if (chunk.load(std::memory_order_relaxed) == nullptr) chunk.store(new Content[size], std::memory_order_release);
  }
  return chunk.load(std::memory_order_acquire)[id - first_of(number)];
}

std::uint64_t ContentTable::hash_of(ContentKind kind, std::span<const std::uint32_t> words) {
  return hash_words(words, static_cast<std::uint64_t>(kind) + 1);
}

bool ContentTable::is(const Content& c, ContentKind kind, std::span<const std::uint32_t> words, std::uint64_t hash) {
  return c.hash == hash && c.kind == kind && std::ranges::equal(c.words, words);
}

ContentId RecentContents::intern(ContentKind kind, std::span<const std::uint32_t> words, std::uint32_t links) {
  const std::uint64_t hash = ContentTable::hash_of(kind, words);
  ContentId& recent = ids_[(hash >> 32) % kRecent];
  if (recent == 0 || !ContentTable::is(table_.get(recent), kind, words, hash)) recent = table_.intern(kind, words, links, hash);
  return recent;
}

ContentId ContentTable::intern(ContentKind kind, std::span<const std::uint32_t> words, std::uint32_t links, std::uint64_t hash) {
  Shard& shard = shards_[hash % kShards];
  const std::lock_guard lock(shard.mutex);
  const std::size_t mask = shard.slots.size() - 1;
  std::size_t at = hash / kShards & mask;
  while (const ContentId id = shard.slots[at]) {
    const Content& c = get(id);
    if (is(c, kind, words, hash)) return id;
    at = (at + 1) & mask;
  }
  const ContentId id = next_.fetch_add(1, std::memory_order_relaxed);
  Content& c = add(id);
  c.words.assign(words.begin(), words.end());
  c.hash = hash;
  c.links = links;
  c.kind = kind;
  if (kind == ContentKind::Goroutine) {
    c.goroutine = std::make_unique<const Goroutine>(decode_goroutine(words));
  } else if (kind == ContentKind::Object) {
    Object object = decode_object(words);
    c.slots = static_cast<std::uint32_t>(object.slots.size());
    if (object.kind == Object::Kind::Cells) trim(object.slots);
    c.object = std::make_unique<const Object>(std::move(object));
  }
  std::size_t bytes = 2 * sizeof(Content) + words.size_bytes() + 32;
  if (c.goroutine != nullptr) bytes += bytes_of(*c.goroutine);
  if (c.object != nullptr) bytes += bytes_of(*c.object);
  bytes_.fetch_add(bytes, std::memory_order_relaxed);
  shard.slots[at] = id;
  if (++shard.used * 2 > shard.slots.size()) grow(shard);
  return id;
}

void ContentTable::grow(Shard& shard) {
  std::vector<ContentId> bigger(shard.slots.size() * 2, 0);
  for (const ContentId id : shard.slots) {
    if (id == 0) continue;
    std::size_t at = get(id).hash / kShards & (bigger.size() - 1);
    while (bigger[at] != 0) at = (at + 1) & (bigger.size() - 1);
    bigger[at] = id;
  }
  shard.slots = std::move(bigger);
}

}  // namespace model::runtime
