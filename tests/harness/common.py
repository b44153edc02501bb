"""What the harnesses share: programs and their annotations, running chancheck, summaries.

A program is a .go file. Its comments that matter here, beside chancheck's own annotations:

    // Outcomes:                              the complete set of ways it can end:
    //	exit 0 "0 false\n"                    exit code, all of stdout as Go quotes it,
    //	exit 2 "" send on closed channel      message without `panic: ` or `fatal error: `
    //	hang                                  a run may also never end

    // Harness: no-outcomes REASON    there is no such set
    // Harness: no-go REASON          do not run it with the real Go
    // Harness: no-reference REASON   do not compare it with --reduction none
"""

import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("CHANCHECK_BUILD", ROOT / "build"))
CHANCHECK = os.environ.get("CHANCHECK", str(BUILD / "chancheck"))
CORES = os.cpu_count() or 1

_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
            "\\": "\\", '"': '"', "'": "'"}
_NAMES = {value: name for name, value in _ESCAPES.items() if value != "'"}


def go_unquote(text):
    """Reads a Go string literal at the start of text; returns its value and the rest."""
    if text.startswith("`"):
        value, _, rest = text[1:].partition("`")
        return value, rest
    if not text.startswith('"'):
        raise ValueError(f"not a quoted string: {text}")
    value, at = bytearray(), 1
    while text[at] != '"':
        c = text[at]
        at += 1
        if c != "\\":
            value += c.encode()
            continue
        c = text[at]
        at += 1
        if c in _ESCAPES:
            value += _ESCAPES[c].encode()
        elif c in "xuU":
            digits = {"x": 2, "u": 4, "U": 8}[c]
            number = int(text[at:at + digits], 16)
            value += bytes([number]) if c == "x" else chr(number).encode()
            at += digits
        else:
            value.append(int(text[at - 1:at + 2], 8))
            at += 2
    return value.decode(errors="replace"), text[at + 1:]


def go_quote(value):
    """Quotes as strconv.Quote does."""
    out = []
    for c in value:
        if c in _NAMES:
            out.append("\\" + _NAMES[c])
        elif c.isprintable():
            out.append(c)
        elif ord(c) < 0x80:
            out.append(f"\\x{ord(c):02x}")
        elif ord(c) < 0x10000:
            out.append(f"\\u{ord(c):04x}")
        else:
            out.append(f"\\U{ord(c):08x}")
    return '"' + "".join(out) + '"'


class Outcome(tuple):
    """(exit code, stdout, message)."""

    def __str__(self):
        code, output, message = self
        message = message.replace("\n", "\\n").replace("\t", "\\t")
        return f"exit {code} {go_quote(output)} {message}".rstrip()


class Program:
    """A .go file and what its comments say."""

    def __init__(self, path):
        self.path = path
        self.name = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
        self.text = path.read_text(encoding="utf-8", errors="replace")
        self.harness = dict(
            (word, reason.strip())
            for word, reason in re.findall(r"^// (?:.* )?Harness: (\S+)(.*)$", self.text, re.M))
        self.flags = ["--time", "virtual"] if "virtual" in self.harness else []
        self.wants = re.findall(r"^//chancheck:want (\w+)", self.text, re.M)
        version = re.search(r"^//go:build .*\bgo1\.(\d+)", self.text, re.M)
        self.go_minor = int(version.group(1)) if version else 0
        self.outcomes = None
        self.may_hang = bool(set(self.wants) & {"hang", "leak", "livelock"})
        block = re.search(r"^// Outcomes:\n((?://\t.*\n?)*)", self.text, re.M)
        if block:
            self.outcomes = set()
            for line in block.group(1).splitlines():
                line = line[3:].strip()
                if line == "hang":
                    self.may_hang = True
                    continue
                head = re.match(r"exit (\d+) ", line)
                if not head:
                    raise ValueError(f"{self.name}: what outcome is this? {line}")
                output, message = go_unquote(line[head.end():])
                message = message.strip().replace("\\n", "\n").replace("\\t", "\t")
                self.outcomes.add(Outcome((int(head.group(1)), output, message)))

    def update_outcomes(self, outcomes):
        """Rewrites the comment block. A line `hang` stays."""
        block = re.search(r"\n*^// Outcomes:\n((?://\t.*\n?)*)", self.text, re.M)
        lines = [str(outcome) for outcome in sorted(outcomes)]
        if block and re.search(r"^//\thang$", block.group(1), re.M):
            lines.append("hang")
        new = "\n\n// Outcomes:\n" + "".join(f"//\t{line}\n" for line in lines)
        if block:
            text = self.text[:block.start()] + new + self.text[block.end():]
        else:
            text = self.text.rstrip("\n") + new
        if text != self.text:
            self.path.write_text(text, encoding="utf-8")
            print(f"updated {self.name}")


