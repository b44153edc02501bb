"""Findings that need timers to be late say so, and no others.

    python3 tests/harness/late.py [FILE ...]

In tests/late/*.go they are on the lines with `// LATE`; --time virtual does not find them.
"""

import common

LATE = "not with --time virtual"


def lines_of(findings):
    return {f["position"]["line"] for f in findings}


def check(program):
    marked = {number for number, line in enumerate(program.text.splitlines(), 1) if line.endswith("// LATE")}
    found = [f for p in common.Check(program.path).programs for f in p["findings"]]
    timely = [f for p in common.Check(program.path, "--time", "virtual").programs for f in p["findings"]]
    if not found:
        return ["  nothing was found"]
    late = [f for f in found if any(text.startswith(LATE) for text in f.get("explanation", []))]
    return (common.difference("marked, line", marked, "late, line", lines_of(late)) +
            common.difference("not marked, line", lines_of(found) - marked, "--time virtual, line", lines_of(timely)))


def main():
    report = common.Report("late")
    for program in common.programs("tests/late"):
        lines = check(program)
        if lines:
            report.fail(program.name, *lines)
        else:
            report.ok()
    report.finish()


main()
