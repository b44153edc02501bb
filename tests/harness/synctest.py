"""What the real `go test` does with tests of testing/synctest is among the outcomes that chancheck finds.

    python3 tests/harness/synctest.py [FILE ...]

Each test of tests/programs/synctest is run CHANCHECK_SYNCTEST_RUNS (12) times. Skipped where Go is older than 1.25.
"""

import os
import re
import shutil
import subprocess
import sys

import common

RUNS = int(os.environ.get("CHANCHECK_SYNCTEST_RUNS", 12))
ENVIRONMENT = dict(os.environ, GO111MODULE="on", GOFLAGS="-mod=mod", GOPROXY="off", GOTOOLCHAIN="local",
                   GOWORK="off", CGO_ENABLED="0")


def run_real(binary, name, number):
    """(exit code, message) of one run."""
    settings = dict(os.environ, GOMAXPROCS=str((1, 2, 4)[number % 3]))
    done = subprocess.run([binary, f"-test.run=^{name}$", "-test.timeout=0"], env=settings, timeout=60,
                          capture_output=True, text=True)
    found = re.search(r"^(?:panic|fatal error): (.*)$", done.stderr + done.stdout, re.M)
    return done.returncode, found.group(1) if found else ""


def main():
    go = shutil.which("go")
    version = subprocess.run([go, "version"], capture_output=True, text=True).stdout if go else ""
    minor = re.search(r"go1\.(\d+)", version)
    if not minor or int(minor.group(1)) < 25:
        print("skipped: no Go 1.25 or newer")
        sys.exit(77)
    report = common.Report("synctest")
    programs = common.programs("tests/programs/synctest")
    seen = 0
    with common.temporary_folder() as name:
        for program in programs:
            folder = os.path.join(name, program.path.stem)
            os.mkdir(folder)
            shutil.copy(program.path, folder)
            with open(os.path.join(folder, "go.mod"), "w", encoding="utf-8") as module:
                module.write(f"module tests\n\ngo 1.{minor.group(1)}\n")
            binary = os.path.join(folder, "binary")
            built = subprocess.run([go, "test", "-c", "-o", binary, "."], cwd=folder, env=ENVIRONMENT,
                                   capture_output=True, text=True)
            if built.returncode != 0:
                report.fail(program.name, built.stdout + built.stderr)
                continue
            check = common.Check(program.path, "--outcomes")
            for entry in check.programs:
                known = {(o["exit"], o["message"]) for o in entry.get("outcomes", [])}
                kinds = {f["kind"] for f in entry.get("findings", [])}
                if "deadlock" in kinds:
                    known.add((2, "all goroutines are asleep - deadlock!"))
                real = {run_real(binary, entry["entry"], number) for number in range(RUNS)}
                seen += len(real)
                if entry["verdict"] not in ("pass", "fail"):
                    report.fail(f"{program.name} {entry['entry']}", f"  {entry['verdict']}")
                elif real <= known:
                    report.ok()
                else:
                    report.fail(f"{program.name} {entry['entry']}", f"  go test: {sorted(real - known)}",
                                f"  chancheck: {sorted(known)}")
    report.finish(f"{seen} outcomes seen")


main()
