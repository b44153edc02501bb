// The store gives back every state word for word, whatever the hash does.

#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "checker/store/state_store.hpp"
#include "checker/store/state_store_impl.hpp"
#include "tests/unit/catch.hpp"

namespace {

using checker::store::BasicStateStore;
using Words = std::vector<std::uint32_t>;

struct OneBucket {
  std::uint64_t operator()(std::uint64_t) const { return 0; }
};
struct SixteenBuckets {
  std::uint64_t operator()(std::uint64_t key) const { return key % 16; }
};

template <typename Hash>
void round_trip(std::uint32_t count) {
  BasicStateStore<Hash> store;
  std::mt19937 random(7);
  std::map<Words, std::uint32_t> expected;
  Words words;
  checker::store::Tree near;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (random() % 4 == 0 || words.empty()) words.assign(1 + random() % 40, random() % 3);
    words[random() % words.size()] = random() % 50;
    const bool use_near = store.size() > 0 && random() % 2 == 0;
    if (use_near) store.load(random() % store.size(), near);
    const auto got = store.insert(words, use_near ? &near : nullptr);
    const auto [at, is_new] = expected.emplace(words, static_cast<std::uint32_t>(expected.size()));
    REQUIRE(got.is_new == is_new);
    REQUIRE(got.id == at->second);
  }
  REQUIRE(store.size() == expected.size());
  for (const auto& [state, id] : expected) REQUIRE(store.load(id) == state);
}

}  // namespace

TEST_CASE("states come back word for word") { round_trip<checker::store::MixHash>(60000); }

TEST_CASE("equal hashes do not make states equal") {
  round_trip<OneBucket>(600);
  round_trip<SixteenBuckets>(3000);
}

TEST_CASE("with many pairs the index has wider numbers") {
  checker::store::Account account;
  checker::store::PairTable<checker::store::MixHash, 1000> pairs(account);
  for (std::uint32_t round = 0; round < 2; ++round) {
    for (std::uint32_t n = 0; n < 5000; ++n) {
      const auto got = pairs.intern({n * n, n % 3});
      REQUIRE(got.id == n);
      REQUIRE(got.is_new == (round == 0));
      if (n == 997 && round == 0) REQUIRE(!pairs.has_room(5));
    }
  }
  REQUIRE(pairs.find({25, 2}) == 5);
  REQUIRE(pairs.find({25, 1}) == pairs.kNone);
}

TEST_CASE("states that are prefixes of each other differ") {
  checker::store::StateStore store;
  const Words long_zeros(9, 0);
  for (std::size_t n = 1; n <= long_zeros.size(); ++n) {
    const Words zeros(n, 0);
    REQUIRE(store.insert(zeros).id == n - 1);
    REQUIRE(store.load(static_cast<std::uint32_t>(n - 1)) == zeros);
  }
}

namespace {

/// The n-th of many states: pairs of words that stand far apart change together.
Words pairs_apart(std::uint32_t n) {
  Words words(21, 0);
  for (std::uint32_t i = 0; i < 10; ++i) words[i] = words[i + 10] = n >> (2 * i) & 3;
  words[20] = n % 2;
  return words;
}

/// Here two words on each side, so that the balanced tree is not so bad.
Words crossed(std::uint32_t n) { return {n >> 8, n & 31, n >> 8, n >> 2 & 63}; }

}  // namespace

TEST_CASE("a learnt shape keeps states and ids, and needs fewer nodes") {
  constexpr std::uint32_t kCount = 40000, kHalf = kCount / 2;
  checker::store::StateStore store, balanced;
  checker::store::Tree near;
  for (std::uint32_t n = 0; n < kCount; ++n) {
    REQUIRE(store.insert(pairs_apart(n), n % 3 != 0 ? &near : nullptr).id == n);
    balanced.insert(pairs_apart(n));
    if (n == kHalf) store.learn_shapes();
    store.load(n / 2, near);
    REQUIRE((near.words().size() == 21 && std::ranges::equal(near.words(), pairs_apart(n / 2))));
  }
  REQUIRE(store.shapes() == 1);
  REQUIRE(store.nodes() * 8 < balanced.nodes());
  for (std::uint32_t n = 0; n < kCount; ++n) {
    REQUIRE(store.load(n) == pairs_apart(n));
    const auto again = store.insert(pairs_apart(n));
    REQUIRE((again.id == n && !again.is_new));
  }
  // Other lengths have shapes of their own.
  REQUIRE(store.insert(Words(20, 1)).is_new);
  REQUIRE(store.load(kCount) == Words(20, 1));
}

TEST_CASE("without room for another shape all stays as it is") {
  constexpr std::uint32_t kCount = 30000;
  std::size_t bytes = 0;
  for (const bool is_limited : {false, true}) {
    checker::store::StateStore store(is_limited ? bytes : SIZE_MAX);
    for (std::uint32_t n = 0; n < kCount; ++n) store.insert(crossed(n));
    bytes = store.memory_bytes();
    const std::uint32_t nodes = store.nodes();
    store.learn_shapes();
    REQUIRE((store.nodes() == nodes) == is_limited);
    for (std::uint32_t n = 0; n < kCount; ++n) {
      REQUIRE(store.load(n) == crossed(n));
      REQUIRE(!store.insert(crossed(n)).is_new);
    }
  }
}

TEST_CASE("pairs of any size come back") {
  checker::store::Account account;
  {
    checker::store::PackedPairs pairs(account);
    std::mt19937 random(3);
    std::vector<checker::store::Pair> expected;
    for (int bits = 1; bits <= 32; ++bits) {
      for (int i = 0; i < 700; ++i) {
        const auto number = [&] { return static_cast<std::uint32_t>(random()) >> (32 - bits); };
        const std::uint32_t left = number();
        expected.push_back({left, number()});
        pairs.reserve_one(expected.back());
        pairs.push_back(expected.back());
      }
      for (std::size_t i = 0; i < expected.size(); ++i) REQUIRE(pairs[i] == expected[i]);
    }
    REQUIRE(account.used > 0);
  }
  REQUIRE(account.used == 0);
}

TEST_CASE("beyond the limit nothing is added") {
  checker::store::StateStore store(std::size_t{8} << 20);
  Words words(4);
  std::uint32_t added = 0;
  REQUIRE_THROWS_AS(
      [&] {
        for (;; ++added) {
          for (std::uint32_t i = 0; i < 4; ++i) words[i] = added * 4 + i;
          store.insert(words);
        }
      }(),
      checker::store::OutOfBudget);
  REQUIRE(store.size() == added);
  REQUIRE(added > 10000);
  REQUIRE(store.memory_bytes() <= (std::size_t{8} << 20));
  for (std::uint32_t i = 0; i < 4; ++i) words[i] = i;
  REQUIRE(!store.insert(words).is_new);
}
