"""The errors of tests/errors/*.go are reported on the marked lines, and on no others.

    python3 tests/harness/errors.py [FILE ...]

A line `x := 1 // ERROR "regex"` (several regexes: several errors on the line) must be reported;
chancheck must exit with 2. If there is a go, it must complain about the same lines, except in files
that say `// Harness: no-go REASON`.
"""

import collections
import os
import re
import shutil
import subprocess

import common

GO = shutil.which("go")
GO_ENVIRONMENT = dict(os.environ, GO111MODULE="on", GOFLAGS="-mod=mod", GOPROXY="off",
                      GOTOOLCHAIN="local", GOWORK="off", CGO_ENABLED="0")
if not os.environ.get("HOME"):
    GO_ENVIRONMENT.setdefault("GOCACHE", str(common.BUILD / "tests" / "go-cache"))


def marked(program):
    """{line: [regex]}."""
    lines = collections.defaultdict(list)
    for number, line in enumerate(program.text.splitlines(), 1):
        _, mark, rest = line.partition("// ERROR ")
        if not mark:
            continue
        rest = rest.strip()
        while rest.startswith(('"', "`")):
            if rest.startswith("`"):
                regex, _, rest = rest[1:].partition("`")
            else:
                quoted = re.match(r'"((?:[^"\\]|\\.)*)"', rest)
                regex, rest = quoted.group(1).replace('\\"', '"'), rest[quoted.end():]
            lines[number].append(regex)
            rest = rest.strip()
    return lines


def check(program):
    expected = marked(program)
    if not expected:
        return ["  it marks no line with // ERROR"]
    result = common.Check(program.path)
    if result.broken:
        return [result.broken]
    lines = []
    if result.exit != 2:
        lines.append(f"  exit {result.exit}, not 2")
    # With several entries each one's program repeats the errors of the package.
    actual = sorted({(e["position"]["line"], e["position"]["column"], e["message"])
                     for p in result.programs for e in p.get("errors", [])})
    for line, column, message in actual:
        matching = [r for r in expected.get(line, []) if re.search(r, message)]
        if matching:
            expected[line].remove(matching[0])
        else:
            lines.append(f"  not expected: {line}:{column}: {message}")
    for line, regexes in expected.items():
        lines += [f'  not reported: {line}: "{regex}"' for regex in regexes]
    return lines


def check_go(program):
    """The real Go's own complaints: are they about the same lines?"""
    with common.temporary_folder() as folder:
        done = subprocess.run([GO, "build", "-gcflags=-e", "-o", f"{folder}/x", str(program.path)],
                              env=GO_ENVIRONMENT, cwd=folder, capture_output=True, text=True)
    name = re.escape(program.path.name)
    text = done.stdout + done.stderr
    actual = {int(line) for line in re.findall(rf"^\S*{name}:(\d+):", text, re.M)}
    lines = common.difference("marked, line", set(marked(program)), "real Go complains, line", actual)
    return [*lines, text.strip()] if lines else []


def main():
    report = common.Report("errors")
    programs = common.programs("tests/errors")
    go_too = set()
    if GO:
        version = subprocess.run([GO, "env", "GOVERSION"], env=GO_ENVIRONMENT, capture_output=True,
                                 text=True).stdout
        minor = int(re.search(r"go1\.(\d+)", version).group(1))
        go_too = {p.name for p in programs
                  if "no-go" not in p.harness and minor >= max(p.go_minor, 22)}

    def both(program):
        return check(program), check_go(program) if program.name in go_too else []

    for program, (lines, go_lines) in zip(programs, common.parallel(both, programs)):
        if lines or go_lines:
            report.fail(program.name, *lines, *go_lines)
        else:
            report.ok()
    marks = sum(len(regexes) for p in programs for regexes in marked(p).values())
    report.finish(f"{marks} errors, {len(go_too)} files compared with the real Go")


main()
