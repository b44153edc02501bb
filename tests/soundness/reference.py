"""The reductions lose nothing: --por off and --reduction none have the same findings and outcomes.

    python3 tests/soundness/reference.py [--switches] [FILE ...]

So has any combination of the switches of what the default leaves out or remembers: each program is checked with one of them,
with --switches with all. Over every test program and every spec that the reference can explore in the time there is:
CHANCHECK_REFERENCE_SECONDS (180) for all together. Each gets a second first; what is left goes to
those that were not done, small ones first.
"""

import itertools
import os
import pathlib
import sys
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

SECONDS = float(os.environ.get("CHANCHECK_REFERENCE_SECONDS", 180))
MEMORY = os.environ.get("CHANCHECK_REFERENCE_MEMORY", "2GB")


SWITCHES = ("--por", "--symmetry", "--chains", "--memo")
# Without persistent sets there are no chains, so nothing to switch off; all on is the default.
COMBINATIONS = [[word for pair in zip(SWITCHES, values) for word in pair]
                for values in itertools.product(("on", "off"), repeat=len(SWITCHES))
                if values != ("on",) * len(SWITCHES) and (values[0], values[2]) != ("off", "off")]
ALL = "--switches" in sys.argv


class Pair:
    """A program and its runs."""

    def __init__(self, program):
        self.program = program
        self.flags = program.flags + ([] if "no-outcomes" in program.harness else ["--outcomes"])
        self.reduced = None
        self.unreduced = None
        self.switched = []
        self.reference = None
        self.failure = None

    def run_reduced(self):
        self.reduced = common.Check(self.program.path, *self.flags)
        # --memo check: each step that is remembered is worked out again, too.
        self.unreduced = common.Check(self.program.path, "--por", "off", "--memo", "check", "--max-memory", MEMORY,
                                      *self.flags, timeout="10s")
        one = zlib.crc32(self.program.name.encode()) % len(COMBINATIONS)
        self.switched = [(" ".join(switches), common.Check(self.program.path, *switches, "--max-memory", MEMORY, *self.flags,
                                                           timeout="10s"))
                         for switches in (COMBINATIONS if ALL else COMBINATIONS[one:one + 1])]
        self.failure = next((check.broken for check in (self.reduced, self.unreduced, *(c for _, c in self.switched))
                             if check.broken), None)

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
        for name, other in (("--por off", self.unreduced), *self.switched, ("--reduction none", self.reference)):
            if other.complete:
                lines += common.difference("default", self.reduced.findings(), name, other.findings())
                lines += common.difference("default", self.reduced.outcomes(), name, other.outcomes())
        return lines


def main():
    report = common.Report("reference")
    pairs = []
    if ALL:
        sys.argv.remove("--switches")
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
