#!/usr/bin/env python3
"""Every format of `check`, on programs of all verdicts and on ones that try to be markup or commands.

    python3 tests/output/formats.py
"""

import gzip
import html.parser
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402
import schema  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None

FORMATS = ["text", "json", "sarif", "junit", "github", "gitlab", "html", "markdown"]
JSON_SCHEMA = json.loads((common.ROOT / "checker/report/report.schema.json").read_text())
SARIF_SCHEMA = json.loads((common.ROOT / "tests/output/sarif.schema.json").read_text())
# The standard's own, as npm's @microsoft/sarif-multitool has it (MIT). It takes a validator that knows all of JSON Schema.
SARIF_STANDARD = json.loads((common.ROOT / "tests/output/sarif-2.1.0.json").read_text())

EVIL = '''package main

import "errors"

const evil = "</script><script>alert(1)</script>\\n::error file=x::owned\\n  ##[error]owned\\n]]>&<b>\\" ' ``` | @octocat \\x1b[31m\\xff\\u2028"

func main() {
	c := make(chan string, 1)
	go func() { c <- evil }()
	panic(errors.New(<-c))
}
'''
COUNT = '''package main

func main() {
	c := make(chan int)
	go func() {
		for range c {
		}
	}()
	for n := 0; ; n++ {
		c <- n
	}
}
'''
TWO = '''package main

func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		close(a)
	}()
	go func() {
		<-b //chancheck:ignore leak it is meant to
	}()
	go func() {
		<-b
	}()
	<-a
}
'''


# Two deadlocks, in which main only waits for the test.
STUCK_TEST = '''package p

import (
	"sync"
	"testing"
)

type account struct {
	owner string
	mu    sync.Mutex
}

func TestStuck(t *testing.T) {
	a, b := &account{}, &account{}
	var settings sync.RWMutex
	ready := make(chan int, 1)
	go func() {
		settings.RLock()
		ready <- 1
		ready <- 2
		settings.RUnlock()
	}()
	if <-ready == 2 {
		t.Error("never")
	}
	select {
	case <-ready:
		b.mu.Lock()
		b.mu.Unlock()
		a.mu.Lock()
		a.mu.Lock()
	default:
		settings.Lock()
		a.mu.Lock()
		a.mu.Lock()
	}
}
'''
LEAKY_TEST = '''package p

import "testing"

func TestLeaky(t *testing.T) {
	c := make(chan int)
	go worker(c)
}

func worker(c chan int) { c <- 1 }
'''
MANY = '''package main

import "sync"

func main() {
	var wg sync.WaitGroup
	for range 5 {
		wg.Add(1)
	}
	println("waiting")
	wg.Wait()
}
'''


def many(count):
    """A program with this many panics, each at a line of its own: a tree of choices of 16."""
    functions, level = [], [f'panic("failure {i}")' for i in range(count)]
    while len(level) > 1:
        calls = []
        for i in range(0, len(level), 16):
            name = f"f{len(functions)}"
            cases = "".join(f"\tcase {j}:\n\t\t{call}\n" for j, call in enumerate(level[i:i + 16]))
            functions.append(f"func {name}() {{\n\tswitch rand.Intn(16) {{\n{cases}\t}}\n}}\n")
            calls.append(name + "()")
        level = calls
    return 'package main\n\nimport "math/rand"\n\nfunc main() { ' + level[0] + " }\n\n" + "\n".join(functions)


# A report that code hosts take: bytes; SARIF's after gzip.
LARGEST = {"sarif": 10_000_000, "markdown": 1 << 20, "junit": 1 << 20, "html": 2 << 20}
COUNT_OF_FINDINGS = int(os.environ.get("CHANCHECK_MANY_FINDINGS", "10000"))


