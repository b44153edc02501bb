"""Bad input, bad usage and programs without end: a clear error or `incomplete`, and nothing else.

    python3 tests/harness/bad_input.py

Every case says the exit code and what stderr and stdout together must contain; none may take more
than 30 seconds or crash.
"""

import os
import pathlib
import random
import resource
import signal
import subprocess
import time

import common

COUNT = """package main

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
"""
BOXES = """package main

import "runtime"

func main() {
	var kept []any
	for i := 0; ; i++ {
		kept = append(kept, [2]int{i, i})
		runtime.Gosched()
	}
}
"""
SPAWN = """package main

func main() {
	for {
		go func() { select {} }()
	}
}
"""
DEADLOCK = """package main

func main() {
	c := make(chan int)
	<-c
}
"""
MAIN = "package main\n\nfunc main() {\n"


def files():
    """name -> contents of the inputs."""
    junk = random.Random(1).randbytes(100_000)
    inputs = {
        "empty.go": b"",
        "junk.go": junk,
        "nul.go": b"package main\n\nfunc main() {\n\tx := \"\x00\"\n\t_ = x\n}\n",
        "latin1.go": b"package main\n\nfunc main() {\n\tx := \"\xe9\"\n\t_ = x\n}\n",
        "bom.go": b"package main\n\nfunc \xef\xbb\xbfmain() {\n}\n",
        "not_go.txt": b"hello\n",
        "no_main.go": b"package main\n",
        "library.go": b"package library\n\nfunc F() {}\n",
        "unterminated_string.go": MAIN.encode() + b'\tx := "abc\n}\n',
        "unterminated_comment.go": MAIN.encode() + b"/* abc\n}\n",
        "missing_brace.go": MAIN.encode() + b"\tif true {\n",
        "syntax.go": MAIN.encode() + b"\tx := := 1\n}\n",
        "unused.go": MAIN.encode() + b"\tx := 1\n}\n",
        "no_such_import.go": b'package main\n\nimport "no/such/package"\n\nfunc main() { x.F() }\n',
        "not_modelled.go": b'package main\n\nimport "os/exec"\n\nfunc main() { exec.Command("ls").Run() }\n',
        "reflect.go": b'package main\n\nimport "encoding/json"\n\nfunc f() { json.Marshal(1) }\n\nfunc main() { f() }\n',
        "embed.go": b'package main\n\nimport _ "embed"\n\n//go:embed embed.go\nvar s string\n\n'
                    b'func main() { println(s) }\n',
        "not_in_model.go": b'package main\n\nimport "net"\n\nfunc f() { net.LookupHost("x") }\n\nfunc main() { f() }\n',
        "not_in_package.go": b'package main\n\nimport "net"\n\nfunc f() { net.LookupHos("x") }\n\nfunc main() { f() }\n',
        "type_not_in_model.go": b'package main\n\nimport "net"\n\nfunc main() {\n\t_, err := net.Dial("tcp", ":1")\n'
                                b'\t_, ok := err.(*net.DNSError)\n\tprintln(ok)\n}\n',
        "cgo.go": b'package main\n\nimport "C"\n\nfunc main() { C.f() }\n',
        "cycle.go": b"package main\n\ntype T struct{ t T }\n\nvar x = y\nvar y = x\n\nfunc main() {}\n",
        "many_errors.go": MAIN.encode() + b"".join(b"\tx%d := 1\n" % i for i in range(1000)) + b"}\n",
        "unknown_annotation.go": b"package main\n\n//chancheck:wnat deadlock\nfunc main() {}\n",
        "deadlock.go": DEADLOCK.encode(),
        "count.go": COUNT.encode(),
        "spawn.go": SPAWN.encode(),
        "boxes.go": BOXES.encode(),
        "unary.go": MAIN.encode() + b"\tx := " + b"- " * 1_000_000 + b"1\n\t_ = x\n}\n",
        "stars.go": b"package main\n\nvar x " + b"*" * 1_000_000 + b"int\n\nfunc main() {}\n",
        "sum.go": b"package main\n\nvar x = 1" + b" + 1" * 1_000_000 + b"\n\nfunc main() {}\n",
        "long_line.go": MAIN.encode() + b"\t_ = 1;" * 500_000 + b"\n}\n",
        "big_shift.go": b"package main\n\nconst x = 1 << 1000000000\n\nfunc main() { _ = x }\n",
        "big_float.go": b"package main\n\nconst x = 1e1000000000\n\nfunc main() { _ = x }\n",
        "big_new.go": b"package main\n\ntype T struct {\n\ta [1 << 33]int\n\tb int\n}\n\nfunc main() {\n\tx := new([2]T)\n\tx[1].b = 1\n}\n",
        "allocs_test.go": b'package p\n\nimport "testing"\n\nfunc TestAllocs(t *testing.T) {\n'
                          b'\tif n := testing.AllocsPerRun(10, func() {}); n != 0 {\n\t\tt.Fatal(n)\n\t}\n}\n',
        "big_array.go": MAIN.encode() + b"\tvar x [1 << 40]int\n\tx[0] = 1\n\t_ = x\n}\n",
    }
    for name, c in (("parentheses", b"("), ("braces", b"{"), ("brackets", b"[")):
        inputs[f"{name}.go"] = c * 10_000_000
        inputs[f"{name}_inside.go"] = MAIN.encode() + b"\tx := " + c * 10_000_000
    return inputs


