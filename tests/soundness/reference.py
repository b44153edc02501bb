"""The reductions lose nothing: --por off and --reduction none have the same findings and outcomes.

    python3 tests/soundness/reference.py [FILE ...]

Over every test program and every spec that the reference can explore in the time there is:
CHANCHECK_REFERENCE_SECONDS (180) for all together. Each gets a second first; what is left goes to
those that were not done, small ones first.
"""

import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

SECONDS = float(os.environ.get("CHANCHECK_REFERENCE_SECONDS", 180))
MEMORY = os.environ.get("CHANCHECK_REFERENCE_MEMORY", "2GB")


class Pair:
    """A program and its runs."""

    def __init__(self, program):
        self.program = program
        self.flags = program.flags + ([] if "no-outcomes" in program.harness else ["--outcomes"])
        self.reduced = None
        self.unreduced = None
        self.reference = None
        self.failure = None

    def run_reduced(self):
        self.reduced = common.Check(self.program.path, *self.flags)
        # --memo check: each step that is remembered is worked out again, too.
        self.unreduced = common.Check(self.program.path, "--por", "off", "--memo", "check", "--max-memory", MEMORY,
                                      *self.flags, timeout="10s")
        self.failure = self.reduced.broken or self.unreduced.broken

    def run_reference(self, timeout):
        self.reference = common.Check(self.program.path, "--reduction", "none", "--max-memory",
                                      MEMORY, *self.flags, timeout=f"{timeout:.0f}s")
        self.failure = self.failure or self.reference.broken

    @property
    def done(self):
        return self.failure is not None or not self.reduced.complete or self.reference.complete

    def states(self):
        return sum(p.get("states", 0) for p in self.reduced.programs)

    def compare(self):
        if self.failure:
            return [self.failure]
        lines = []
        for name, other in (("--por off", self.unreduced), ("--reduction none", self.reference)):
            if other.complete:
                lines += common.difference("default", self.reduced.findings(), name, other.findings())
                lines += common.difference("default", self.reduced.outcomes(), name, other.outcomes())
        return lines


def main():
    report = common.Report("reference")
    pairs = []
    for program in common.programs("tests/programs", "specs"):
        if "no-reference" in program.harness:
            report.skip(program.name, program.harness["no-reference"] or "no-reference")
        else:
            pairs.append(Pair(program))

    deadline = time.monotonic() + SECONDS
    list(common.parallel(Pair.run_reduced, pairs))
    list(common.parallel(lambda pair: pair.run_reference(1), pairs))
    left = sorted((pair for pair in pairs if not pair.done), key=Pair.states)

    def again(pair):
        remaining = deadline - time.monotonic()
        if remaining > 1:
            pair.run_reference(min(remaining, 20))

    list(common.parallel(again, left))

    states = reference_states = 0
    for pair in pairs:
        if not pair.failure and not pair.reduced.complete:
            report.skip(pair.program.name, "not complete")
        elif lines := pair.compare():
            report.fail(pair.program.name, *lines)
        elif not pair.reference.complete:
            report.skip(pair.program.name, "too large for the reference")
        else:
            report.ok()
            states += pair.states()
            reference_states += sum(p.get("states", 0) for p in pair.reference.programs)
    report.finish(f"{states} states instead of {reference_states}")


main()
