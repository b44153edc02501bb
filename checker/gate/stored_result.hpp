#pragma once
// Results as text and back, for the cache.

#include <memory>
#include <optional>
#include <string>

#include "checker/finding/result.hpp"

namespace checker::gate {

/// What exploration has put into a result; names and files are those of the run that reads it.
std::string stored(const finding::Result& result);
/// Nothing if the text is not of this version, or names files that are not there.
std::optional<finding::Result> restored(const std::string& text, std::shared_ptr<const model::base::FileSet> files);

}  // namespace checker::gate
