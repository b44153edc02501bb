// What was interned comes back word for word, and equal words have one number.

#include "model/runtime/packed_table.hpp"

#include <map>
#include <random>
#include <thread>
#include <vector>

#include "tests/unit/catch.hpp"

namespace {

using model::runtime::PackedTable;
using Words = std::vector<std::uint32_t>;

Words some_words(std::mt19937& random) {
  // Small numbers and short sequences mostly, so that they repeat; some as long as several chunks.
  const std::uint32_t most = random() % 4 == 0 ? ~0U : 2;
  Words words(random() % 300 == 0 ? random() % 5000 : random() % 8);
  for (std::uint32_t& w : words) w = most == ~0U ? static_cast<std::uint32_t>(random()) >> random() % 32 : random() % most;
  return words;
}

}  // namespace

TEST_CASE("interned words come back, and are interned once") {
  PackedTable table;
  std::mt19937 random(11);
  std::map<Words, std::uint32_t> expected;
  std::map<std::uint32_t, Words> numbers;
  for (int i = 0; i < 60000; ++i) {
    const Words words = some_words(random);
    const std::uint32_t number = table.intern(words);
    REQUIRE(number != 0);
    const auto [at, is_new] = expected.emplace(words, number);
    REQUIRE(at->second == number);
    if (is_new) REQUIRE(numbers.emplace(number, words).second);
  }
  REQUIRE(table.size() == expected.size());
  REQUIRE(table.size() > 10000);
  Words got;
  for (const auto& [words, number] : expected) {
    table.read(number, got);
    REQUIRE(got == words);
  }
}

TEST_CASE("what differs only in its length is not the same") {
  PackedTable table;
  Words got;
  for (std::size_t size = 0; size < 5000; size += 7) {
    const Words zeros(size, 0);
    const std::uint32_t number = table.intern(zeros);
    REQUIRE(table.size() == size / 7 + 1);
    table.read(number, got);
    REQUIRE(got == zeros);
  }
}

TEST_CASE("an entry that fills a shard's first chunk") {
  for (std::size_t size = 4070; size < 4100; ++size) {
    PackedTable table;
    const Words words(size, 1);
    const std::uint32_t number = table.intern(words);
    for (std::uint32_t i = 0; i < 100; ++i) table.intern(Words{i});
    Words got;
    table.read(number, got);
    REQUIRE(got == words);
    REQUIRE(table.intern(words) == number);
  }
}

TEST_CASE("threads agree on the numbers") {
  PackedTable table;
  constexpr std::uint32_t kCount = 20000;
  std::vector<std::vector<std::uint32_t>> numbers(4, std::vector<std::uint32_t>(kCount));
  std::vector<std::thread> threads;
  for (std::uint32_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      Words got;
      for (std::uint32_t i = 0; i < kCount; ++i) {
        const std::uint32_t n = t % 2 == 0 ? i : kCount - 1 - i;
        const Words words{n % 7, n, n / 3};
        numbers[t][n] = table.intern(words);
        table.read(numbers[t][n], got);
        if (got != words) numbers[t][n] = 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  REQUIRE(table.size() == kCount);
  for (std::uint32_t n = 0; n < kCount; ++n) {
    REQUIRE(numbers[0][n] != 0);
    for (const auto& mine : numbers) REQUIRE(mine[n] == numbers[0][n]);
  }
}
