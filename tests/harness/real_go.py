"""The real Go never shows an outcome that a program's comments do not list.

    python3 tests/harness/real_go.py [FILE ...]

Every program is built once, with calls inserted that yield at random (yield/main.go), and run as
often as CHANCHECK_GO_SECONDS (120) allows, with GOMAXPROCS 1, 2 and 4, every fourth time without
yields; each program gets the same time. A run that does not end is killed and counts as a hang.
The specs, which have no lists, are held to the outcomes that chancheck finds.
"""

import concurrent.futures
import heapq
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time

import common

SECONDS = float(os.environ.get("CHANCHECK_GO_SECONDS", 120))
HANG_EXPECTED = 1.0  # seconds until a run that may hang is taken to hang
HANG_UNEXPECTED = 30.0
NEWER = re.compile(r"requires go1\.|undefined: |cannot range over|is not in (GOROOT|std)|"
                   r"too many errors|not defined|has no field or method")

GO = shutil.which("go")
GO_ENVIRONMENT = dict(os.environ, GO111MODULE="on", GOFLAGS="-mod=mod", GOPROXY="off",
                      GOTOOLCHAIN="local", GOWORK="off", CGO_ENABLED="0")
if not os.environ.get("HOME"):
    GO_ENVIRONMENT.setdefault("GOCACHE", str(common.BUILD / "tests" / "go-cache"))


def go(*arguments, **more):
    return subprocess.run([GO, *arguments], env=GO_ENVIRONMENT, capture_output=True, text=True,
                          **more)


def insert_yields(programs, folder, minor):
    """Puts a copy of each into the module in folder/source, as a package p0, p1, ...; returns that folder."""
    source = folder / "source"
    source.mkdir()
    tool = folder / "yield"
    done = go("build", "-o", str(tool), str(common.ROOT / "tests/harness/yield/main.go"))
    if done.returncode != 0:
        sys.exit(f"go build of the yielder failed:\n{done.stderr}")
    (source / "go.mod").write_text(f"module programs\n\ngo 1.{minor}\n")
    listing = "".join(f"p{index}\t{program.path}\n" for index, program in enumerate(programs))
    done = subprocess.run([str(tool), str(source)], input=listing, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"inserting yields failed:\n{done.stderr}")
    return source


def build(programs, folder, minor):
    """Builds all of them; returns {index: why not}."""
    source = insert_yields(programs, folder, minor)
    binaries = folder / "bin"
    binaries.mkdir()
    done = go("build", "-ldflags=-s -w", "-o", f"{binaries}/", "./...", cwd=source)
    failures = {}
    for index in range(len(programs)):
        if not (binaries / f"p{index}").exists():
            part = re.search(rf"^# programs/p{index}\n((?!# ).*\n?)*", done.stderr, re.M)
            failures[index] = part.group(0) if part else done.stderr[:2000]
    return failures


def find_outcomes(program):
    """Sees to it that the program has a list of outcomes; returns why it cannot."""
    if program.outcomes is None:
        result = common.Check(program.path, "--entry", "main", "--outcomes")
        if result.broken or not result.complete:
            return "it has no list of outcomes, and chancheck's is not complete"
        program.outcomes = result.outcomes()
        kinds = {f["kind"] for p in result.programs for f in p.get("findings", [])}
        program.may_hang |= bool(kinds & {"hang", "leak", "livelock"})
    return None


