"""The small size of every problem: chancheck's verdict is the expected one, and SPIN's, if it is installed.

Exit 0, 1 where a verdict is another, 77 (CTest: skipped) where chancheck is right and there is no SPIN.
"""

import concurrent.futures
import os
import pathlib
import sys
import tempfile

import problems
from engines import CHANCHECK, Chancheck, Limits, Spin, require
from process import GNU_TIME

LIMITS = Limits(60, 1 << 30, slots=18)


def check(problem, with_spin):
    """What is wrong with this problem, as lines."""
    engines = {"chancheck": Chancheck(CHANCHECK, ["--jobs", "1"], measures_memory=False)}
    if with_spin:
        engines["SPIN"] = Spin(optimise="-O0", measures_memory=False)
    sources = dict(zip(("chancheck", "SPIN"), problem.source("small")))
    for size in problems.SIZES:
        problem.source(size)  # raises if a constant is missing
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for name, engine in engines.items():
            got = engine.measure(sources[name], pathlib.Path(folder), LIMITS)
            if got.verdict != problem.expected:
                wrong.append(f"{problem.name}: {name} says {got.verdict}, expected {problem.expected}")
    return wrong


def main():
    if require(GNU_TIME):
        print(f"skipped: no {GNU_TIME}")
        sys.exit(77)
    with_spin = not require("spin", "gcc")
    every = problems.read_all()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = [line for lines in pool.map(lambda p: check(p, with_spin), every) for line in lines]
    print(*wrong, sep="\n")
    print(f"{len(every)} problems, {len(wrong)} wrong verdicts")
    if wrong:
        sys.exit(1)
    if not with_spin:
        print("SPIN did not take part: it is not installed")
        sys.exit(77)


main()
