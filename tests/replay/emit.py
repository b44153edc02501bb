#!/usr/bin/env python3
"""The tests that `replay --emit-test` writes: `go test` fails on the copy as it is, and passes once that is repaired.

    python3 tests/replay/emit.py
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

MAIN = "package main\n\nfunc main() {\n%s}\n"
# name -> file, kind, text, what is wrong in it, the repair
PROGRAMS = {
    "deadlock": ("main.go", "deadlock", MAIN % "\tc := make(chan int)\n\tc <- 1\n\tprintln(<-c)\n", "make(chan int)", "make(chan int, 1)"),
    "panic": ("main.go", "panic", MAIN % "\tc := make(chan int, 1)\n\tgo func() { c <- 1 }()\n\tclose(c)\n", "close(c)", "_ = c"),
    "fatal": ("main.go", "fatal", MAIN % ("\tm := map[int]int{}\n\tdone := make(chan bool)\n\tgo func() {\n\t\tm[1] = 1\n\t\tdone <- true\n"
                                           "\t}()\n\tm[2] = 2\n\t<-done\n"), "m[2] = 2", "_ = m"),
    "race": ("main.go", "race", "package main\n\nvar x int\n\nfunc main() {\n\tdone := make(chan bool)\n\tgo func() {\n\t\tx = 1\n\t\tclose(done)\n\t}()\n"
                                "\tx = 2\n\t<-done\n}\n", "x = 2", "_ = 2"),
    "leak": ("leak_test.go", "leak", 'package p\n\nimport "testing"\n\nfunc TestLeak(t *testing.T) {\n\tc := make(chan int)\n'
                                     "\tgo func() {\n\t\tc <- 1\n\t}()\n}\n", "make(chan int)", "make(chan int, 1)"),
}


def main():
    report = common.Report("emit-test")
    if shutil.which("go") is None:
        report.skip("emit-test", "there is no Go")
        return report.finish()
    environment = dict(os.environ, GOPROXY="off", GOTOOLCHAIN="local")
    if shutil.which("cc") is None:
        del PROGRAMS["race"]

    def emit(folder, trace, source, to):
        return subprocess.run([common.CHANCHECK, "replay", "--emit-test", to, trace, source], cwd=folder, capture_output=True,
                              text=True, stdin=subprocess.DEVNULL)

    def one(item):
        name, (source, kind, text, wrong, right) = item
        bad = []
        with common.temporary_folder() as folder:
            folder = pathlib.Path(folder)
            (folder / source).write_text(text)
            if source.endswith("_test.go"):
                (folder / "go.mod").write_text("module p\n\ngo 1.21\n")
            shown = subprocess.run([common.CHANCHECK, "check", "--format", "json", source], cwd=folder, capture_output=True, text=True)
            found = [f for f in json.loads(shown.stdout)["programs"][0]["findings"] if f["kind"] == kind]
            # What is there already is not written over.
            refused = emit(folder, found[0]["trace"], source, ".")
            if refused.returncode != 2 or "not empty" not in refused.stderr or (folder / source).read_text() != text:
                bad.append(f"into a folder with files: {refused}")
            for _ in range(2):  # again, over its own
                written = emit(folder, found[0]["trace"], source, "kept")
                if written.returncode != 0:
                    return [f"{written}"]

            def test():
                return subprocess.run(["go", "test", "./chancheckreplay"], cwd=folder / "kept", env=environment, capture_output=True, text=True)
            failed = test()
            if failed.returncode != 1 or "the schedule still ends in" not in failed.stdout:
                bad.append(f"as it is: {failed}")
            copy = (folder / "kept" / source).read_text()
            if str(folder) in copy:
                bad.append("has this machine's paths")
            (folder / "kept" / source).write_text(copy.replace(wrong, right))
            passed = test()
            if copy.count(wrong) != 1 or passed.returncode != 0:
                bad.append(f"repaired: {passed}\n{copy}")
        return bad

    for name, bad in zip(PROGRAMS, common.parallel(one, list(PROGRAMS.items()))):
        if bad:
            report.fail(name, *bad)
        else:
            report.ok()
    report.finish()


main()
