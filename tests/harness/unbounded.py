"""Programs without end: what keeps growing is named, and `--bound` says when it cut something.

    python3 tests/harness/unbounded.py [FILE ...]

A line with `// GROWS "what"` in tests/unbounded/*.go gets a note that `what` keeps growing; `// NOTE "message"` gets that
note. No line gets another.
"""

import json
import re
import subprocess

import common

BOUND = 60
PATTERNS = common.ROOT / "specs" / "patterns"


def check(path, *flags):
    done = subprocess.run([common.CHANCHECK, "check", "--format", "json", *flags, str(path)], capture_output=True, check=False)
    return json.loads(done.stdout)["programs"][0]


def marked(program):
    marks = set()
    for number, line in enumerate(program.text.splitlines(), 1):
        for kind, text in re.findall(r'// (GROWS|NOTE) "(.*)"', line):
            marks.add((number, text + (" keeps growing" if kind == "GROWS" else "")))
    return marks


def notes_are_there(program):
    bound = int(program.harness.get("bound", BOUND))
    result = check(program.path, "--bound", str(bound))
    notes = {(n["position"].get("line", 0), n["message"].split(":")[0]) for n in result.get("notes", [])}
    lines = common.difference("marked", marked(program), "noted", notes)
    is_sampled = any("keeps growing" not in text for _, text in marked(program))
    if result["verdict"] != "incomplete" or (result["incomplete"] != f"--bound {bound} reached" and not is_sampled):
        lines.append(f"  verdict {result['verdict']} ({result.get('incomplete')})")
    return lines


def least_that_passes(path, *flags):
    """The least bound with which nothing is cut: every lesser one cuts, every greater one does not."""
    least = 1
    while check(path, "--bound", str(least), *flags)["verdict"] != "pass":
        least += 1
    return least


def bound_cuts_exactly():
    """On a program that ends: `pass` if and only if all states are expanded."""
    lines = []
    path = PATTERNS / "worker_pool.go"
    for flags in ([], ["--por", "off"], ["--jobs", "2"], ["--reduction", "none"]):
        depth = check(path, "--stats", "--chains", "off", *flags)["stats"]["depth"]
        least = least_that_passes(path, *flags)
        if least != depth:
            lines.append(f"  {flags}: passes from --bound {least} on, and the farthest state is {depth} steps away")
        for bound in (1, least - 1, least, least + 1, 10 * least):
            result = check(path, "--bound", str(bound), *flags)
            wanted = ("incomplete", f"--bound {bound} reached") if bound < least else ("pass", None)
            if (result["verdict"], result.get("incomplete")) != wanted:
                lines.append(f"  {flags}: --bound {bound}: {result['verdict']} ({result.get('incomplete')})")
    return lines


def bound_finds_what_is_near():
    """A finding within the bound is found, one beyond it is not, and then the verdict is no `pass`."""
    lines = []
    path = PATTERNS / "timeout_broken.go"
    steps = check(path)["findings"][0]["schedule"][-1]["step"]
    for bound in range(1, steps + 3):
        result = check(path, "--bound", str(bound))
        found = bool(result["findings"])
        if found != (bound + 1 >= steps) or (not found and result["verdict"] == "pass"):
            lines.append(f"  --bound {bound}: {result['verdict']}, a finding after {steps} steps {'found' if found else 'not found'}")
    return lines


def main():
    report = common.Report("unbounded")
    programs = common.programs("tests/unbounded")
    for program, lines in zip(programs, common.parallel(notes_are_there, programs)):
        if lines:
            report.fail(program.name, *lines)
        else:
            report.ok()
    for test in (bound_cuts_exactly, bound_finds_what_is_near):
        lines = test()
        if lines:
            report.fail(test.__name__, *lines)
        else:
            report.ok()
    report.finish()


main()
