"""chancheck and SPIN: one program in, a measurement out."""

import dataclasses
import json
import os
import pathlib
import re
import shutil

import problems
from process import run

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHANCHECK = os.environ.get("CHANCHECK", str(ROOT / "build" / "chancheck"))


@dataclasses.dataclass
class Measurement:
    """What one checker did with one program. None: not known."""
    ended: str             # "ok"; "timeout" or "memory": past the limit
    verdict: str           # pass, deadlock, panic, ... ; "not finished", "error: ..."
    seconds: float         # source to verdict
    search_seconds: float  # without what came before the search: SPIN's pan alone; chancheck: as `seconds`
    rss: int = 0           # most bytes resident, those with an empty program taken off
    states: int = None
    transitions: int = None
    depth: int = None
    schedule: int = None         # steps of that finding's schedule
    first_seconds: float = None  # source to the first finding

    @property
    def finished(self):
        return self.ended == "ok" and not self.verdict.startswith(("error", "not finished"))

    @property
    def bytes_per_state(self):
        return self.rss / self.states if self.states else None

    @property
    def rate(self):
        return self.states / self.search_seconds if self.states and self.search_seconds else None

    def as_json(self):
        return {**dataclasses.asdict(self), "bytes_per_state": self.bytes_per_state,
                "states_per_second": self.rate}


@dataclasses.dataclass
class Limits:
    seconds: float
    memory: int
    slots: int = 24  # of SPIN's hash table, log2; 24 is its default, and 0.1 s to set up


