// Failures to causes.

#include "checker/finding/failures.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace checker::finding {

namespace {

void insert(std::vector<std::uint64_t>& sorted, std::uint64_t location) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), location);
  if (at == sorted.end() || *at != location) sorted.insert(at, location);
}

}  // namespace

void Failures::add(const model::Failure& failure, Cause::Seen seen) {
  Cause cause;
  switch (failure.kind) {
    case model::Failure::Kind::Unmodelled:
      unmodelled.try_emplace(failure.position, failure.message);
      return;
    case model::Failure::Kind::Sampled:
      if (!sampled.empty() && std::tie(failure.message, failure.position) >= std::tie(sampled, sampled_at)) return;
      sampled = failure.message;
      sampled_at = failure.position;
      return;
    case model::Failure::Kind::Panic:
      cause.kind = Kind::Panic;
      break;
    case model::Failure::Kind::Fatal:
      cause.kind = Kind::Fatal;
      break;
    case model::Failure::Kind::Order:
      cause.kind = Kind::Order;
      break;
    case model::Failure::Kind::Protocol:
    case model::Failure::Kind::Invariant:
      cause.kind = Kind::Property;
      break;
    case model::Failure::Kind::Assertion:
      cause.kind = Kind::Assertion;
      break;
    case model::Failure::Kind::NeedsSteps:
      insert(race_locations, failure.location);
      // The literal machine takes the steps of Go's source anyway.
      if (failure.location != model::kRWMutexSteps && failure.location != model::kWaitGroupSteps) insert(asked, failure.location);
      return;
    case model::Failure::Kind::NeedsReads:
      insert(written, failure.location);
      return;
    case model::Failure::Kind::Race:
      cause.kind = Kind::Race;
      insert(race_locations, failure.location);
      break;
  }
  cause.message = failure.message;
  cause.position = failure.position;
  if (cause.kind == Kind::Race) cause.location = failure.location;
  cause.seen = std::move(seen);
  causes.add(std::move(cause));
}

}  // namespace checker::finding
