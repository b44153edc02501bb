// The store by itself: states of 16 words of which each differs from its parent in two, as
// successors do.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "checker/store/state_store.hpp"

namespace {

using checker::store::StateStore;

constexpr std::size_t kWords = 16;
constexpr std::uint32_t kContents = 64;  // distinct values of a word

/// `count` states, one after the other; about one in three comes twice.
std::vector<std::uint32_t> walk(std::size_t count) {
  std::mt19937 random(1);
  std::vector<std::uint32_t> states(count * kWords);
  for (std::size_t i = 1; i < count; ++i) {
    const std::size_t from = i % 3 == 0 ? random() % i : i - 1;
    for (std::size_t w = 0; w < kWords; ++w) states[i * kWords + w] = states[from * kWords + w];
    if (i % 3 == 0) continue;
    states[i * kWords + random() % kWords] = static_cast<std::uint32_t>(random() % kContents);
    states[i * kWords + random() % kWords] = static_cast<std::uint32_t>(random() % kContents);
  }
  return states;
}

std::span<const std::uint32_t> nth(const std::vector<std::uint32_t>& states, std::size_t i) {
  return {states.data() + i * kWords, kWords};
}

void insert(benchmark::State& run) {
  const auto count = static_cast<std::size_t>(run.range(0));
  const auto states = walk(count);
  std::size_t bytes = 0, stored = 1;
  for (auto _ : run) {
    StateStore store;
    for (std::size_t i = 0; i < count; ++i) store.insert(nth(states, i));
    bytes = store.memory_bytes();
    stored = store.size();
  }
  run.SetItemsProcessed(static_cast<std::int64_t>(count) * run.iterations());
  run.counters["bytes_per_state"] = static_cast<double>(bytes) / static_cast<double>(stored);
}
BENCHMARK(insert)->RangeMultiplier(10)->Range(10'000, 1'000'000)->Unit(benchmark::kMillisecond);

void find_again(benchmark::State& run) {
  const auto count = static_cast<std::size_t>(run.range(0));
  const auto states = walk(count);
  StateStore store;
  for (std::size_t i = 0; i < count; ++i) store.insert(nth(states, i));
  std::mt19937 random(2);
  for (auto _ : run) {
    benchmark::DoNotOptimize(store.insert(nth(states, random() % count)));
  }
  run.SetItemsProcessed(run.iterations());
}
BENCHMARK(find_again)->RangeMultiplier(10)->Range(10'000, 1'000'000);

void load(benchmark::State& run) {
  const auto count = static_cast<std::size_t>(run.range(0));
  const auto states = walk(count);
  StateStore store;
  for (std::size_t i = 0; i < count; ++i) store.insert(nth(states, i));
  std::mt19937 random(3);
  checker::store::Tree tree;
  for (auto _ : run) {
    store.load(static_cast<checker::store::StateId>(random() % store.size()), tree);
    benchmark::DoNotOptimize(tree.nodes.data());
  }
  run.SetItemsProcessed(run.iterations());
}
BENCHMARK(load)->RangeMultiplier(10)->Range(10'000, 1'000'000);

}  // namespace
