#pragma once
// Results of entries that have not changed. A folder of files, one for each key; only complete results are kept, so a hit
// says what a run would say.

#include <cstdint>
#include <optional>
#include <string>

#include "checker/finding/result.hpp"
#include "model/compile.hpp"

namespace checker::gate {

class Cache {
 public:
  /// `folder`: empty: no cache. `options`: what else a result depends on.
  Cache(std::string folder, std::string options);

  /// The key of an entry: what it can reach, the options, this executable. Empty without a cache.
  std::string key(const model::Unit& unit, const model::EntryInfo& entry) const;
  /// `hash`: of the program's text now; the traces of the findings get it.
  std::optional<finding::Result> find(const std::string& key, const model::Unit& unit, std::uint64_t hash) const;
  /// Failing to store is no error.
  void store(const std::string& key, const finding::Result& result) const;

 private:
  std::string folder_, options_;
};

}  // namespace checker::gate