def many_findings(folder, expect):
    (folder / "many.go").write_text(many(COUNT_OF_FINDINGS))
    outputs = {f: folder / f"many.{f}" for f in FORMATS if f != "text"}
    done = run(*[x for f, file in outputs.items() for x in ("-o", f"{f}={file}")], "many.go", cwd=folder)
    expect("many findings: all are there", [] if done.returncode == 1 and f"({COUNT_OF_FINDINGS} findings" in done.stdout.decode() else [done.stderr])
    for f, file in outputs.items():
        data = file.read_bytes()
        size = len(gzip.compress(data, 1)) if f == "sarif" else len(data)
        if f == "json":  # the schema's own checker is for small files
            wrong = [] if len(json.loads(data)["programs"][0]["findings"]) == COUNT_OF_FINDINGS else ["some are missing"]
        elif f == "sarif":
            count = len(json.loads(data)["runs"][0]["results"])
            wrong = [] if count == min(COUNT_OF_FINDINGS, 25_000) else [f"{count} results"]
        else:
            wrong = check_format(f, data)
        expect(f"many findings as {f}", wrong + ([f"{size} bytes"] if size > LARGEST.get(f, size) else []))


def told_of(folder, name, text):
    """The text report of a program."""
    (folder / name).write_text(text)
    return run(name, cwd=folder).stdout.decode()


def run(*arguments, **more):
    return subprocess.run([common.CHANCHECK, "check", *map(str, arguments)], stdin=subprocess.DEVNULL,
                          capture_output=True, **more)


class Tags(html.parser.HTMLParser):
    """The elements of a page, and whether its tags match."""

    def __init__(self):
        super().__init__()
        self.names = []

    def handle_starttag(self, tag, attributes):
        self.names.append(tag)


def commands(text):
    """Lines that GitHub's or Azure's runner takes as commands."""
    return [line for line in re.split(r"[\r\n]", text) if line.strip().startswith(("::", "##["))]


def check_format(name, data):
    """What is wrong with a report in this format."""
    text = data.decode("utf-8")
    if name == "json":
        return schema.errors(json.loads(text), JSON_SCHEMA)
    if name == "sarif":
        root = json.loads(text)
        rules = {r["id"] for r in root["runs"][0]["tool"]["driver"]["rules"]}
        standard = [] if jsonschema is None else [e.message for e in jsonschema.Draft202012Validator(SARIF_STANDARD).iter_errors(root)]
        return standard + schema.errors(root, SARIF_SCHEMA) + [
            f"no rule {r['ruleId']}" for r in root["runs"][0]["results"] if r["ruleId"] not in rules]
    if name == "gitlab":
        wrong = []
        issues = json.loads(text)
        for issue in issues:
            if not {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue):
                wrong.append(f"members are missing: {issue}")
            if issue["severity"] not in ("info", "minor", "major", "critical", "blocker"):
                wrong.append(f"severity {issue['severity']}")
            if issue["location"]["lines"]["begin"] < 1 or issue["location"]["path"].startswith("./"):
                wrong.append(f"location {issue['location']}")
        if len({i["fingerprint"] for i in issues}) != len(issues):
            wrong.append("fingerprints repeat")
        return wrong
    if name == "junit":
        suite = xml.fromstring(text).find("testsuite")
        cases = suite.findall("testcase")
        failures = [c for c in cases if c.find("failure") is not None]
        if int(suite.get("tests")) != len(cases) or int(suite.get("failures")) != len(failures):
            return ["the counts are wrong"]
        return []
    if name == "github":
        lines = text.removesuffix("\n").split("\n") if text else []
        return [f"no command: {l}" for l in lines if not re.match(r"::(error|warning|notice) file=[^\n]*::", l)]
    if name == "html":
        tags = Tags()
        tags.feed(text)
        return [] if "html" in tags.names and text.startswith("<!DOCTYPE html>") else ["no page"]
    if name == "text":
        return [f"a command: {l}" for l in commands(text)]
    return []


