#pragma once
// What a finding is recognised by from one version of a program to the next.

#include <vector>

#include "checker/finding/result.hpp"

namespace checker::finding {

/// Gives each finding its fingerprint: of its kind, its message without numbers, its file, its entry and the text of its
/// line, not the line's number; those that are equal count in order. So edits elsewhere do not change it.
void assign_fingerprints(std::vector<Result>& results);

/// The position's line without the space around it; empty if there is none.
std::string source_line(const Result& result, model::base::Position position);

}  // namespace checker::finding