def programs(*folders):
    """The programs under these folders of the repository, or those that the command line names."""
    if len(sys.argv) > 1:
        return [Program(pathlib.Path(argument).resolve()) for argument in sys.argv[1:]]
    return [Program(path) for folder in folders for path in sorted((ROOT / folder).rglob("*.go"))]


class Check:
    """One run of `chancheck check --format json`."""

    def __init__(self, path, *flags, timeout="60s", jobs=1):
        command = [CHANCHECK, "check", "--format", "json", "--jobs", str(jobs), "--timeout", timeout,
                   *flags, str(path)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
        self.exit = done.returncode
        self.stdout = done.stdout
        self.stderr = done.stderr.decode(errors="replace")
        self.programs = []
        self.broken = None  # why the JSON cannot be used
        try:
            self.programs = json.loads(done.stdout)["programs"]
        except (ValueError, KeyError, TypeError) as error:
            self.broken = f"no JSON ({error}), exit {self.exit}: {self.stderr.strip()[:500]}"

    @property
    def complete(self):
        return bool(self.programs) and all(p.get("complete") for p in self.programs)

    def outcomes(self):
        return {Outcome((o["exit"], o["output"], o["message"]))
                for p in self.programs for o in p.get("outcomes", [])}

    def findings(self):
        """Each with its entry: (entry, kind, code, message, file:line:column). Of a race it is the
        memory's place that counts: which access comes second depends on the schedule."""
        return {(p["entry"], f["kind"], f["code"], f["message"],
                 position({"position": f.get("race", {}).get("made_at") or f.get("position")}))
                for p in self.programs for f in p.get("findings", [])}

    def describe(self):
        """What it found, for a failed test to show."""
        lines = [f"  exit {self.exit}"]
        for p in self.programs:
            lines.append(f"  {p.get('entry')}: {p.get('verdict')}")
            for f in p.get("findings", []):
                lines.append(f"    {position(f)}: {f['kind']}: {f['message']} ({f['code']})")
            for e in p.get("errors", []):
                lines.append(f"    {position(e)}: error: {e['message']}")
        if self.stderr.strip():
            lines.append("  stderr: " + self.stderr.strip()[:500])
        return "\n".join(lines)


def position(thing):
    p = thing.get("position") or {}
    return f"{p.get('file', '?')}:{p.get('line', 0)}:{p.get('column', 0)}"


def difference(name_left, left, name_right, right):
    """Lines that tell two sets apart; empty if they are equal."""
    return ([f"  only {name_left}: {x}" for x in sorted(left - right, key=str)] +
            [f"  only {name_right}: {x}" for x in sorted(right - left, key=str)])


def parallel(function, items, workers=CORES):
    """Maps function over items in threads (the work is in child processes), in order."""
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        yield from pool.map(function, items)


def temporary_folder():
    folder = BUILD / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    # A browser's children may still write there when it has been killed.
    return tempfile.TemporaryDirectory(dir=folder, prefix="harness-", ignore_cleanup_errors=True)


class Report:
    """Counts; prints failures as they come; leaves a line for the end of tests/run."""

    def __init__(self, name):
        self.name = name
        self.passed = 0
        self.failed = 0
        self.skipped = []

    def ok(self):
        self.passed += 1

    def skip(self, name, why):
        self.skipped.append(f"{name}: {why}")

    def fail(self, name, *lines):
        self.failed += 1
        print(f"FAIL {name}", *lines, "", sep="\n", flush=True)

    def finish(self, more=""):
        for line in self.skipped:
            print("skipped", line)
        line = (f"{self.name}: {self.passed} passed, {self.failed} failed, "
                f"{len(self.skipped)} skipped{more and '; '}{more}")
        print(line)
        folder = BUILD / "tests" / "summary"
        folder.mkdir(parents=True, exist_ok=True)
        skipped = "".join(f"    skipped {s}\n" for s in self.skipped)
        (folder / self.name.replace("/", "-")).write_text(line + "\n" + skipped)
        sys.exit(1 if self.failed or self.passed + len(self.skipped) == 0 else 0)
