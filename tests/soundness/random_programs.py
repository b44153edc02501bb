"""On random programs the reductions lose nothing and add nothing: --reduction none is the oracle, and --por off. And what the
real Go does is among the outcomes.

    python3 tests/soundness/random_programs.py [--count N] [--seed S] [--seconds T] [--keep FOLDER]

Compares findings and outcomes, program by program; a difference is shrunk as far as it goes and
printed. Programs that the oracle cannot explore within its time are counted. Of those without a data race
the real Go runs 500 at a time for T seconds (30), as real_go.py does; it must accept all of them. CHANCHECK_RANDOM_PROGRAMS is the
default count (500), CHANCHECK_RANDOM_SEED the first seed (1).
"""

import argparse
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402
import generate  # noqa: E402
import real_go  # noqa: E402

TIMEOUT = os.environ.get("CHANCHECK_RANDOM_TIMEOUT", "5s")
MEMORY = "1GB"
BATCH = 500  # programs of one binary


class Expected:
    """A program and its outcomes, for real_go.Runs."""

    def __init__(self, path, check):
        self.path, self.name, self.outcomes = path, path.stem, check.outcomes()
        kinds = {f["kind"] for p in check.programs for f in p.get("findings", [])}
        self.may_hang = bool(kinds & {"hang", "leak", "livelock"})
        self.racy = "race" in kinds  # then real Go may do what no interleaving does


def compare(path):
    """(lines that differ, why it could not be compared, states with and without reduction, what the real Go may do)."""
    flags = ["--outcomes", "--max-memory", MEMORY]
    reduced = common.Check(path, *flags, timeout=TIMEOUT)
    unreduced = common.Check(path, "--por", "off", *flags, timeout=TIMEOUT)
    reference = common.Check(path, "--reduction", "none", *flags, timeout=TIMEOUT)
    for check in (reduced, unreduced, reference):
        if check.broken:
            return [check.broken], None, (0, 0), None
        if check.exit in (2, 4):
            return [check.describe()], None, (0, 0), None
    lines = []
    for name, other in (("--por off", unreduced), ("--reduction none", reference)):
        if reduced.complete and other.complete:
            lines += common.difference("default", reduced.findings(), name, other.findings())
            lines += common.difference("default", reduced.outcomes(), name, other.outcomes())
    if not lines and not (reduced.complete and reference.complete):
        return [], "too large", (0, 0), None
    states = tuple(sum(p.get("states", 0) for p in c.programs) for c in (reduced, reference))
    return lines, None, states, Expected(path, reduced)


def shrink(program, folder, seed):
    """Takes statements out as long as there is a difference; returns text and difference."""
    path = folder / f"shrink{seed}.go"

    def differs():
        path.write_text(program.text())
        lines, *_ = compare(path)
        # An error would be a different difference: of a program that does not compile.
        return [line for line in lines if ": error: " not in line and "no JSON" not in line]

    def lists(nodes):
        yield nodes
        for node in nodes:
            yield from lists(node.body)

    lines = differs()
    changed = bool(lines)
    while changed:
        changed = False
        for nodes in list(lists(program.main)):
            at = 0
            while at < len(nodes):
                node = nodes[at]
                for replacement in ([], node.body if not node.head.startswith(("case", "default"))
                                    and node.head else None):
                    if replacement is None or replacement is node.body and not node.body:
                        continue
                    nodes[at:at + 1] = replacement
                    if smaller := differs():
                        lines, changed = smaller, True
                        break
                    nodes[at:at + len(replacement)] = [node]
                else:
                    at += 1
    path.write_text(program.text())
    text = path.read_text()
    path.unlink()
    return text, lines


def run_for_real(programs, seconds, report):
    """The real Go's runs: all programs are packages of one binary, since linking takes longest. Returns how many runs."""
    version, minor = real_go.installed()
    if minor < 22:
        report.skip("the real Go's runs", f"{version} is older than the language of the programs")
        return 0
    with common.temporary_folder() as name:
        folder = pathlib.Path(name)
        source = real_go.insert_yields(programs, folder, minor)
        packages = [f"p{index}" for index in range(len(programs))]
        for package in packages:
            for path in (source / package).glob("*.go"):
                text = re.sub(r"^package main$", f"package {package}", path.read_text(), flags=re.M)
                path.write_text(re.sub(r"^func main\(\)", "func Main()", text, flags=re.M))
        imports = "".join(f'\t"programs/{package}"\n' for package in packages)
        cases = "".join(f'\tcase "{package}":\n\t\t{package}.Main()\n' for package in packages)
        (source / "main.go").write_text(f'package main\n\nimport (\n\t"os"\n{imports})\n\n'
                                        f"func main() {{\n\tswitch os.Args[1] {{\n{cases}\t}}\n}}\n")
        binary = folder / "all"
        done = real_go.go("build", "-gcflags=-e", "-ldflags=-s -w", "-o", str(binary), ".", cwd=source)
        if done.returncode != 0:
            report.fail(f"{version} does not compile all of them:", done.stderr[:5000])
            return 0
        runs = [real_go.Runs(program, str(binary), package) for program, package in zip(programs, packages)]
        real_go.run_all(runs, seconds)
    for run in runs:
        for outcome, settings in run.bad.items():
            report.fail(run.program.name, f"  {version} did, and it is not among the outcomes:",
                        f"  {outcome}   with {settings}", run.program.path.read_text())
    return sum(run.runs for run in runs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int,
                        default=int(os.environ.get("CHANCHECK_RANDOM_PROGRAMS", 500)))
    parser.add_argument("--seed", type=int, default=int(os.environ.get("CHANCHECK_RANDOM_SEED", 1)))
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--max-failures", type=int, default=5)
    options = parser.parse_args()
    report = common.Report("random-programs")
    states = reference_states = too_large = runs = 0
    with common.temporary_folder() as name:
        folder = options.keep or pathlib.Path(name)
        folder.mkdir(parents=True, exist_ok=True)

        def one(seed):
            if report.failed >= options.max_failures:
                return seed, [], "not run after so many failures", (0, 0), None
            path = folder / f"p{seed}.go"
            path.write_text(generate.Generator(seed).text())
            return seed, *compare(path)

        end = options.seed + options.count
        for first in range(options.seed, end, BATCH):
            seeds = range(first, min(first + BATCH, end))
            for_real = []
            for seed, lines, skipped, (small, large), expected in common.parallel(one, seeds):
                if lines:
                    text, shrunk = shrink(generate.Generator(seed), folder, seed)
                    report.fail(f"seed {seed}", *lines, "shrunk:", text, *shrunk)
                elif skipped:
                    too_large += 1
                else:
                    report.ok()
                    states += small
                    reference_states += large
                    if not expected.racy:
                        for_real.append(expected)
            if for_real:
                runs += run_for_real(for_real, options.seconds, report)
            if not options.keep:
                for seed in seeds:
                    (folder / f"p{seed}.go").unlink(missing_ok=True)
    report.finish(f"{too_large} not compared; {states} states instead of {reference_states}; {runs} runs of the real Go")


main()