ANY = ""
CASES = [
    # exit, what it must say, arguments
    (2, "missing.go: no such file", ["check", "missing.go"]),
    (2, "missing.go: no such file", ["check", "--format", "race", "missing.go"]),
    (2, "missing.go: no such file", ["graph", "missing.go"]),
    (2, "no Go files", ["check", "empty_folder"]),
    (2, "no Go files", ["check", "empty_folder/..."]),
    (2, ANY, ["check"]),
    (2, ANY, []),
    (2, "--no-such-flag", ["check", "--no-such-flag", "deadlock.go"]),
    (2, "no-such-command", ["no-such-command"]),
    (2, ANY, ["check", "--timeout", "soon", "deadlock.go"]),
    (2, ANY, ["check", "--max-states", "-1", "deadlock.go"]),
    (2, ANY, ["check", "--format", "poem", "deadlock.go"]),
    (2, ANY, ["check", "--reduction", "magic", "deadlock.go"]),
    (2, ANY, ["check", "--format"]),
    (2, ANY, ["check", "not_go.txt"]),
    (2, "empty.go:1:1", ["check", "empty.go"]),
    (2, "junk.go:1:", ["check", "junk.go"]),
    (2, "nul.go:4:", ["check", "nul.go"]),
    (2, "latin1.go:4:", ["check", "latin1.go"]),
    (2, "bom.go:3:", ["check", "bom.go"]),
    (2, "function main is undeclared", ["check", "no_main.go"]),
    (5, ANY, ["check", "library.go"]),
    (5, ANY, ["check", "--entry", "nothing", "deadlock.go"]),
    (2, "unterminated_string.go:4:11", ["check", "unterminated_string.go"]),
    (2, "unterminated_comment.go:4:1", ["check", "unterminated_comment.go"]),
    (2, "missing_brace.go:", ["check", "missing_brace.go"]),
    (2, "syntax.go:4:", ["check", "syntax.go"]),
    (2, "declared and not used: x", ["check", "unused.go"]),
    (2, "no/such/package", ["check", "no_such_import.go"]),
    (2, "os/exec", ["check", "not_modelled.go"]),
    (2, "reflect.go:5:12: call of reflect.ValueOf, which is not modelled (reached by runtime.main > main.main > main.f > "
        "encoding/json.Marshal", ["check", "reflect.go"]),
    (2, "embed.go:8:23: use of main.s, whose value is not modelled (reached by", ["check", "embed.go"]),
    (2, "not_in_model.go:5:12: call of net.LookupHost, which is not modelled (reached by runtime.main > main.main > main.f)",
     ["check", "not_in_model.go"]),
    (2, "allocs_test.go:6:10: testing.AllocsPerRun: not modelled (reached by testing.tRunner > p.TestAllocs > testing.AllocsPerRun)", ["check", "allocs_test.go"]),
    (2, "not_in_package.go:5:16: undefined: net.LookupHos", ["check", "not_in_package.go"]),
    (2, "type_not_in_model.go:7:11: comparison with type *net.DNSError, which is not modelled",
     ["check", "type_not_in_model.go"]),
    (2, "cgo.go:3:", ["check", "cgo.go"]),
    (2, "invalid recursive type", ["check", "cycle.go"]),
    (2, "too many errors", ["check", "many_errors.go"]),
    (2, "unknown_annotation.go:3:", ["check", "unknown_annotation.go"]),
    (2, "parentheses.go:1:1", ["check", "parentheses.go"]),
    (2, "braces.go:1:1", ["check", "braces.go"]),
    (2, "brackets.go:1:1", ["check", "brackets.go"]),
    (2, "parentheses_inside.go:4:", ["check", "parentheses_inside.go"]),
    (2, "braces_inside.go:4:", ["check", "braces_inside.go"]),
    (2, "brackets_inside.go:4:", ["check", "brackets_inside.go"]),
    (None, ANY, ["check", "unary.go"]),
    (None, ANY, ["check", "stars.go"]),
    (None, ANY, ["check", "sum.go"]),
    (None, ANY, ["check", "long_line.go"]),
    (2, "big_shift.go:3:", ["check", "big_shift.go"]),
    (2, "big_float.go:3:", ["check", "big_float.go"]),
    (2, "big_array.go:3:6: call of main.main, whose frame is too large, is not modelled", ["check", "big_array.go"]),
    (2, "big_new.go:9:7: a variable of type [2]main.T is not modelled", ["check", "big_new.go"]),
    (1, "all goroutines are asleep - deadlock!", ["check", "deadlock.go"]),
    (0, ANY, ["check", "--exit-zero", "deadlock.go"]),
    (3, "count.go:9:6: note: variable n keeps growing: ", ["check", "--timeout", "1s", "count.go"]),
    (3, "boxes.go:7:6: note: variable i keeps growing: ", ["check", "--timeout", "1s", "boxes.go"]),
    (3, "incomplete", ["check", "-timeout=1s", "spawn.go"]),
    (3, "incomplete", ["check", "--max-states", "1000", "count.go"]),
    (3, "incomplete", ["check", "--max-memory", "100MB", "count.go"]),
    (3, "incomplete", ["check", "--max-memory", "3", "count.go"]),
    (3, "incomplete", ["check", "--max-memory", "100MB", "spawn.go"]),
    (2, ANY, ["explain", "CC9999"]),
    (0, "chancheck", ["version"]),
]
SECONDS = 30


