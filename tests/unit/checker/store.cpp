// The store gives back every state word for word, whatever the hash does.

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

TEST_CASE("states that are prefixes of each other differ") {
  checker::store::StateStore store;
  const Words long_zeros(9, 0);
  for (std::size_t n = 1; n <= long_zeros.size(); ++n) {
    const Words zeros(n, 0);
    REQUIRE(store.insert(zeros).id == n - 1);
    REQUIRE(store.load(static_cast<std::uint32_t>(n - 1)) == zeros);
  }
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
