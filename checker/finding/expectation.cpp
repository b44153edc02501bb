// `want` and `ignore`. An entry passes if what it wants is found and nothing else; what was not explored to the end can
// hide something else, or what is wanted, so it is incomplete.

#include "checker/finding/expectation.hpp"

#include <algorithm>

namespace checker::finding {
namespace {

bool names(const std::string& kind_or_code, const Finding& f) {
  return kind_or_code == kind_name(f.kind) || kind_or_code == f.code;
}

}  // namespace

void apply_expectations(const std::vector<model::Want>& wants,
                        const std::vector<model::Ignore>& ignores, std::vector<bool>& used,
                        Result& result) {
  used.resize(ignores.size(), false);
  std::vector<bool> found(wants.size(), false);
  for (Finding& f : result.findings) {
    for (std::size_t i = 0; i < ignores.size(); ++i) {
      const model::Ignore& ignore = ignores[i];
      const bool at_line = [&] {
        const auto here = [&](model::base::Position p) {
          return p.valid() && p.file == ignore.position.file && p.line == ignore.line;
        };
        return here(f.position) || (f.race && here(f.race->other.position));
      }();
      if (!at_line || !names(ignore.what, f)) continue;
      used[i] = true;
      f.suppressed = true;
      f.reason = ignore.reason;
    }
    if (f.suppressed) continue;
    for (std::size_t i = 0; i < wants.size(); ++i) {
      if (!names(wants[i].kind, f) || f.message.find(wants[i].text) == std::string::npos) continue;
      f.wanted = true;
      found[i] = true;
    }
  }
  for (std::size_t i = 0; i < wants.size(); ++i) {
    if (found[i]) continue;
    result.missing.push_back(wants[i].kind + (wants[i].text.empty() ? "" : " " + wants[i].text));
  }
  settle_verdict(result);
}

void settle_verdict(Result& result) {
  if (result.verdict == Verdict::Error || result.verdict == Verdict::Internal) return;
  const bool unwanted = std::any_of(result.findings.begin(), result.findings.end(),
                                    [](const Finding& f) { return !f.suppressed && !f.wanted; });
  if (unwanted) {
    result.verdict = Verdict::Fail;
  } else if (!result.complete) {
    result.verdict = Verdict::Incomplete;
  } else {
    result.verdict = result.missing.empty() ? Verdict::Pass : Verdict::Fail;
  }
}

}  // namespace checker::finding
