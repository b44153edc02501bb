"""chancheck beside SPIN, or beside an earlier commit: every problem, every size, one run."""

import argparse
import dataclasses
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import baseline
import problems
import report
from engines import CHANCHECK, ROOT, Chancheck, Limits, Spin, require
from process import GNU_TIME

SPIN = {
    "spin": Spin(),
    "spin-collapse": Spin(["-DCOLLAPSE"]),
    "spin-unreduced": Spin(["-DNOREDUCE"]),
    "spin-unreduced-collapse": Spin(["-DNOREDUCE", "-DCOLLAPSE"]),
}
# For planted bugs: depth first up to the first error, and breadth first, which finds a shortest run.
SPIN_FIRST = {
    "spin-first": Spin(flags=()),
    "spin-first-bfs": Spin(["-DBFS"], flags=()),
}
CHANCHECK_FLAGS = {
    "chancheck": ["--jobs", "1"],
    "chancheck-jobs-2": ["--jobs", "2"],
    "chancheck-unreduced": ["--jobs", "1", "--por", "off", "--symmetry", "off"],
    "chancheck-literal": ["--jobs", "1", "--reduction", "none"],
}


def arguments():
    parser = argparse.ArgumentParser(prog="bash tests/bench/run", description=__doc__)
    parser.add_argument("--sizes", default="small,medium,large", metavar="LIST", help="some of small,medium,large (all)")
    parser.add_argument("--only", action="append", metavar="NAME", help="problems with NAME in their name; repeatable (all)")
    parser.add_argument("--quick", action="store_true", help="small sizes; the reduced searches only")
    parser.add_argument("--runs", metavar="LIST", help="some of the runs: " + ", ".join([*CHANCHECK_FLAGS, *SPIN, *SPIN_FIRST]))
    parser.add_argument("--repeat", type=int, metavar="N", help="the fastest of N runs (1; with --baseline 3)")
    parser.add_argument("--timeout", type=float, default=300, metavar="SECONDS", help="for each search (300)")
    parser.add_argument("--memory", type=float, default=8, metavar="GIB", help="for each search (8)")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="everything measured")
    parser.add_argument("--baseline", metavar="REV", help="compare with git's REV instead of SPIN, in alternating runs")
    options = parser.parse_args()
    options.sizes = ["small"] if options.quick else options.sizes.split(",")
    if unknown := set(options.sizes) - set(problems.SIZES):
        parser.error(f"no size {', '.join(sorted(unknown))}")
    if options.runs:
        options.runs = options.runs.split(",")
        if unknown := set(options.runs) - {*CHANCHECK_FLAGS, *SPIN, *SPIN_FIRST}:
            parser.error(f"no run {', '.join(sorted(unknown))}")
    elif options.quick:
        options.runs = ["chancheck", "spin", "spin-first", "spin-first-bfs"]
    else:
        options.runs = [*CHANCHECK_FLAGS, *SPIN, *SPIN_FIRST]
    options.limits = Limits(options.timeout, int(options.memory * 2**30))
    return options


def machine():
    def first_line(*command):
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        return (done.stdout or done.stderr).split("\n")[0].strip()

    cpu = platform.processor() or platform.machine()
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
            break
    return {"date": datetime.date.today().isoformat(), "cpu": cpu, "cores": os.cpu_count(),
            "load": os.getloadavg()[0],
            "commit": first_line("git", "describe", "--always", "--dirty"), "spin": first_line("spin", "-V"),
            "gcc": first_line("gcc", "--version")}


def fastest(engine, source, folder, limits, repeat):
    runs = [engine.measure(source, folder, limits) for _ in range(repeat)]
    return min(runs, key=lambda m: (not m.finished, m.seconds))


def save(options, result):
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n")


def measure(options, folder, about):
    """One row for each problem and size; progress on stderr. What is measured is saved after each row."""
    engines = {name: Chancheck(CHANCHECK, flags) for name, flags in CHANCHECK_FLAGS.items()} | SPIN | SPIN_FIRST
    rows = []
    for size in options.sizes:
        # As one who knows about how many states to expect would say it.
        limits = dataclasses.replace(options.limits, slots=18 if size == "small" else 24)
        for problem in problems.read_all(options.only):
            row = report.Row(problem.name, size, problem.parameters(size), problem.expected, {})
            go, promela = problem.source(size)
            for name in options.runs:
                if name in SPIN_FIRST and problem.expected == "pass":
                    continue
                source = go if name in CHANCHECK_FLAGS else promela
                got = fastest(engines[name], source, folder, limits, options.repeat or 1)
                row.runs[name] = got
                print(f"{size} {problem.name} {name}: {got.verdict} {got.states or '-'} states, "
                      f"{got.seconds:.2f} s, {got.rss / 2**20:.0f} MB", file=sys.stderr, flush=True)
            rows.append(row)
            save(options, {**about, "rows": [row.as_json() for row in rows]})
    return rows


def main():
    options = arguments()
    if missing := require(GNU_TIME, *(["git"] if options.baseline else ["spin", "gcc"])):
        sys.exit("missing: " + ", ".join(missing))
    about = {"machine": machine(), "limits": {"seconds": options.timeout, "memory_gib": options.memory}}
    with tempfile.TemporaryDirectory(prefix="chancheck-bench-") as name:
        folder = pathlib.Path(name)
        if options.baseline:
            text, result, good = baseline.compare(options, folder, about["machine"])
            save(options, {**about, **result})
        else:
            text, good = report.markdown(measure(options, folder, about), options, about["machine"])
    print(text)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
