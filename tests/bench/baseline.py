"""chancheck against an earlier commit of itself: the same problems in alternating runs, so that what
else the machine does hits both."""

import os
import pathlib
import subprocess
import sys
import tempfile

import problems
from engines import CHANCHECK, ROOT, Chancheck
from report import geometric_mean, number, ratio, table


def git(*arguments):
    return subprocess.run(["git", "-C", ROOT, *arguments], check=True, capture_output=True, text=True).stdout.strip()


def build(rev):
    """Builds REV (Release) in a worktree under build/bench; a second time it is there already."""
    commit = git("rev-parse", "--verify", f"{rev}^{{commit}}")
    folder = ROOT / "build" / "bench" / commit[:12]
    executable = folder / "chancheck"
    if not executable.exists():
        print(f"== building {rev} ({commit[:12]}) in {folder}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as temporary:
            tree = pathlib.Path(temporary, "tree")
            git("worktree", "add", "--detach", str(tree), commit)
            try:
                for command in (["cmake", "-S", tree, "-B", folder, "-DCMAKE_BUILD_TYPE=Release"],
                                ["cmake", "--build", folder, "--target", "chancheck", "--parallel", str(os.cpu_count())]):
                    done = subprocess.run(command, capture_output=True, text=True)
                    if done.returncode != 0:
                        sys.exit(f"{rev} does not build:\n{(done.stdout + done.stderr)[-3000:]}")
            finally:
                git("worktree", "remove", "--force", str(tree))
    return executable, commit


def compare(options, folder, machine):
    executable, commit = build(options.baseline)
    old = Chancheck(str(executable), ["--jobs", "1"])
    new = Chancheck(CHANCHECK, ["--jobs", "1"])
    lines, result, good = [], [], True
    ratios = {"time": [], "states": [], "memory": []}
    for size in options.sizes:
        for problem in problems.read_all(options.only):
            source, _ = problem.source(size)
            runs = {old: [], new: []}
            for i in range(options.repeat or 3):
                for engine in ((old, new), (new, old))[i % 2]:
                    runs[engine].append(engine.measure(source, folder, options.limits))
            before, after = (min(runs[e], key=lambda m: (not m.finished, m.seconds)) for e in (old, new))
            print(f"{size} {problem.name}: {before.seconds:.3f} s, {after.seconds:.3f} s", file=sys.stderr, flush=True)
            both = before.finished and after.finished
            pair = {"time": ratio(after.seconds, before.seconds) if both else None,
                    "states": ratio(after.states, before.states) if both else None,
                    "memory": ratio(after.rss, before.rss) if both and before.rss > 2**24 else None}
            for name, value in pair.items():
                ratios[name].append(value)
            good = good and after.verdict in (problem.expected, "not finished")
            verdict = after.verdict if after.verdict == before.verdict else f"{before.verdict} → {after.verdict}"
            lines.append([problem.name, problem.parameters(size), verdict, f"{before.seconds:.3f}", f"{after.seconds:.3f}",
                          number(pair["time"]), number(before.states), number(after.states), number(pair["states"]),
                          number(pair["memory"])])
            result.append({"problem": problem.name, "size": size, "before": before.as_json(), "after": after.as_json()})
    lines.append(["geometric mean", "", "", "", "", number(geometric_mean(ratios["time"])), "", "",
                  number(geometric_mean(ratios["states"])), number(geometric_mean(ratios["memory"]))])
    text = "\n\n".join([
        f"chancheck {commit[:12]} (before) and {machine['commit']} (after); {machine['cpu']}, load before {machine['load']:.1f}; "
        f"the fastest of {options.repeat or 3} alternating runs each, --jobs 1.",
        table(["problem", "size", "verdict", "before s", "after s", "ratio", "states before", "after", "ratio", "memory"], lines)])
    return text, {"baseline": commit, "rows": result}, good
