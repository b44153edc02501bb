"""Go's own test programs, as far as chancheck is meant to handle them.

    python3 tests/harness/go_tests.py [NAME ...]

tests/go-tests/list.tsv names them: file, directive, and why it is not expected to agree (empty if
it is). A `run` file agrees if it has one outcome only, exit 0, and prints what Go's own harness
wants: its .out file, or nothing; goroutines that it leaves behind are no disagreement. An `errorcheck` file agrees as far as an error is reported on its
marked lines. The sources are not ours: CHANCHECK_GO_TESTS, else $(go env GOROOT)/test, else that
of Debian's golang-1.N-src. Where there are none the test is skipped (exit 77).

CHANCHECK_GO_TEST_SECONDS (20): what each file may take. A reason `search: ...` says that it is not
enough; these are not run unless named, and count as disagreeing.
"""

import collections
import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys

import common

LIST = common.ROOT / "tests/go-tests/list.tsv"
SECONDS = os.environ.get("CHANCHECK_GO_TEST_SECONDS", "20")
RUN_SHARE, LINE_SHARE = 0.95, 0.90  # what must agree with any version's files


def find_tree():
    places = [os.environ.get("CHANCHECK_GO_TESTS")]
    if shutil.which("go"):
        done = subprocess.run(["go", "env", "GOROOT"], capture_output=True, text=True)
        places.append(done.stdout.strip() + "/test")
    places += sorted(glob.glob("/usr/share/go-1.*/test"))
    for place in filter(None, places):
        if (pathlib.Path(place) / "235.go").exists():
            return pathlib.Path(place)
    return None


def version_of(tree):
    """go1.N of the sources: their VERSION file, or as Debian names the folder."""
    file = tree.parent / "VERSION"
    text = file.read_text() if file.exists() else tree.parent.name.replace("-", "")
    return re.search(r"go1\.\d+", text).group(0)


class Entry:
    """A line of the list, and the file."""

    def __init__(self, line, tree, version):
        self.version = version
        self.name, self.directive, self.reason = (line.rstrip("\n").split("\t") + ["", ""])[:3]
        self.path = tree / self.name

    def flags(self):
        """`// errorcheck -lang=go1.17` is the language version for us too."""
        version = re.search(r"^// *(?:run|errorcheck)\b.*-lang=(go1\.\d+)", self.text, re.M)
        return ["--lang", version.group(1) if version else self.version]

    def too_long(self):
        return self.reason.startswith("search: ") and self.name not in sys.argv[1:]

    def check(self):
        """(agreeing, wanted, why not): files for run, lines for errorcheck."""
        self.text = self.path.read_text(encoding="utf-8", errors="replace")
        if self.too_long():
            return 0, 1, self.reason
        if self.directive == "run":
            why = self.check_run()
            return (0 if why else 1), 1, why
        return self.check_errors()

    def check_run(self):
        result = common.Check(self.path, "--outcomes", "--entry", "main", *self.flags(),
                              timeout=f"{SECONDS}s")
        if result.broken:
            return result.broken
        if not result.complete:
            return result.describe()
        outcomes = result.outcomes()
        if len(outcomes) != 1:
            return f"  {len(outcomes)} outcomes:\n" + "\n".join(f"    {o}"[:300] for o in outcomes)
        (code, output, message), = outcomes
        wanted_file = self.path.with_suffix(".out")
        wanted = wanted_file.read_text(errors="replace") if wanted_file.exists() else ""
        if code == 0 and (output == wanted or self.prints_beside(output, wanted)):
            return None
        return f"  {common.Outcome((code, output[:300], message))}\n  not: {common.go_quote(wanted[:300])}"

    def prints_beside(self, output, wanted):
        """Go's harness sees stderr too, where print and println go."""
        if not re.search(r"\bprint(ln)?\(", self.text):
            return False
        lines = iter(wanted.splitlines())
        return all(line in lines for line in output.splitlines())

    def check_errors(self):
        wanted = {number for number, line in enumerate(self.text.split("\n"), 1)
                  if re.search(r"// (?:GC_)?ERROR(?:AUTO)? ", line)}
        result = common.Check(self.path, *self.flags(), timeout=f"{SECONDS}s")
        if result.broken:
            return 0, len(wanted), result.broken
        reported = {(e.get("position") or {}).get("line", 0)
                    for p in result.programs for e in p.get("errors", [])}
        missing = sorted(wanted - reported)
        why = f"  not reported: lines {missing}" if missing else None
        return len(wanted) - len(missing), len(wanted), why


def main():
    tree = find_tree()
    if tree is None:
        print("skipped: no test sources of Go found (golang-1.19-src has some)")
        sys.exit(77)
    lines = LIST.read_text().splitlines()
    versions = re.findall(r"go1\.\d+", lines[0])
    version = version_of(tree)
    entries = [Entry(line, tree, version) for line in lines if not line.startswith("#")]
    if len(sys.argv) > 1:
        entries = [e for e in entries if e.name in sys.argv[1:]]
    present = [e for e in entries if e.path.exists()]
    report = common.Report("go-tests")
    for entry in entries:
        if not entry.path.exists():
            report.skip(entry.name, f"not in {tree}")

    counts = collections.Counter()
    for entry, (agreeing, wanted, why) in zip(present, common.parallel(Entry.check, present)):
        counts[entry.directive, "agreeing"] += agreeing
        counts[entry.directive, "wanted"] += wanted
        if agreeing == wanted or entry.reason:
            report.ok()
        elif version in versions:
            report.fail(entry.name, why)
        else:
            print(f"differs {entry.name}", why, sep="\n")
            report.ok()
        if entry.reason and agreeing == wanted:
            print(f"{entry.name} agrees now: {entry.reason}")
    for directive, least in (("run", RUN_SHARE), ("errorcheck", LINE_SHARE)):
        if counts[directive, "agreeing"] < least * counts[directive, "wanted"] and len(sys.argv) == 1:
            report.fail(f"{directive}: fewer than {least:.0%} agree")
    report.finish(f"{version}: {counts['run', 'agreeing']} of {counts['run', 'wanted']} run files "
                  f"agree, {counts['errorcheck', 'agreeing']} of "
                  f"{counts['errorcheck', 'wanted']} marked lines of errorcheck files have an error")


main()