def cpu_seconds(pid):
    """What the process has used so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Runs:
    """The runs of one program."""

    def __init__(self, program, *command):
        self.program = program
        self.command = command
        self.seen = set()
        self.count = itertools.count()
        self.runs = 0
        self.hangs = 0
        self.bad = {}  # outcome -> how it came about

    def run(self):
        number = next(self.count)
        seed = 0 if number % 4 == 3 else number + 1
        settings = {"GOMAXPROCS": str((1, 2, 4)[number % 3]), "CHANCHECK_YIELD": str(seed)}
        environment = dict(os.environ, GOTRACEBACK="none", **settings)
        limit = HANG_EXPECTED if self.program.may_hang else HANG_UNEXPECTED
        process = subprocess.Popen(self.command, env=environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            raw = process.communicate(timeout=limit)
            ended = True
        except subprocess.TimeoutExpired:
            goes_on = cpu_seconds(process.pid) > limit / 60  # little, but the machine may have much to do
            process.kill()
            raw = process.communicate()
            ended = False
        self.runs += 1
        output, errors = (text.decode(errors="replace") for text in raw)
        messages = panic_messages(errors)
        if not ended:
            # Where a panic and a fatal error of two goroutines come at the same moment, go1.26 may hang with one of them
            # printed: the process is dying, and each of the two waits for the other to end it. And whoever is still at
            # work has no outcome yet.
            self.hangs += 1
            if not (self.program.may_hang or goes_on or self.may_be(2, output, messages)):
                self.bad.setdefault("hang", settings)
            return
        # A second such Unlock passes: the first has left the mutex in a state in which it does. So others go on, for a moment.
        broken = any(outcome[2] == "sync: unlock of unlocked mutex" for outcome in self.program.outcomes)
        if broken and process.returncode in (0, 2):
            return
        if process.returncode == 0:
            messages = [""]  # main's return overtook a goroutine that was printing its end
        if not self.may_be(process.returncode, output, messages):
            self.bad.setdefault(str(common.Outcome((process.returncode, output, messages[0]))), settings)

    def may_be(self, status, output, messages):
        """Is it one of the outcomes?"""
        for message in messages:
            for outcome in self.program.outcomes:
                if outcome[:2] == (status, output) and first_line(outcome[2]) == message:
                    self.seen.add(outcome)
                    return True
        return False


RECOVERED = re.compile(r" \[recovered(, repanicked)?\]$")


def first_line(message):
    return RECOVERED.sub("", message.split("\n", 1)[0].strip())


def panic_messages(stderr):
    """The first message, and those of the panics that followed it while it was under way."""
    messages = re.findall(r"^\t*(?:panic|fatal error): (.*)$", stderr, re.M)
    messages = [RECOVERED.sub("", m).strip() for m in messages]
    return messages or [""]


def run_all(runs, seconds):
    """Runs them until the time is up, each at least once, always the one that had the least time so far."""
    lock = threading.Lock()
    queue = [(0.0, index) for index in range(len(runs))]
    deadline = time.monotonic() + seconds

    def worker():
        while True:
            with lock:
                if not queue:
                    return
                used, index = heapq.heappop(queue)
            started = time.monotonic()
            if started > deadline and runs[index].runs > 0:
                continue
            runs[index].run()
            if not runs[index].bad:
                with lock:
                    heapq.heappush(queue, (used + time.monotonic() - started, index))

    with concurrent.futures.ThreadPoolExecutor(common.CORES) as pool:
        for future in [pool.submit(worker) for _ in range(common.CORES)]:
            future.result()


def installed():
    """(GOVERSION, N of go1.N)."""
    if GO is None:
        sys.exit("there is no go; tests/run installs one")
    version = go("env", "GOVERSION").stdout.strip()
    return version, int(re.match(r"(?:devel )?go1\.(\d+)", version).group(1))


def main():
    version, minor = installed()
    report = common.Report("real-go")
    candidates = []
    for program in common.programs("tests/programs", "specs"):
        if "happens-before" in program.path.parts:  # race_detector.py runs them
            continue
        if "no-go" in program.harness:
            report.skip(program.name, program.harness["no-go"] or "no-go")
        elif not re.search(r"^func main\(\)", program.text, re.M):
            report.skip(program.name, "it has no main")
        elif program.go_minor > minor:
            report.skip(program.name, f"needs go1.{program.go_minor}, this is {version}")
        else:
            candidates.append(program)
    programs = []
    for program, why in zip(candidates, common.parallel(find_outcomes, candidates)):
        if why:
            report.skip(program.name, why)
        else:
            programs.append(program)

    with common.temporary_folder() as name:
        folder = common.pathlib.Path(name)
        failures = build(programs, folder, minor)
        runs = []
        for index, program in enumerate(programs):
            if index not in failures:
                runs.append(Runs(program, str(folder / "bin" / f"p{index}")))
            elif minor < 22 and NEWER.search(failures[index]):
                report.skip(program.name, f"{version} does not compile it")
            else:
                report.fail(program.name, f"{version} does not compile it:", failures[index])
        run_all(runs, SECONDS)

    for run in runs:
        if run.bad:
            report.fail(run.program.name, f"  {version} did, and it is not in the list:",
                        *(f"  {outcome}   with {settings}" for outcome, settings in run.bad.items()))
        else:
            report.ok()
    seen = sum(len(run.seen) for run in runs)
    total = sum(len(run.program.outcomes) for run in runs)
    report.finish(f"{version}, {sum(run.runs for run in runs)} runs, "
                  f"{seen} of {total} outcomes seen")


if __name__ == "__main__":
    main()
