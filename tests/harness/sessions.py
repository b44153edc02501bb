"""Sessions: what chancheck prints, word for word.

    python3 tests/harness/sessions.py [FILE ...]

tests/output/*.txt are made of commands, their stdout, stderr with `! ` before each line, and the
exit code unless it is 0:

    $ chancheck check deadlock.go
    deadlock.go:5:2: all goroutines are asleep - deadlock! (CC3001)
    [exit 1]

Commands run in tests/output/. Text before the first command is a comment. With CHANCHECK_UPDATE=1
the files are rewritten.
"""

import difflib
import os
import pathlib
import subprocess
import sys

import common

FOLDER = common.ROOT / "tests" / "output"


def run(command):
    path = f"{pathlib.Path(common.CHANCHECK).parent}:{os.environ['PATH']}"
    done = subprocess.run(["bash", "-c", command], cwd=FOLDER, capture_output=True,
                          env=dict(os.environ, PATH=path), stdin=subprocess.DEVNULL)
    lines = done.stdout.decode(errors="replace").splitlines()
    lines += ["! " + line for line in done.stderr.decode(errors="replace").splitlines()]
    if done.returncode != 0:
        lines.append(f"[exit {done.returncode}]")
    return lines


def check(path):
    """(what the session should be, what it is)."""
    expected = path.read_text().splitlines()
    actual = []
    for line in expected:
        if line.startswith("$ "):
            if actual and actual[-1] != "":
                actual.append("")
            actual += [line, *run(line[2:])]
        elif not any(x.startswith("$ ") for x in actual):
            actual.append(line)
    return expected, actual


def main():
    report = common.Report("sessions")
    paths = [pathlib.Path(a).resolve() for a in sys.argv[1:]] or sorted(FOLDER.glob("*.txt"))
    for path, (expected, actual) in zip(paths, common.parallel(check, paths)):
        name = str(path.relative_to(common.ROOT))
        if expected == actual:
            report.ok()
        elif os.environ.get("CHANCHECK_UPDATE"):
            path.write_text("\n".join(actual) + "\n")
            print(f"updated {name}")
            report.ok()
        else:
            report.fail(name, *difflib.unified_diff(expected, actual, "expected", "actual", n=2,
                                                    lineterm=""))
    report.finish()


main()