def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def run_case(folder, case):
    code, text, arguments = case
    started = time.monotonic()
    try:
        done = subprocess.run([common.CHANCHECK, *arguments], cwd=folder, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=SECONDS, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return [f"  did not end within {SECONDS} s"]
    said = (done.stdout + done.stderr).decode(errors="replace")
    lines = []
    allowed = (0, 2) if code is None else (code,)
    if done.returncode not in allowed:
        lines.append(f"  exit {done.returncode}, not {' or '.join(map(str, allowed))}")
    if text not in said:
        lines.append(f"  does not say: {text}")
    if done.returncode == 2 and not said.strip():
        lines.append("  says nothing")
    if len(said) > 20_000:
        lines.append(f"  says {len(said)} bytes")
    if lines:
        lines.append(f"  it said, after {time.monotonic() - started:.1f} s:\n{said[:600]}")
    return lines


def run_interrupted(folder):
    """Ctrl-C ends with a verdict."""
    process = subprocess.Popen([common.CHANCHECK, "check", "count.go"], cwd=folder,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limit)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    try:
        out, err = process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        return ["  did not end within 10 s of SIGINT"]
    said = (out + err).decode(errors="replace")
    if process.returncode != 3 or "incomplete" not in said:
        return [f"  exit {process.returncode}, not 3; it said:\n{said[:600]}"]
    return []


def main():
    report = common.Report("bad-input")
    with common.temporary_folder() as name:
        folder = pathlib.Path(name)
        for file, contents in files().items():
            (folder / file).write_bytes(contents)
        (folder / "empty_folder").mkdir()
        os.environ.pop("CHANCHECK_UPDATE", None)
        results = common.parallel(lambda case: run_case(folder, case), CASES)
        for (_, _, arguments), lines in zip(CASES, results):
            if lines:
                report.fail("chancheck " + " ".join(arguments), *lines)
            else:
                report.ok()
        if lines := run_interrupted(folder):
            report.fail("Ctrl-C", *lines)
        else:
            report.ok()
    report.finish()


main()
