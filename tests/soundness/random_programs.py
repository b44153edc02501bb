"""On random programs the reductions lose nothing and add nothing: --reduction none is the oracle, and --por off.

    python3 tests/soundness/random_programs.py [--count N] [--seed S] [--go] [--keep FOLDER]

Compares findings and outcomes, program by program; a difference is shrunk as far as it goes and
printed. Programs that the oracle cannot explore within its time are counted. With --go the real Go
must accept every program. CHANCHECK_RANDOM_PROGRAMS is the default count (500).
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402
import generate  # noqa: E402

TIMEOUT = os.environ.get("CHANCHECK_RANDOM_TIMEOUT", "5s")
MEMORY = "1GB"


def compare(path):
    """(lines that differ, why it could not be compared, states with and without reduction)."""
    flags = ["--outcomes", "--max-memory", MEMORY]
    reduced = common.Check(path, *flags, timeout=TIMEOUT)
    unreduced = common.Check(path, "--por", "off", *flags, timeout=TIMEOUT)
    reference = common.Check(path, "--reduction", "none", *flags, timeout=TIMEOUT)
    for check in (reduced, unreduced, reference):
        if check.broken:
            return [check.broken], None, (0, 0)
        if check.exit in (2, 4):
            return [check.describe()], None, (0, 0)
    lines = []
    for name, other in (("--por off", unreduced), ("--reduction none", reference)):
        if reduced.complete and other.complete:
            lines += common.difference("default", reduced.findings(), name, other.findings())
            lines += common.difference("default", reduced.outcomes(), name, other.outcomes())
    if not lines and not (reduced.complete and reference.complete):
        return [], "too large", (0, 0)
    states = tuple(sum(p.get("states", 0) for p in c.programs) for c in (reduced, reference))
    return lines, None, states


def shrink(program, folder, seed):
    """Takes statements out as long as there is a difference; returns text and difference."""
    path = folder / f"shrink{seed}.go"

    def differs():
        path.write_text(program.text())
        lines, _, _ = compare(path)
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


def vet_all(folder, paths):
    """The real Go's objections to the programs."""
    (folder / "go.mod").write_text("module random\n\ngo 1.21\n")
    for path in paths:
        (folder / path.stem).mkdir()
        shutil.copy(path, folder / path.stem / "main.go")
    (folder / "bin").mkdir()
    done = subprocess.run(["go", "build", "-gcflags=-e", "-o", "bin/", "./..."], cwd=folder,
                          capture_output=True, text=True)
    return done.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int,
                        default=int(os.environ.get("CHANCHECK_RANDOM_PROGRAMS", 500)))
    parser.add_argument("--seed", type=int, default=int(os.environ.get("CHANCHECK_RANDOM_SEED", 1)))
    parser.add_argument("--go", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--max-failures", type=int, default=5)
    options = parser.parse_args()
    report = common.Report("random-programs")
    states = reference_states = 0
    with common.temporary_folder() as name:
        folder = options.keep or pathlib.Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        seeds = range(options.seed, options.seed + options.count)

        def one(seed):
            if report.failed >= options.max_failures:
                return seed, [], "not run after so many failures", (0, 0)
            path = folder / f"p{seed}.go"
            path.write_text(generate.Generator(seed).text())
            result = compare(path)
            if not options.keep and not options.go:
                path.unlink()
            return seed, *result

        too_large = 0
        for seed, lines, skipped, (small, large) in common.parallel(one, seeds):
            if lines:
                text, shrunk = shrink(generate.Generator(seed), folder, seed)
                report.fail(f"seed {seed}", *lines, "shrunk:", text, *shrunk)
            elif skipped:
                too_large += 1
            else:
                report.ok()
                states += small
                reference_states += large
        if options.go:
            objections = vet_all(pathlib.Path(name), sorted(folder.glob("p*.go")))
            if objections:
                report.fail("real Go", objections)
    report.finish(f"{too_large} not compared; {states} states instead of {reference_states}")


main()