class Chancheck:
    """`chancheck check` with some flags."""

    def __init__(self, executable, flags, measures_memory=True):
        self.executable, self.flags = executable, flags
        self.empty_rss = None if measures_memory else 0

    def measure(self, source, folder, limits):
        if self.empty_rss is None:
            self.empty_rss = 0
            self.empty_rss = self.measure(problems.EMPTY_GO, folder, limits).rss
        file, report = folder / "program.go", folder / "report.json"
        file.write_text(source)
        report.unlink(missing_ok=True)
        # Its own limits come first: then it tells how far it got.
        done = run([self.executable, "check", *self.flags, "--format", "text", "-o", f"json={report}",
                    "--timeout", f"{limits.seconds:g}s", "--max-memory", f"{limits.memory >> 20}MB", file],
                   cwd=folder, timeout=limits.seconds * 1.2 + 10, memory=limits.memory * 3 // 2)
        result = Measurement(done.ended, "not finished", done.seconds, done.seconds,
                             max(done.rss - self.empty_rss, 0))
        if done.ended != "ok":
            return result
        try:
            program = json.loads(report.read_text())["programs"][0]
        except (OSError, ValueError, LookupError):
            result.verdict = "error: " + " ".join(done.output.split())[:200]
            return result
        findings = program["findings"]
        result.states, result.transitions = program["states"], program["transitions"]
        if findings:
            result.schedule = len(findings[0]["schedule"])
            result.first_seconds = self._first(file, folder, limits, done.seconds)
        if program["verdict"] == "error":
            result.verdict = "error: " + program["errors"][0]["message"]
        elif not program["complete"]:
            reason = program.get("incomplete", "")
            result.ended = "memory" if "memory" in reason else "timeout"
        else:
            result.verdict = "+".join(sorted({f["kind"] for f in findings})) or "pass"
        return result


    def _first(self, file, folder, limits, all_seconds):
        """In a run of its own, as --stats looks at more: that is not in its seconds."""
        report = folder / "stats.json"
        run([self.executable, "check", *self.flags, "--stats", "--format", "text", "-o", f"json={report}",
                    "--timeout", f"{limits.seconds:g}s", "--max-memory", f"{limits.memory >> 20}MB", file],
                   cwd=folder, timeout=limits.seconds * 1.2 + 10, memory=limits.memory * 3 // 2)
        try:
            stats = json.loads(report.read_text())["programs"][0]["stats"]
        except (OSError, ValueError, LookupError):
            return None
        if "first_finding_seconds" not in stats:
            return None
        # What is not of the search is taken for the front end's: reports too.
        return max(all_seconds - stats["seconds"], 0) + stats["first_finding_seconds"]


class Spin:
    """`spin -a`, gcc, pan; `defines` for gcc, `flags` for pan (-c0: do not stop at an error)."""

    DEPTHS = (100_000, 10_000_000, 200_000_000)

    def __init__(self, defines=(), flags=("-c0",), optimise="-O2", measures_memory=True):
        self.defines, self.flags, self.optimise = list(defines), list(flags), optimise
        self.empty_rss, self.measures_memory = {}, measures_memory

    def measure(self, source, folder, limits, depth=0):
        """Searches again with a deeper stack where pan says that its own was too small."""
        rss = self._rss_of_empty(folder, limits, depth) if self.measures_memory else 0
        compile_seconds = self._build(source, folder)
        if isinstance(compile_seconds, str):
            return Measurement("ok", "error: " + compile_seconds, 0, 0)
        done = self._pan(folder, limits, depth)
        if "max search depth too small" in done.output and depth + 1 < len(self.DEPTHS):
            return self.measure(source, folder, limits, depth + 1)
        result = Measurement(done.ended, "not finished", compile_seconds + done.seconds, done.seconds,
                             max(done.rss - rss, 0))
        if done.ended == "ok":
            self._read(done.output, result)
        return result

    def _build(self, source, folder):
        (folder / "model.pml").write_text(source)
        spin = run(["spin", "-a", "model.pml"], cwd=folder)
        if spin.exit != 0 or not (folder / "pan.c").exists():
            return "spin: " + " ".join(spin.output.split())[:200]
        gcc = run(["gcc", self.optimise, "-w", "-DSAFETY", *self.defines, "-o", "pan", "pan.c"], cwd=folder)
        if gcc.exit != 0:
            return "gcc: " + " ".join(gcc.output.split())[:200]
        return spin.seconds + gcc.seconds

    def _pan(self, folder, limits, depth):
        return run(["./pan", f"-m{self.DEPTHS[depth]}", f"-w{limits.slots}", *self.flags], cwd=folder,
                   timeout=limits.seconds, memory=limits.memory)

    def _rss_of_empty(self, folder, limits, depth):
        key = depth, limits.slots
        if key not in self.empty_rss:
            wrong = self._build(problems.EMPTY_PROMELA, folder)
            if isinstance(wrong, str):
                raise RuntimeError(wrong)
            self.empty_rss[key] = self._pan(folder, limits, depth).rss
        return self.empty_rss[key]

    @staticmethod
    def _read(output, result):
        def number(pattern):
            match = re.search(pattern, output)
            return round(float(match.group(1))) if match else None

        errors = number(r"errors: (\d+)")
        result.states = number(r"([\d.e+]+) states, stored")
        result.transitions = number(r"([\d.e+]+) transitions")
        result.depth = number(r"depth reached (\d+)")
        wrong = re.search(r"(x[rs] assertion violated.*|max search depth too small|out of memory.*)", output)
        if wrong or errors is None or result.states is None:
            result.verdict = "error: pan: " + (wrong.group(1) if wrong else " ".join(output.split())[:200])
            return
        kinds = {"deadlock": "invalid end state (", "panic": "assertion violated ("}
        found = {kind for kind, text in kinds.items() if text in re.sub(r"violated .*\(at", "violated (", output)}
        if errors and not found:
            result.verdict = "error: pan: " + " ".join(output.split())[:200]
        else:
            result.verdict = "+".join(sorted(found)) or "pass"
        if errors:
            result.schedule = number(r"\(at depth (\d+)\)")


def require(*commands):
    """Those of the commands that are not there."""
    return [command for command in commands if not shutil.which(command)]
