"""specs/happens-before against the real race detector, go run -race.

    python3 tests/harness/race_detector.py [--runs N] [--update] [FILE ...]

A program whose name ends in _racy has to be reported in one of its runs, any other in none; what a
program's comments say otherwise (`// Race detector: silent; WHY`, `// Race detector: reports; WHY`) is
taken. All programs are built into one executable: a package each, main renamed, init called by it.
--update rewrites the table in specs/happens-before/README.md. Skipped where -race cannot be used.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import common  # noqa: E402

FOLDER = common.ROOT / "specs" / "happens-before"
RACE_EXIT = 66


class Program:
    """A program; a note in its comments says where the detector differs from the memory model."""

    def __init__(self, path):
        self.path = path
        self.name = path.stem
        self.text = path.read_text()
        self.racy = self.name.endswith("_racy")
        comment = re.search(r"^// (?!Race detector|\w+ detector)(.*)$", self.text, re.M)
        self.claim = comment.group(1)
        note = re.search(r"^// Race detector: (silent|reports); (.*)$", self.text, re.M)
        self.note, self.why = note.groups() if note else (None, "")
        version = re.search(r"^//go:build go1\.(\d+)", self.text, re.M)
        self.minor = int(version.group(1)) if version else 0
        self.reported = self.runs = 0

    def package(self):
        text = re.sub(r"^//go:build .*\n", "", self.text, flags=re.M)
        text = re.sub(r"^package main$", f"package p_{self.name}", text, flags=re.M)
        text = re.sub(r"^func main\(\)", "func Main()", text, flags=re.M)
        if "func init()" in text:
            text = text.replace("func init()", "func initialise()")
            text = re.sub(r"^func Main\(\) \{", "func Main() {\n\tinitialise()", text, flags=re.M)
        return text

    def expected(self):
        """Must the detector report it: True, False, or None if both will do."""
        if self.note == "silent":
            return None
        return self.racy or self.note == "reports"

    def judge(self):
        expected = self.expected()
        if expected is True and self.reported == 0:
            return f"never reported in {self.runs} runs"
        if expected is False and self.reported > 0:
            return f"reported in {self.reported} of {self.runs} runs"
        return ""


def go_minor():
    try:
        out = subprocess.run(["go", "version"], capture_output=True, text=True).stdout
    except OSError:
        return 0
    match = re.search(r"go1\.(\d+)", out)
    return int(match.group(1)) if match else 0


def build(programs, folder):
    (folder / "go.mod").write_text(f"module races\n\ngo 1.{go_minor()}\n")
    cases = ""
    for p in programs:
        (folder / f"p_{p.name}").mkdir()
        (folder / f"p_{p.name}" / "p.go").write_text(p.package())
        cases += f'\tcase "{p.name}":\n\t\tp_{p.name}.Main()\n'
    imports = "".join(f'\t"races/p_{p.name}"\n' for p in programs)
    (folder / "main.go").write_text(
        f'package main\n\nimport (\n\t"os"\n{imports})\n\nfunc main() {{\n\tswitch os.Args[1] {{\n{cases}\t}}\n}}\n')
    environment = dict(os.environ, CGO_ENABLED="1", GOFLAGS="-mod=mod", GOWORK="off")
    return subprocess.run(["go", "build", "-race", "-o", "races", "."], cwd=folder, env=environment,
                          capture_output=True, text=True)


def run(program, executable, runs):
    for i in range(runs):
        environment = dict(os.environ, GORACE=f"exitcode={RACE_EXIT} atexit_sleep_ms=0 halt_on_error=1",
                           GOMAXPROCS=str(1 + i % 4))
        try:
            done = subprocess.run([executable, program.name], env=environment, capture_output=True,
                                  text=True, timeout=20)
        except subprocess.TimeoutExpired:
            continue
        program.runs += 1
        program.reported += "WARNING: DATA RACE" in done.stderr
    return program


def table(programs):
    lines = ["| program | claim | verdict | the race detector |", "| --- | --- | --- | --- |"]
    for p in programs:
        seen = "reports" if p.expected() else "silent"
        if p.why:
            seen += ": " + p.why.rstrip(".")
        lines.append(f"| [{p.name}]({p.path.name}) | {p.claim.rstrip('.')} | "
                     f"{'race' if p.racy else 'pass'} | {seen} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=int(os.environ.get("CHANCHECK_RACE_RUNS", 3)))
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    programs = [Program(p) for p in (options.files or sorted(FOLDER.glob("*.go")))]
    programs.sort(key=lambda p: (p.name.removesuffix("_racy"), p.racy))
    report = common.Report("race-detector")
    readme = FOLDER / "README.md"
    text = readme.read_text()
    head, found, _ = text.partition("| program | claim")
    new = head + table(programs)
    if options.update:
        readme.write_text(new)
    elif not options.files and text != new:
        report.fail("README.md", "its table is not that of the programs: run with --update")
    minor = go_minor()
    usable = [p for p in programs if p.minor <= minor]
    with common.temporary_folder() as name:
        folder = pathlib.Path(name)
        if minor == 0 or shutil.which("gcc") is None and shutil.which("cc") is None:
            report.skip("all", "no go or no C compiler")
            report.ok()
            report.finish()
        built = build(usable, folder)
        if built.returncode != 0 and re.search(r"-race (requires|is not supported)|C compiler", built.stderr):
            report.skip("all", built.stderr.strip()[:200])
            report.ok()
            report.finish()
        if built.returncode != 0:
            report.fail("build", built.stderr)
            report.finish()
        for p in common.parallel(lambda p: run(p, folder / "races", options.runs), usable):
            if problem := p.judge():  # more runs, before it is called a disagreement
                if p.expected():
                    run(p, folder / "races", 5 * options.runs)
                    problem = p.judge()
            if options.verbose:
                print(f"{p.name}: {p.reported} of {p.runs}")
            if problem:
                report.fail(p.name, problem)
            else:
                report.ok()
    reported = sum(p.racy and p.reported > 0 for p in usable)
    report.finish(f"{reported} of {sum(p.racy for p in usable)} racy programs reported")


main()