def main():
    report = common.Report("formats")

    def expect(name, wrong):
        if wrong:
            report.fail(name, *map(str, wrong[:10]))
        else:
            report.ok()

    with common.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        programs = {"evil.go": EVIL, "count.go": COUNT, "two.go": TWO, "broken.go": "package main\n\nfunc main() { x }\n",
                    "pass.go": "package main\n\nfunc main() {}\n",
                    "spa ce\u00fc%`.go": "package main\n\nfunc main() { var c chan int; /* \u00e4\u00f6 */ <-c }\n",
                    "crlf.go": "package main\r\n\r\nfunc main() {\r\n\tvar c chan int\r\n\t<-c\r\n}\r\n",
                    "long.go": "package main\n\nfunc main() {\n\tvar c chan int\n\t/*" + "x" * 100_000 + "*/ <-c\n}\n"}
        for name, text in programs.items():
            (folder / name).write_bytes(text.encode())
        for name in programs:
            outputs = {f: folder / f"out.{f}" for f in FORMATS}
            flags = [x for f, file in outputs.items() for x in ("-o", f"{f}={file}")]
            done = run("--max-states", "500", *flags, name, cwd=folder)
            for f, file in outputs.items():
                wrong = check_format(f, file.read_bytes())
                printed = run("--max-states", "500", "--format", f, name, cwd=folder)
                if printed.returncode != done.returncode:
                    wrong.append(f"exit {printed.returncode}, with text {done.returncode}")
                if printed.stdout != file.read_bytes():
                    wrong.append("stdout and file differ")
                expect(f"{name} as {f}", wrong)

        # Markup stays text.
        page = Tags()
        page.feed(run("--format", "html", "evil.go", cwd=folder).stdout.decode())
        clean = Tags()
        clean.feed(run("--format", "html", "crlf.go", cwd=folder).stdout.decode())
        expect("no script in HTML", [f"{page.names.count('script')} script elements"]
               if page.names.count("script") != clean.names.count("script") or "b" in page.names else [])
        evil = run("--format", "github", "evil.go", cwd=folder).stdout.decode()
        expect("one workflow command", [evil] if len(commands(evil)) != 1 else [])
        note = run("--format", "markdown", "evil.go", cwd=folder).stdout.decode()
        outside = re.sub(r"(?ms)^(````*)\n.*?^\1\n", "", note)
        expect("no markup in Markdown", [outside] if "<script" in outside or "@octocat" in outside else [])

        # SARIF: the interleaving and the goroutines, suppressions, columns in characters.
        results = json.loads(run("--format", "sarif", "two.go", cwd=folder).stdout)["runs"][0]["results"]
        expect("SARIF suppression", [] if [len(r.get("suppressions", [])) for r in results] == [1, 0] else [results])
        flows = [len(r.get("codeFlows", [])) for r in results]
        expect("SARIF code flows", [] if flows == [2, 2] else [flows])
        column = json.loads(run("--format", "sarif", "spa ce\u00fc%`.go", cwd=folder).stdout)["runs"][0]["results"][0]
        region = column["locations"][0]["physicalLocation"]
        source = programs["spa ce\u00fc%`.go"].splitlines()[2]
        expect("SARIF column", [] if region["region"]["startColumn"] == source.index("<-c") + 1 else [region])

        # Fingerprints: edits elsewhere do not change them, and equal lines are told apart.
        def fingerprints(text):
            (folder / "moved.go").write_text(text)
            p = json.loads(run("--format", "json", "moved.go", cwd=folder).stdout)["programs"][0]
            return [f["fingerprint"] for f in p["findings"] + p.get("suppressed", [])]
        before = fingerprints(TWO)
        after = fingerprints(TWO.replace("func main", "// A comment.\nfunc unrelated() int { return 1 }\n\nfunc main"))
        expect("fingerprints", [] if before == after and len(set(before)) == 2 else [before, after])

        many_findings(folder, expect)

        # Interrupted: whole files that say so.
        for f in FORMATS:
            file = folder / f"interrupted.{f}"
            child = subprocess.Popen([common.CHANCHECK, "check", "-o", f"{f}={file}", "count.go"], cwd=folder,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.5)
            started = check_format(f, file.read_bytes())
            child.send_signal(signal.SIGINT if FORMATS.index(f) % 2 else signal.SIGTERM)
            code = child.wait(timeout=30)
            wrong = started + check_format(f, file.read_bytes())
            if code != 3:
                wrong.append(f"exit {code}")
            if f != "gitlab" and f != "sarif" and b"interrupted" not in file.read_bytes():
                wrong.append("does not say that it was interrupted")
            expect(f"interrupted {f}", wrong)

        philosophers = common.ROOT / "specs/patterns/philosophers_broken.go"

        # A disk that fills up: an error, and no half file.
        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        half = pathlib.Path(folder) / "half.sarif"
        full = subprocess.run([common.CHANCHECK, "check", "-o", f"sarif={half}", str(philosophers)], stdin=subprocess.DEVNULL,
                              capture_output=True, preexec_fn=little_room)
        wrong = [] if full.returncode == 2 and b"cannot write" in full.stderr else [f"exit {full.returncode}", full.stderr.decode()]
        expect("a full disk", wrong + (["half a file is left"] if half.exists() else []))

        # What a deadlock's reader is told.
        text = run(philosophers).stdout.decode()
        told = ["doomed from step 10: after it no schedule escapes", "instead of it this would have left a way out: main.func1#",
                "main.func1#2 waits for forks#1[", "they wait for each other",
                "held since step", "chancheck replay '", "left.Lock()"]
        expect("explanations", [t for t in told if t not in text])

        text = told_of(folder, "stuck_test.go", STUCK_TEST)
        told = ["stuck_test.go:31:3: all goroutines are asleep", "stuck_test.go:35:3: all goroutines are asleep",
                "TestStuck waits for account#1.mu, which it holds itself since step ", "call nothing that locks it while holding it",
                "steps that nobody else can notice (TestStuck)", "never run: stuck_test.go:24", "with models of "]
        expect("deadlocks of a test", [t for t in told if t not in text] and [text])
        text = told_of(folder, "leaky_test.go", LEAKY_TEST)
        told = ["4 steps inside of the library", "worker#1 waits [chan send] for ch#", "nobody receives from it",
                "3 is worker#1 of leaky_test.go:7", "created by p.TestLeaky in goroutine 2"]
        expect("a test's own steps are folded", [t for t in told if t not in text] and [text])
        expect("JSON has all steps", [] if len(json.loads(run("--format", "json", "leaky_test.go", cwd=folder).stdout)
                                               ["programs"][0]["findings"][0]["schedule"]) == 4 else ["not 4"])
        text = told_of(folder, "many.go", MANY)
        told = ["1-4  4 times: main add wg#1 (many.go:8)", "main waits [sync.WaitGroup.Wait] for wg#1, whose counter is 5"]
        expect("repeated steps are folded", [t for t in told if t not in text] and [text])
        text = run("--format", "markdown", "many.go", cwd=folder).stdout.decode()
        expect("in Markdown too", [t for t in ["1-4  4 times: main add wg#1 (many.go:8)", "every interleaving"] if t not in text] and [text])

        # The recording in the README is what is printed.
        spec = "specs/patterns/timeout_broken.go"
        printed = subprocess.run([common.CHANCHECK, "check", spec], cwd=common.ROOT, capture_output=True, stdin=subprocess.DEVNULL)
        recording = "```\n" + printed.stdout.decode() + "```"
        readme = common.ROOT / "README.md"
        if os.environ.get("CHANCHECK_UPDATE"):
            text = readme.read_text()
            readme.write_text(re.sub(r"(`chancheck check " + re.escape(spec) + r"`:\n\n)```\n.*?```",
                                     lambda m: m.group(1) + recording, text, count=1, flags=re.S))

        def steady(text):
            """Without what another order of exploration changes."""
            return re.sub(r"\d+ states?, \d+ transitions?|replay '[^']*'", "", text)
        expect("README's recording", [] if steady(recording) in steady(readme.read_text()) else [recording])

        # What cannot be written.
        for name, arguments in {"no folder": ["-o", "json=missing/x.json"], "full disk": ["-o", "json=/dev/full"],
                                "a folder": ["-o", f"json={folder}"]}.items():
            done = run(*arguments, "pass.go", cwd=folder)
            expect(name, [] if done.returncode == 2 and b"cannot write" in done.stderr else [done])
        with open("/dev/full", "wb") as full:
            done = subprocess.run([common.CHANCHECK, "check", "pass.go"], cwd=folder, stdin=subprocess.DEVNULL,
                                  stdout=full, stderr=subprocess.PIPE)
        expect("full disk on stdout", [] if done.returncode == 2 else [done])
        for command in [["graph", "two.go"], ["explain"], ["simulate", "two.go"], ["version"]]:
            with open("/dev/full", "wb") as full:
                done = subprocess.run([common.CHANCHECK, *command], cwd=folder, stdin=subprocess.DEVNULL, stdout=full,
                                      stderr=subprocess.PIPE)
            expect(f"full disk: {command[0]}", [] if done.returncode == 2 and b"cannot write" in done.stderr else [done])
        done = run("nowhere.go", cwd=folder)
        expect("no such file", [] if done.stdout.startswith(b"nowhere.go: no such file or directory\n") else [done])

        # Traces that do not fit.
        trace = json.loads(run("--format", "json", "crlf.go", cwd=folder).stdout)["programs"][0]["findings"][0]["trace"]
        for name, text, file in [("another program", trace, "two.go"), ("truncated", trace[:12], "crlf.go"),
                                 ("another version", "9" + trace, "crlf.go"), ("no trace", "x", "crlf.go"),
                                 ("longer", trace.replace(":0:", ":7:"), "crlf.go")]:
            done = subprocess.run([common.CHANCHECK, "replay", text, file], cwd=folder, capture_output=True,
                                  stdin=subprocess.DEVNULL)
            expect(f"replay {name}", [] if done.returncode == 2 and b"trace" in done.stderr else [done])
        found = json.loads(run("--format", "json", philosophers).stdout)["programs"][0]["findings"][0]
        stepped = subprocess.run([common.CHANCHECK, "replay", "--step", found["trace"], str(philosophers)], input=b"n\np\n10\nx\nq\n",
                                 capture_output=True).stdout.decode()
        expect("replay --step", [] if re.findall(r"after step (\d+) of 10", stepped) == ["0", "1", "0", "10", "10"] and
               "[sync.Mutex.Lock] forks#1[" in stepped else [stepped])
        half = folder / "half_a_test"
        done = subprocess.run([common.CHANCHECK, "replay", "--emit-test", str(half), found["trace"], str(philosophers)], stdin=subprocess.DEVNULL,
                              capture_output=True, preexec_fn=little_room)
        expect("no half test on a full disk", [] if done.returncode == 2 and b"cannot write" in done.stderr and not half.exists() else [done])
        # No Go, and one that is too old.
        def with_go(name, **more):
            return subprocess.run([common.CHANCHECK, "replay", "--go", trace, "crlf.go"], cwd=folder, capture_output=True,
                                  stdin=subprocess.DEVNULL, env=dict(os.environ, CHANCHECK_GO=str(folder / name), **more))
        done = with_go("nowhere")
        expect("no go", [] if done.returncode == 2 and b"no go command" in done.stderr else [done])
        (folder / "old").mkdir()
        old = folder / "old" / "go"
        old.write_text("#!/bin/sh\necho go1.19\n")
        old.chmod(0o755)
        done = with_go("old/go")
        expect("an old go", [] if done.returncode == 2 and b"needs go1." in done.stderr and b"the Go here is go1.19" in done.stderr else [done])
        done = subprocess.run([common.CHANCHECK, "replay", "--go", trace, "crlf.go"], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL,
                              env=dict(os.environ, PATH=f"{old.parent}:{os.environ['PATH']}"))
        expect("an old go in PATH", [] if done.returncode == 2 and b"the Go here is go1.19" in done.stderr else [done])
    report.finish()


main()
