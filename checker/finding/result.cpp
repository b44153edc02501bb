// Verdicts and their exit codes (the contract's table).

#include "checker/finding/result.hpp"

namespace checker::finding {

int exit_code(Verdict verdict) {
  switch (verdict) {
    case Verdict::Pass: return 0;
    case Verdict::Nothing: return 5;
    case Verdict::Incomplete: return 3;
    case Verdict::Fail: return 1;
    case Verdict::Error: return 2;
    case Verdict::Internal: return 4;
  }
  return 4;
}

const char* verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::Pass: return "pass";
    case Verdict::Nothing: return "nothing to check";
    case Verdict::Incomplete: return "incomplete";
    case Verdict::Fail: return "fail";
    case Verdict::Error: return "error";
    case Verdict::Internal: return "internal error";
  }
  return "internal error";
}

}  // namespace checker::finding
