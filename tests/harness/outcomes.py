"""Each test program has exactly the outcomes its comments list, and the findings it wants.

    python3 tests/harness/outcomes.py [FILE ...]

With CHANCHECK_UPDATE=1 the lists are rewritten instead of compared. The output must also be the
same, byte for byte, when the check is run again.
"""

import os

import common


def check(program):
    """Returns the failure's lines, empty if there is none."""
    outcomes = "no-outcomes" not in program.harness
    flags = program.flags + (["--outcomes"] if outcomes else [])
    result = common.Check(program.path, *flags)
    if result.broken:
        return [result.broken]
    lines = []
    if result.exit != 0:
        lines += ["  what it wants is not what is found:", result.describe()]
    if outcomes:
        actual = result.outcomes()
        if os.environ.get("CHANCHECK_UPDATE"):
            if result.complete:
                program.update_outcomes(actual)
            else:
                lines.append("  not updated: the check is not complete")
        elif program.outcomes is None:
            lines.append("  it has no `// Outcomes:`")
        else:
            lines += common.difference("in the comments", program.outcomes, "found", actual)
    again = common.Check(program.path, *flags, jobs=3)
    if again.stdout != result.stdout:
        lines.append("  a second run printed something else")
    return lines


def main():
    report = common.Report("programs")
    programs = common.programs("tests/programs")
    for program, lines in zip(programs, common.parallel(check, programs)):
        if lines:
            report.fail(program.name, *lines)
        else:
            report.ok()
    total = sum(len(program.outcomes or []) for program in programs)
    report.finish(f"{total} outcomes")


main()
